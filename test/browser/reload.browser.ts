import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { startConversation } from '../conversation.js';
import { listen } from '../playground/stub-app.js';
import { CHROMIUM, openPage, SIZES, useBrowser } from './browser.js';
import { dialog, openForm, openSurfaces } from './surfaces-app.js';

describe.skipIf(!CHROMIUM)('tabs side by side, and a reload', () => {
  const browser = useBrowser();

  const box = (page: Page) => page.getByRole('textbox', { name: 'Message #general' });
  const thread = (page: Page) => page.getByRole('region', { name: 'Thread' });
  const person = (page: Page, name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });

  async function beside(page: Page): Promise<Page> {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('region', { name: 'Welcome' }).waitFor();
    return other;
  }

  async function open(options: Parameters<typeof openPage>[2] = {}) {
    const { slack } = await startConversation({ slack: fromManifest() });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return openPage(browser(), url, options);
  }

  it('two tabs of one person show the same, and each keeps what is written in it', async () => {
    const page = await open();
    const other = await beside(page);
    await box(page).fill('half a thought');
    await box(other).fill('@IASTM FAQ does it hurt?');
    await box(other).press('Enter');
    await thread(other).getByText('IASTM can hurt').first().waitFor();
    await page.getByRole('button', { name: '1 reply' }).click();
    await thread(other).getByRole('button', { name: 'This answer was not helpful' }).click();
    for (const tab of [page, other]) await thread(tab).getByText('Only visible to you').waitFor();
    await page.reload();
    expect(await box(page).inputValue()).toBe('half a thought');
    expect(await box(other).inputValue()).toBe('');
  });

  it('two tabs of two people show each what is theirs, after a reload too', async () => {
    const page = await open();
    const other = await beside(page);
    await person(other, 'Ben Okoro').check();
    await box(other).fill('/iastm help');
    await box(other).press('Enter');
    await other.getByText('Only visible to you').waitFor();
    await person(page, 'Ben Okoro').and(page.getByLabel('1 new')).waitFor();
    expect(await page.getByText('Only visible to you').count()).toBe(0);
    await other.getByRole('button', { name: 'clinic-floor' }).click();
    for (const tab of [page, other]) await tab.reload();
    await other.getByRole('textbox', { name: 'Message #clinic-floor' }).waitFor();
    expect(await person(other, 'Ben Okoro').isChecked()).toBe(true);
    await box(page).waitFor();
    expect(await person(page, 'Anna Berg').isChecked()).toBe(true);
  });

  it('a form that another tab has sent stays in sight, to be copied, where something was written in it', async () => {
    const { page } = await openSurfaces(browser());
    const other = await beside(page);
    await openForm(other);
    await dialog(page).getByRole('textbox', { name: 'Your question' }).fill('a long and careful question');
    await dialog(other).getByRole('textbox', { name: 'Your question' }).fill('does it hurt?');
    await dialog(other).getByRole('combobox', { name: 'Topic' }).selectOption('tools');
    await dialog(other).getByRole('button', { name: 'Send' }).click();
    await dialog(other).waitFor({ state: 'hidden' });
    await dialog(page).getByRole('alert').getByText('in another tab').waitFor();
    expect(await dialog(page).getByRole('button', { name: 'Send' }).count()).toBe(0);
    expect(await dialog(page).getByRole('textbox', { name: 'Your question' }).inputValue()).toBe(
      'a long and careful question',
    );
    await dialog(page).getByRole('button', { name: 'Cancel' }).click();
    await openForm(other);
    await dialog(page).waitFor();
    await dialog(other).getByRole('button', { name: 'Cancel' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
  });

  it.each(Object.entries(SIZES))(
    'a reload while the bot is at work loses neither the answer nor the place: %s',
    async (_, viewport) => {
      const slack = createMemorySlack();
      const app = listen(slack);
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      app.event('app_mention', async ({ event: { channel, ts }, client }) => {
        await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: ts, status: 'is looking it up…' });
        await released;
        await client.chat.postMessage({ channel, thread_ts: ts, text: 'It can.' });
      });
      const { url, stop } = await startPlayground({ slack, port: 0 });
      onTestFinished(stop);
      const page = await openPage(browser(), url, { viewport });
      await box(page).fill('@IASTM FAQ does it hurt?');
      await box(page).press('Enter');
      await page.getByText('is looking it up…').waitFor();
      await page.getByRole('article').getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Reply in thread' }).click();
      await page.getByRole('textbox', { name: 'Reply…' }).fill('thanks');
      await page.reload();
      await thread(page).getByText('is looking it up…').waitFor();
      expect(await page.getByRole('textbox', { name: 'Reply…' }).inputValue()).toBe('thanks');
      release();
      await thread(page).getByText('It can.').waitFor();
      await page.getByRole('textbox', { name: 'Reply…' }).press('Escape');
      await page.getByRole('button', { name: '1 reply' }).waitFor();
      expect(await box(page).inputValue()).toBe('');
      expect(slack.messages('C0GENERAL1', 'U0ANNA001')).toHaveLength(2);
    },
  );
});
