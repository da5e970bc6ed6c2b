import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';
import { startBot } from './built-bot.js';

/** A proof trains, on a machine that may be busy. */
const PATIENCE = { timeout: 120_000 };
const SHORT = 'IASTM can hurt. It should stay bearable, and the patient can stop it at any time.';

describe.skipIf(!CHROMIUM)('the form that changes an entry', () => {
  const browser = useBrowser();
  const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

  async function open(options: Parameters<typeof openPage>[2] = {}) {
    const { url, knowledge } = await startBot();
    const page = await openPage(browser(), url, { bypassCSP: true, ...options });
    const channels = page.getByRole('button', { name: 'Channels' });
    if (await channels.isVisible()) await channels.click();
    await page.getByRole('radio', { name: 'Chloe Martin' }).check();
    if (await channels.isVisible()) await page.getByRole('button', { name: /^general/ }).click();
    return { page, read: () => readFileSync(join(knowledge, 'basics.yml'), 'utf8') };
  }

  async function say(page: Page, text: string) {
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await box.fill(text);
    await box.press('Enter');
  }

  async function seen(page: Page, name: string) {
    await expectAccessible(page);
    const wide =
      '[...document.querySelectorAll(".log, .modal-body")].some((it) => it.scrollWidth > it.clientWidth + 1)';
    expect(await page.evaluate(wide), name).toBe(false);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/change-${name}.png` });
  }

  /** What stands under a field, read with it. */
  function described(field: Locator): Promise<string> {
    return field.evaluate((it) =>
      (it.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
        .join(' '),
    );
  }

  it.each(Object.entries(SIZES))(
    'is mended at its field, proved, published and taken back on a %s',
    { timeout: 600_000 },
    async (size, viewport) => {
      const { page, read } = await open({ viewport });
      const before = read();
      await say(page, '/iastm edit painful');
      const form = dialog(page, 'Change an entry');
      const short = form.getByRole('textbox', { name: 'The answer in one sentence' });
      const answer = form.getByRole('textbox', { name: /^The answer$/ });
      await short.waitFor(PATIENCE);
      await seen(page, `form-${size}`);
      const stood = await answer.inputValue();
      await short.fill(SHORT);
      await answer.fill(`${stood} [9]`);
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'hidden' });
      await say(page, '/iastm edit painful');
      await expect.poll(() => short.inputValue(), PATIENCE).toBe(SHORT);
      expect(await answer.inputValue()).toBe(`${stood} [9]`);
      await form.getByText('what you typed before').waitFor();
      await form.getByRole('button', { name: 'See what changes' }).click();
      await expect.poll(() => answer.getAttribute('aria-invalid'), PATIENCE).toBe('true');
      expect(await described(answer)).toContain('A mark stands for a source of the list: [1] to [4].');
      expect(await answer.evaluate((it) => it === document.activeElement)).toBe(true);
      expect(await short.getAttribute('aria-invalid')).toBeNull();
      await seen(page, `fault-${size}`);
      await answer.fill(stood);
      await form.getByRole('button', { name: 'See what changes' }).click();
      const proof = dialog(page, 'What changes');
      await proof.getByText('What changes in the entry').waitFor(PATIENCE);
      await proof.getByText(SHORT).waitFor();
      expect(await page.getByText('what you typed before').isVisible()).toBe(false);
      await seen(page, `proof-${size}`);
      expect(read()).toBe(before);
      await proof.getByRole('button', { name: 'Publish' }).click();
      await dialog(page, 'IASTM FAQ').getByText('In service.').waitFor(PATIENCE);
      await seen(page, `done-${size}`);
      expect(read()).toContain(SHORT);
      await page.keyboard.press('Escape');
      await say(page, '/iastm edits');
      await page.getByRole('button', { name: 'Undo: Does IASTM hurt?' }).click(PATIENCE);
      await proof.getByRole('button', { name: 'Publish' }).click(PATIENCE);
      await dialog(page, 'IASTM FAQ').getByText('In service.').waitFor(PATIENCE);
      expect(read()).toBe(before);
    },
  );

  it('is filled in, mended and published by keyboard alone', { timeout: 600_000 }, async () => {
    const { page, read } = await open();
    const isHere = (it: Locator) => it.evaluate((element) => element === document.activeElement).catch(() => false);
    const tabTo = async (wanted: Locator, key = 'Tab') => {
      for (let steps = 0; steps < 80 && !(await isHere(wanted)); steps++) await page.keyboard.press(key);
      expect(await isHere(wanted)).toBe(true);
    };
    await page.getByRole('textbox', { name: 'Message #general' }).focus();
    await page.keyboard.type('/iastm edit painful');
    await page.keyboard.press('Enter');
    const form = dialog(page, 'Change an entry');
    const short = form.getByRole('textbox', { name: 'The answer in one sentence' });
    await expect.poll(() => isHere(short), PATIENCE).toBe(true);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(SHORT);
    await tabTo(form.getByRole('combobox', { name: 'Strength of evidence' }));
    await page.keyboard.type('fair');
    await tabTo(form.getByRole('textbox', { name: 'Months until it is due for review again' }));
    await page.keyboard.type('99');
    await tabTo(form.getByRole('button', { name: 'See what changes' }));
    await page.keyboard.press('Enter');
    const months = form.getByRole('textbox', { name: 'Months until it is due for review again' });
    await expect.poll(() => isHere(months), PATIENCE).toBe(true);
    expect(await described(months)).toContain('Please write a whole number of months from 1 to 60');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    const proof = dialog(page, 'What changes');
    await proof.getByText('evidence: low → fair').waitFor(PATIENCE);
    await proof.getByText('review_every: not stated → 6').waitFor();
    await tabTo(proof.getByRole('button', { name: 'Publish' }));
    await page.keyboard.press('Enter');
    await dialog(page, 'IASTM FAQ').getByText('In service.').waitFor(PATIENCE);
    for (const line of [SHORT, '    evidence: fair', '    review_every: 6']) expect(read()).toContain(line);
    await page.keyboard.press('Escape');
    await expect.poll(() => isHere(page.getByRole('textbox', { name: 'Message #general' }))).toBe(true);
  });
});
