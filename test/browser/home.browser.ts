import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { startConversation } from '../conversation.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

describe.skipIf(!CHROMIUM)('the bot’s Home on the page', () => {
  const browser = useBrowser();
  const home = (page: Page) => page.getByRole('tabpanel', { name: 'Home' });
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'IASTM FAQ' });

  it.each(
    (['light', 'dark'] as const).flatMap((scheme) =>
      Object.entries(SIZES).map(([size, viewport]) => ({ scheme, size, viewport })),
    ),
  )('asks, finds, browses and forgets on a $size in $scheme, and axe finds nothing wrong', async (look) => {
    const { size, scheme, viewport } = look;
    const talk = await startConversation();
    const { url, stop } = await startPlayground({ slack: talk.slack, port: 0 });
    onTestFinished(stop);
    const page = await openPage(browser(), url, { bypassCSP: true, viewport, colorScheme: scheme });
    const seen = async (name: string) => {
      await expectAccessible(page);
      const wide =
        '[...document.querySelectorAll(".log, .home, .modal-body")].some((it) => it.scrollWidth > it.clientWidth + 1)';
      expect(await page.evaluate(wide), name).toBe(false);
      if (process.env.SCREENSHOTS)
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/home-${name}-${size}-${scheme}.png` });
    };
    const close = async () => {
      while ((await dialog(page).count()) > 0) {
        await page.keyboard.press('Escape');
        await page.waitForTimeout(50);
      }
    };

    const channels = page.getByRole('button', { name: 'Channels' });
    if (await channels.isVisible()) await channels.click();
    await page.getByRole('navigation').getByRole('button', { name: 'IASTM FAQ' }).click();
    await page.getByText('Try one:').waitFor();
    await seen('messages');
    await page.getByRole('tab', { name: 'Home' }).click();
    await home(page).getByText('Ask the IASTM FAQ').waitFor();
    await seen('home');

    const ask = home(page).getByRole('textbox', { name: 'Your question' });
    await ask.fill('does it hurt??');
    await ask.press('Enter');
    await dialog(page).getByText('You asked about: does it hurt??').waitFor();
    await seen('answer');
    await dialog(page).getByRole('button', { name: 'Sources and review' }).click();
    await dialog(page).getByText('Strength of evidence').waitFor();
    await close();

    await ask.fill('does it hurt??');
    await ask.press('Enter');
    await dialog(page).getByRole('button', { name: 'Share this answer in a channel that you pick' }).click();
    const form = page.getByRole('dialog', { name: 'Share this answer' });
    await form.getByRole('combobox', { name: 'Channel or conversation' }).selectOption('#clinic-floor');
    await seen('share');
    await form.getByRole('button', { name: 'Share', exact: true }).click();
    await dialog(page).getByText('Shared. Everybody there can read it now.').waitFor();
    await seen('shared');
    await close();

    const find = home(page).getByRole('combobox', { name: 'Find an entry as you type' });
    await find.pressSequentially('brusing');
    await page.getByRole('option', { name: 'Is it normal to get bruises' }).waitFor();
    await seen('find');
    await find.press('ArrowDown');
    await find.press('Enter');
    await dialog(page).getByText('Evidence:').waitFor();
    await close();

    for (const time of ['first', 'second']) {
      await home(page).getByRole('combobox', { name: 'Browse by topic' }).selectOption('safety');
      await dialog(page).getByText('How hard should I press?').waitFor();
      if (time === 'first') await seen('topic');
      await close();
    }

    await home(page).getByRole('button', { name: 'Forget me' }).click();
    await page.getByRole('dialog', { name: 'Forget me?' }).waitFor();
    await seen('forget');
    await page.getByRole('dialog', { name: 'Forget me?' }).getByRole('button', { name: 'Forget me' }).click();
    await dialog(page).getByText('Removed: 2 rows').waitFor();
  });
});
