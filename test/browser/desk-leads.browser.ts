import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';
import { startBot } from './built-bot.js';

/** A proof trains twice, on a machine that may be busy. */
const PATIENCE = { timeout: 120_000 };
const ASKED = 'zebra stripes on the blade';

describe.skipIf(!CHROMIUM)('what waits for leads, at the desk', () => {
  const browser = useBrowser();
  const desk = (page: Page) => page.getByRole('dialog', { name: 'Leads’ desk' });
  const panel = (page: Page, name: RegExp) => desk(page).getByRole('tabpanel', { name });

  /** Where something was asked in vain, and somebody is at the desk. */
  async function open(person: string, options: Parameters<typeof openPage>[2] = {}) {
    const { url, knowledge } = await startBot();
    const page = await openPage(browser(), url, { bypassCSP: true, ...options });
    await ask(page);
    const channels = page.getByRole('button', { name: 'Channels' });
    if (await channels.isVisible()) await channels.click();
    await page.getByRole('radio', { name: person }).check();
    await page.getByRole('button', { name: 'Leads’ desk' }).click();
    return { page, knowledge };
  }

  async function ask(page: Page) {
    const box = page.getByRole('textbox', { name: 'Message #general' });
    await box.fill(`/iastm ${ASKED}`);
    await box.press('Enter');
    await page.getByText('Only visible to you').last().waitFor(PATIENCE);
  }

  async function seen(page: Page, name: string) {
    await expectAccessible(page);
    const wide =
      '[...document.querySelectorAll(".desk-body, .desk-panel, .desk-card")].some((it) => it.scrollWidth > it.clientWidth + 1)';
    expect(await page.evaluate(wide), name).toBe(false);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` });
  }

  for (const colorScheme of ['light', 'dark'] as const)
    it.each(Object.entries(SIZES))(
      `shows the gaps and the reviews, each where its entry stands in the file: %s, ${colorScheme}`,
      { timeout: 300_000 },
      async (size, viewport) => {
        const { page } = await open('Dan Ito', { viewport, colorScheme });
        await desk(page).getByRole('tab', { name: 'Gaps 1' }).click(PATIENCE);
        const gap = panel(page, /^Gaps/)
          .getByRole('listitem')
          .filter({ has: page.getByRole('heading', { name: ASKED }) });
        await gap.getByText('1 person, 1 time, last today').waitFor();
        await seen(page, `gaps-${size}-${colorScheme}`);
        const [near] = await gap.locator('ul li').all();
        const [, file = '', line = ''] = /([\w-]+\.yml):(\d+)/.exec((await near?.textContent()) ?? '') ?? [];
        await near?.getByRole('button').click();
        await expect.poll(() => desk(page).getByRole('combobox', { name: 'File' }).inputValue()).toBe(file);
        await expect.poll(() => lineInSight(page)).toBe(Number(line));
        await gap.getByRole('button', { name: `Planned: ${ASKED}` }).click();
        await gap.getByText('last today · planned').waitFor();

        await desk(page)
          .getByRole('tab', { name: /^Reviews \d+$/ })
          .click();
        const reviews = panel(page, /^Reviews/);
        await reviews.getByText(/^Review 1 of \d+/).waitFor();
        await seen(page, `reviews-${size}-${colorScheme}`);
        await reviews.getByRole('button', { name: 'Open in the file' }).click();
        const place = await reviews.locator('code', { hasText: /\.yml:/ }).textContent();
        const at = async () =>
          `${await desk(page).getByRole('combobox', { name: 'File' }).inputValue()}:${await lineInSight(page)}`;
        await expect.poll(at).toBe(place);
        await reviews.getByRole('button', { name: /^Later/ }).click();
        await reviews.getByText(/^Review 2 of \d+/).waitFor();
      },
    );

  /** The line that the keyboard stands in. */
  function lineInSight(page: Page): Promise<number> {
    return desk(page)
      .getByRole('textbox', { name: 'Text of the file' })
      .evaluate((it) => {
        const { value, selectionStart } = it as HTMLTextAreaElement;
        return value.slice(0, selectionStart).split('\n').length;
      });
  }

  it('a gap is closed by keyboard alone: added to an entry, proved, published, and answered when it is asked again', {
    timeout: 600_000,
  }, async () => {
    const { page, knowledge } = await open('Chloe Martin');
    const press = async (name: RegExp | string) => {
      const button = desk(page).getByRole('button', { name });
      await button.focus();
      await page.keyboard.press('Enter');
    };
    await desk(page).getByRole('tab', { name: 'Gaps 1' }).waitFor(PATIENCE);
    await desk(page).getByRole('tab', { name: 'Answers' }).focus();
    await page.keyboard.press('ArrowRight');
    await press(`Add to an entry: ${ASKED}`);
    const form = page.getByRole('dialog', { name: 'Add to an entry' });
    await expect
      .poll(() => form.getByRole('textbox', { name: 'How people ask it' }).inputValue(), PATIENCE)
      .toBe(ASKED);
    const entry = form.getByRole('combobox', { name: 'Which entry answers it?' });
    await entry.fill('graston');
    await page.getByRole('option').first().waitFor(PATIENCE);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: 'See what changes' }).focus();
    await page.keyboard.press('Enter');
    const proof = page.getByRole('dialog', { name: 'What changes' });
    await proof.getByText(`“${ASKED}”: answered`).waitFor(PATIENCE);
    await expectAccessible(page);
    await proof.getByRole('button', { name: 'Publish' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'IASTM FAQ' }).getByText('In service.').waitFor(PATIENCE);
    expect(readFileSync(join(knowledge, 'brands.yml'), 'utf8')).toContain(ASKED);
    await page.keyboard.press('Escape');
    await desk(page).getByRole('tab', { name: 'Gaps 0' }).waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await ask(page);
    await page.getByRole('log').getByRole('article').last().getByText('Evidence:').waitFor(PATIENCE);
  });

  it('a clinician marks a review, whoever is none is told, and whoever is no lead may become one', {
    timeout: 300_000,
  }, async () => {
    const { page, knowledge } = await open('Anna Berg');
    await desk(page).getByRole('tab', { name: 'Reviews' }).click();
    const reviews = panel(page, /^Reviews/);
    await reviews.getByText('That is for leads alone.').waitFor(PATIENCE);
    await expectAccessible(page);
    await reviews.getByRole('button', { name: 'Act as Chloe Martin (lead)' }).click();
    await reviews.getByText(/^Review 1 of/).waitFor(PATIENCE);
    expect(await reviews.getByRole('button', { name: /^Mark reviewed/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Dan Ito' }).check();
    await page.getByRole('button', { name: 'Leads’ desk' }).click();
    const title = await reviews.getByRole('combobox', { name: 'Due' }).locator('option').first().textContent();
    await reviews.getByRole('button', { name: `Mark reviewed: ${title}` }).waitFor(PATIENCE);
    const [, file = ''] = /([\w-]+\.yml):\d+/.exec((await reviews.textContent()) ?? '') ?? [];
    await reviews.getByRole('button', { name: `Sources: ${title}` }).click();
    await page.getByRole('dialog', { name: 'IASTM FAQ' }).waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await reviews.getByRole('button', { name: `Mark reviewed: ${title}` }).click();
    const form = page.getByRole('dialog', { name: 'Mark reviewed' });
    await form.getByRole('textbox', { name: 'Reviewed by' }).fill('Dan Ito, PT');
    await form.getByRole('button', { name: 'Mark reviewed' }).click();
    await page.getByText('Marked reviewed:').waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    expect(readFileSync(join(knowledge, file), 'utf8')).toContain('Dan Ito, PT');
    await expect
      .poll(
        () =>
          reviews
            .getByRole('combobox', { name: 'Due' })
            .locator('option', { hasText: title ?? '' })
            .count(),
        PATIENCE,
      )
      .toBe(0);
  });
});
