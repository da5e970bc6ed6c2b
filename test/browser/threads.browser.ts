import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { startConversation } from '../conversation.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

describe.skipIf(!CHROMIUM)('a thread that the bot has answered in', () => {
  const browser = useBrowser();
  const thread = (page: Page) => page.getByRole('region', { name: 'Thread' });

  it.each(Object.entries(SIZES))(
    'points to the answer, which the link leads to, and reads a follow-up with it, on a %s',
    async (size, viewport) => {
      const { slack } = await startConversation({ slack: fromManifest() });
      const { url, stop } = await startPlayground({ slack, port: 0 });
      onTestFinished(stop);
      const page = await openPage(browser(), url, { bypassCSP: true, viewport });
      await page.getByRole('button', { name: 'does it hurt??' }).click();
      if (size === 'phone') await page.getByRole('button', { name: '1 reply' }).click();
      const say = async (text: string) => {
        const box = thread(page).getByRole('textbox');
        await box.fill(text);
        await box.press('Enter');
      };
      await thread(page).getByText('IASTM can hurt').first().waitFor();
      await say('@IASTM FAQ does IASTM hurt?');
      await thread(page).getByText('Answered above:').waitFor();
      await expectAccessible(page);
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/above-${size}.png` });
      await thread(page).getByRole('link', { name: 'Does IASTM hurt?' }).click();
      const answer = thread(page).getByRole('article').nth(1);
      expect(await answer.evaluate((each) => each === document.activeElement)).toBe(true);
      await say('@IASTM FAQ how hard?');
      await thread(page).getByText('I read this with: Does IASTM hurt?').waitFor();
      await expectAccessible(page);
      if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/follow-up-${size}.png` });
    },
  );
});
