import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { startConversation } from '../conversation.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';
import { dialog, openForm } from './surfaces-app.js';

const channel = CHANNELS[0]?.id ?? '';
const [anna, ben] = [PEOPLE[0]?.name ?? '', PEOPLE[1]?.id ?? ''];

describe.skipIf(!CHROMIUM)('shortcuts of the real bot', () => {
  const browser = useBrowser();

  async function open(options: BrowserContextOptions = {}) {
    const { slack } = await startConversation({ slack: fromManifest() });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    return { slack, page: await openPage(browser(), url, { bypassCSP: true, ...options }) };
  }

  async function find(page: Page) {
    const message = page.getByRole('article', { name: /^Ben Okoro/ });
    await message.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Find FAQ answer' }).click();
    await page.getByText('You asked about: does it hurt?').waitFor();
  }

  async function askIn(page: Page, question: string) {
    await dialog(page).getByRole('textbox', { name: 'Your question' }).fill(question);
    await dialog(page).getByRole('button', { name: 'Ask', exact: true }).click();
    await dialog(page).getByText(`You asked about: ${question}`).waitFor();
  }

  it('the menu of a message finds its answer, for one alone, who shares it in the thread of the message', async () => {
    const { page, slack } = await open();
    const { ts } = await slack.say({ channel, user: ben, text: 'does it hurt?' });
    await find(page);
    expect(slack.messages(channel, ben)).toHaveLength(1);
    await page.getByRole('button', { name: 'Share this answer with everybody here' }).click();
    await page.getByText('Shared in the thread: everybody here can read it now.').waitFor();
    expect(await page.getByRole('button', { name: 'Share this answer with everybody here' }).count()).toBe(0);
    await page.getByRole('button', { name: '1 reply' }).click();
    const copy = page.getByRole('region', { name: 'Thread' }).getByRole('article').last();
    await copy.getByText(`Shared by @${anna}`).waitFor();
    expect(slack.messages(channel, ben).map(({ thread_ts }) => thread_ts)).toEqual([undefined, ts]);
  });

  it('the form is answered in its place, and all that is pressed in it is shown in it', async () => {
    const { page, slack } = await open();
    await openForm(page);
    await askIn(page, 'does it hurt');
    await dialog(page).getByRole('button', { name: 'This answer was helpful' }).click();
    const over = page.getByRole('dialog', { name: 'IASTM FAQ', exact: true });
    await over.getByText('Your vote is kept').waitFor();
    await over.getByRole('button', { name: 'Close' }).last().click();
    await dialog(page).getByText('You asked about: does it hurt').waitFor();
    await dialog(page).getByRole('button', { name: 'Ask another' }).click();
    await askIn(page, 'what is the wifi password');
    await dialog(page).getByText('The FAQ has no answer to that.').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(slack.messages(channel, ben)).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it.each(Object.entries(SIZES))(
      `fit a %s in ${colorScheme}, and axe finds nothing wrong`,
      async (size, viewport) => {
        const { page, slack } = await open({ colorScheme, viewport });
        const look = async (name: string) => {
          await expectAccessible(page);
          if (process.env.SCREENSHOTS)
            await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${size}-${colorScheme}.png` });
        };
        await slack.say({ channel, user: ben, text: 'does it hurt?' });
        await find(page);
        await look('found');
        await page.getByRole('button', { name: 'Share this answer with everybody here' }).click();
        await page.getByText('Shared in the thread: everybody here can read it now.').waitFor();
        await look('shared');
        await openForm(page);
        await look('ask');
        await askIn(page, 'can I treat somebody who takes blood thinners?');
        await look('asked');
        await dialog(page).getByRole('button', { name: 'Ask another' }).click();
        await askIn(page, 'how hard and how long');
        await look('asked-offer');
      },
    );
});
