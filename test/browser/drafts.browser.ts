import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { CHROMIUM, expectAccessible, openPage, useBrowser } from './browser.js';
import { startSurfaces } from './surfaces-app.js';

const [channel, anna] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? ''];
/** What the browser says of a server that is not there. */
const NO_SERVER = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;

describe.skipIf(!CHROMIUM)('nothing is lost', () => {
  const browser = useBrowser();

  /** The page, and the ways to stop its server and to start another one in its place. */
  async function open() {
    const surfaces = startSurfaces();
    let server = await startPlayground({ slack: surfaces.slack, port: 0 });
    const { url } = server;
    onTestFinished(() => server.stop());
    const page = await openPage(browser(), url, { bypassCSP: true }, NO_SERVER);
    const restart = async (slack = startSurfaces().slack) => {
      server = await startPlayground({ slack, port: Number(new URL(url).port) });
      return slack;
    };
    return { page, ...surfaces, stop: () => server.stop(), restart };
  }

  const box = (page: Page) => page.getByRole('textbox', { name: 'Message #general' });
  const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply…' });
  const line = (page: Page) => page.getByRole('alert').filter({ hasText: 'The playground has stopped' });

  it('with the server down, sending keeps the text and says what to do, until it works', async () => {
    const { page, stop, restart } = await open();
    await stop();
    await line(page).getByText('npm start').waitFor();
    await box(page).fill('does it hurt?');
    await box(page).press('Enter');
    await page.getByText('Not sent, your text is kept.').waitFor();
    expect(await box(page).inputValue()).toBe('does it hurt?');
    await expectAccessible(page);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/server-down.png` });
    const slack = await restart();
    await page.reload();
    expect(await box(page).inputValue()).toBe('does it hurt?');
    expect(await line(page).isVisible()).toBe(false);
    await box(page).press('Enter');
    await page.getByRole('article').getByText('does it hurt?').waitFor();
    expect(await box(page).inputValue()).toBe('');
    expect(await page.getByText('Not sent').count()).toBe(0);
    expect(slack.messages(channel, anna)).toHaveLength(1);
  });

  it('the page finds a server that was started anew by itself, and what was written in a lost thread goes on in the channel', async () => {
    const { page, slack, stop, restart } = await open();
    await slack.say({ channel, user: anna, text: 'does it hurt?' });
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Reply in thread' }).click();
    await reply(page).fill('and how long?');
    await stop();
    await line(page).waitFor();
    await restart();
    await line(page).waitFor({ state: 'hidden', timeout: 20_000 });
    await expect.poll(() => box(page).inputValue()).toBe('and how long?');
    expect(await reply(page).count()).toBe(0);
    await page.getByRole('status').getByText('started anew').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByText('started anew').count()).toBe(0);
  });

  it('files that wait to be sent outlive a reload, by their names, until they are sent or taken away', async () => {
    const { page, slack } = await open();
    await page.getByRole('button', { name: 'Shortcuts and files' }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Add a file' }).click(),
    ]);
    const file = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from('x') });
    await chooser.setFiles([file('shin.png'), file('heel.png')]);
    const waiting = page.getByRole('list', { name: 'Files' }).getByRole('listitem');
    await waiting.first().waitFor();
    await page.reload();
    await expect.poll(() => waiting.allTextContents()).toEqual(['shin.png✕', 'heel.png✕']);
    await page.getByRole('button', { name: 'Remove heel.png' }).click();
    await box(page).fill('/iastm help');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Files do not go along with a command.').waitFor();
    await page.reload();
    await expect.poll(() => waiting.allTextContents()).toEqual(['shin.png✕']);
    await box(page).fill('normal?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('article').getByText('File: shin.png').waitFor();
    await page.reload();
    await page.getByRole('article').getByText('File: shin.png').waitFor();
    expect(await waiting.count()).toBe(0);
    expect(slack.messages(channel, anna)).toMatchObject([{ text: 'normal?', files: [{ name: 'shin.png' }] }]);
  });

  it('drafts outlive a reload, Escape and a visit elsewhere, each in its own place', async () => {
    const { page, slack } = await open();
    await slack.say({ channel, user: anna, text: 'does it hurt?' });
    await box(page).fill('half a thought');
    const openThread = async () => {
      await page.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Reply in thread' }).click();
    };
    await openThread();
    await reply(page).fill('half a reply');
    await reply(page).press('Escape');
    expect(await reply(page).count()).toBe(0);
    await page.getByRole('button', { name: 'clinic-floor' }).click();
    expect(await page.getByRole('textbox', { name: 'Message #clinic-floor' }).inputValue()).toBe('');
    await page.getByRole('button', { name: 'general', exact: true }).click();
    expect(await box(page).inputValue()).toBe('half a thought');
    await page.reload();
    expect(await box(page).inputValue()).toBe('half a thought');
    await openThread();
    expect(await reply(page).inputValue()).toBe('half a reply');
    await reply(page).press('Enter');
    await page.getByRole('region', { name: 'Thread' }).getByText('half a reply').waitFor();
    await reply(page).press('Escape');
    await openThread();
    expect(await reply(page).inputValue()).toBe('');
    expect(await box(page).inputValue()).toBe('half a thought');
    await page.getByRole('radio', { name: 'Ben Okoro' }).check();
    expect(await box(page).inputValue()).toBe('');
  });

  it('what is typed into a form outlives a reload; a server that is down keeps nobody in it', async () => {
    const { page, stop } = await open();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'Ask the IASTM FAQ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your question' }).fill('does it hurt?');
    await dialog.getByRole('combobox', { name: 'Topic' }).selectOption('tools');
    await page.reload();
    expect(await dialog.getByRole('textbox', { name: 'Your question' }).inputValue()).toBe('does it hurt?');
    expect(await dialog.getByRole('combobox', { name: 'Topic' }).inputValue()).toBe('tools');
    await stop();
    await dialog.getByRole('button', { name: 'Send' }).click();
    // What went wrong stays until it is read, where it can be read: beside a dialog nothing can.
    await dialog.getByText('The playground does not answer.').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByText('The playground does not answer.').count()).toBe(0);
    expect(await dialog.getByRole('textbox', { name: 'Your question' }).inputValue()).toBe('does it hurt?');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('status').getByText('The playground does not answer.').waitFor();
  });

  it('a form that the server has forgotten stays in sight, to be copied, until it is closed', async () => {
    const { page, stop, restart } = await open();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'Ask the IASTM FAQ' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your question' }).fill('a long and careful question');
    await stop();
    await restart();
    await dialog.getByRole('alert').getByText('knows this form no more').waitFor({ timeout: 20_000 });
    expect(await dialog.getByRole('textbox', { name: 'Your question' }).inputValue()).toBe(
      'a long and careful question',
    );
    expect(await dialog.getByRole('button', { name: 'Send' }).count()).toBe(0);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('status').filter({ hasText: 'no modal' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'Ask the IASTM FAQ' }).click();
    await dialog.getByRole('button', { name: 'Send' }).waitFor();
  });
});
