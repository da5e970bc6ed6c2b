import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, expectAccessible, useBrowser } from './browser.js';
import { dialog, FORM, HOME, openForm, openSurfaces } from './surfaces-app.js';

const channel = 'C0GENERAL1';

/** 320 pixels are the narrowest that WCAG asks for; 640 by 450 is a desk at twice the size of its letters. */
const NARROW = { narrow: { width: 320, height: 568 }, 'twice as large': { width: 640, height: 450 } };

describe.skipIf(!CHROMIUM)('the page for whoever needs it large, calm or in colours of their own', () => {
  const browser = useBrowser();

  const wide = (page: Page) =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.log, .home, .modal-body, .composer')]
        .filter((it) => it.scrollWidth > it.clientWidth + 1)
        .map((it) => it.className || it.tagName),
    );

  async function openWithMessages(options: Parameters<typeof openSurfaces>[1]) {
    const opened = await openSurfaces(browser(), options);
    const { app, slack, page } = opened;
    await slack.say({ channel, user: 'U0ANNA001', text: `does it hurt? ${'x'.repeat(80)}` });
    const feedback = {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: 'vote',
          positive_button: { text: { type: 'plain_text', text: 'Helpful' }, value: 'up' },
          negative_button: { text: { type: 'plain_text', text: 'Not helpful' }, value: 'down' },
        },
      ],
    };
    await app.client.chat.postMessage({ channel, text: 'x', blocks: [...HOME.slice(1), feedback] as never });
    await page.getByRole('button', { name: 'Helpful', exact: true }).waitFor();
    return opened;
  }

  it.each(Object.entries(NARROW))('nothing is wider than the page when it is %s', async (_, viewport) => {
    const { page } = await openWithMessages({ viewport });
    expect(await wide(page)).toEqual([]);
    await expectAccessible(page);
    await openForm(page);
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('Please complete this required field.').first().waitFor();
    expect(await wide(page)).toEqual([]);
    expect(await dialog(page).getByRole('button', { name: 'Send' }).isVisible()).toBe(true);
    await expectAccessible(page);
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/access-${viewport.width}.png` });
  });

  it('in forced colours the focus, what is pressed and what is current are told by a line', async () => {
    const { page } = await openWithMessages({ forcedColors: 'active' });
    const outline = (name: string) =>
      page.getByRole('button', { name, exact: true }).evaluate((it) => getComputedStyle(it).outlineStyle);
    expect(await outline('Helpful')).toBe('none');
    await page.getByRole('button', { name: 'Helpful', exact: true }).click();
    await page.getByRole('log', { name: '# general' }).click();
    await expect.poll(() => outline('Helpful')).toBe('solid');
    expect(await outline('Not helpful')).toBe('none');
    expect(await outline('general')).toBe('solid');
    await page.getByRole('button', { name: 'Not helpful' }).focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await outline('Not helpful')).toBe('solid');
    await openForm(page);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/forced-colours.png` });
  });

  it('nothing moves for whoever wants no motion', async () => {
    const { page, app } = await openSurfaces(browser(), { reducedMotion: 'reduce' });
    const { ts = '' } = await app.client.chat.postMessage({ channel, text: 'x', blocks: [FORM[0]] as never });
    await app.client.assistant.threads.setStatus({ channel_id: channel, thread_ts: ts, status: 'is looking it up…' });
    await page.getByText('is looking it up…').waitFor();
    const moving = () => document.getAnimations().length;
    expect(await page.evaluate(moving)).toBe(0);
  });
});
