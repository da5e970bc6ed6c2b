import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';
import { startBot } from './built-bot.js';

const OLD = 'IASTM can hurt, but';
const NEW = 'Mended at the desk: it can hurt, but';
/** A check to the last rule may take as long as two trainings on a busy machine. */
const PATIENCE = { timeout: 90_000 };

describe.skipIf(!CHROMIUM)('the leads’ desk', () => {
  const browser = useBrowser();
  const desk = (page: Page) => page.getByRole('dialog', { name: 'Leads’ desk' });
  const text = (page: Page) => desk(page).getByRole('textbox', { name: 'Text of the file' });
  const card = (page: Page) => desk(page).locator('#desk-card');
  const status = (page: Page) => desk(page).locator('#desk-status');
  const trouble = (page: Page) => desk(page).getByRole('alert');

  async function open(options: Parameters<typeof openPage>[2] = {}, expected?: RegExp) {
    const { url, knowledge, stop } = await startBot();
    const page = await openPage(browser(), url, { bypassCSP: true, ...options }, expected);
    const channels = page.getByRole('button', { name: 'Channels' });
    if (await channels.isVisible()) await channels.click();
    await page.getByRole('button', { name: 'Leads’ desk' }).click();
    return { page, stop, file: join(knowledge, 'basics.yml') };
  }

  /** Types something in the place of some words. */
  async function change(page: Page, from: string, to: string) {
    const found = await text(page).evaluate((it, words) => {
      const box = it as HTMLTextAreaElement;
      const at = box.value.indexOf(words);
      box.focus();
      box.setSelectionRange(at, at + words.length);
      return at;
    }, from);
    expect(found, from).toBeGreaterThan(-1);
    await page.keyboard.insertText(to);
  }

  for (const colorScheme of ['light', 'dark'] as const)
    it.each(Object.entries(SIZES))(
      `shows a text that is not saved as Slack will, what is wrong with it, and who would answer: %s, ${colorScheme}`,
      { timeout: 240_000 },
      async (size, viewport) => {
        const { page } = await open({ viewport, colorScheme });
        const seen = async (name: string) => {
          await expectAccessible(page);
          const wide =
            '[...document.querySelectorAll(".desk-body, .desk-card")].some((it) => it.scrollWidth > it.clientWidth + 1)';
          expect(await page.evaluate(wide), name).toBe(false);
          if (process.env.SCREENSHOTS)
            await page.screenshot({ path: `${process.env.SCREENSHOTS}/desk-${name}-${size}-${colorScheme}.png` });
        };
        // While a file is read, nobody is told that it has no answers.
        await expect.poll(() => text(page).inputValue()).not.toBe('');
        expect(await card(page).textContent()).not.toContain('no answers');
        await desk(page).getByRole('combobox', { name: 'Answer' }).selectOption({ label: 'Does IASTM hurt?' });
        await card(page).getByText(OLD).waitFor(PATIENCE);
        await change(page, OLD, NEW);
        await card(page).getByText(NEW).waitFor(PATIENCE);
        const question = desk(page).getByRole('textbox', { name: 'Try a question' });
        await question.fill('does brusing hurt on warfarin');
        await question.press('Enter');
        const told = desk(page).getByRole('region', { name: 'Who would answer' });
        await told.getByText(/^Warns of: .*warfarin/).waitFor(PATIENCE);
        await told.getByText('brusing as bruising').waitFor();
        await told
          .getByRole('cell', { name: /almost certain|quite sure|more sure than not|unsure/ })
          .first()
          .waitFor();
        await seen('asked');
        await change(page, '    short: >-\n      Mended', '    shrot: >-\n      Mended');
        const finding = desk(page).getByRole('listitem').filter({ hasText: 'K103' });
        await finding.getByText('shrot').waitFor(PATIENCE);
        await desk(page).getByText('This is the last that could be.').waitFor();
        await card(page).getByText(NEW).waitFor();
        await finding.getByRole('button', { name: /^Line \d+$/ }).click();
        const selected = await text(page).evaluate((it) => {
          const { value, selectionStart, selectionEnd } = it as HTMLTextAreaElement;
          return value.slice(selectionStart, selectionEnd);
        });
        expect(selected).toContain('shrot');
        await seen('broken');
      },
    );

  async function answer(page: Page): Promise<string | null> {
    const answers = page.getByRole('log', { name: 'IASTM FAQ' }).getByRole('article').filter({ hasText: 'Evidence:' });
    const before = await answers.count();
    const box = page.getByRole('textbox', { name: 'Message IASTM FAQ' });
    await box.fill('does it hurt');
    await box.press('Enter');
    const newest = answers.nth(before);
    await newest.waitFor(PATIENCE);
    return newest.textContent();
  }

  it('shows by keyboard what a text changes, and publishes it; what is broken is not, and breaks nothing', {
    timeout: 600_000,
  }, async () => {
    const { page, file } = await open();
    await page.keyboard.press('Escape');
    await desk(page).waitFor({ state: 'hidden' });
    await page.getByRole('radio', { name: 'Chloe Martin' }).check();
    await page.getByRole('button', { name: 'leads (private)' }).waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'IASTM FAQ' }).click();
    await page.getByRole('tab', { name: 'Messages' }).click();
    expect(await answer(page)).toContain(OLD);

    await page.getByRole('button', { name: 'Leads’ desk' }).focus();
    await page.keyboard.press('Enter');
    await card(page).getByText('Evidence:').waitFor(PATIENCE);
    await desk(page).getByRole('button', { name: 'Close' }).focus();
    // Nothing to publish yet: from the list of files the next stop is the text.
    for (const _ of ['file', 'text']) await page.keyboard.press('Tab');
    expect(await text(page).evaluate((it) => it === document.activeElement)).toBe(true);
    await change(page, OLD, NEW);
    await status(page).getByText('Not published.').waitFor(PATIENCE);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    const proof = page.getByRole('dialog', { name: 'What changes' });
    await proof.getByText(NEW).waitFor(PATIENCE);
    await expectAccessible(page);
    expect(readFileSync(file, 'utf8')).not.toContain(NEW);
    await proof.getByRole('button', { name: 'Publish' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'IASTM FAQ' }).getByText('In service.').waitFor(PATIENCE);
    expect(readFileSync(file, 'utf8')).toContain(NEW);
    await page.keyboard.press('Escape');
    await status(page).getByText('Published, and in service.').waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    expect(await answer(page)).toContain(NEW);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Leads’ desk' }).click();
    await change(page, '\nentries:\n', '\nentires:\n');
    await desk(page).getByRole('listitem').filter({ hasText: 'entires' }).first().waitFor(PATIENCE);
    await page.keyboard.press('Control+s');
    await trouble(page).getByText('what the check calls an error is mended first').waitFor(PATIENCE);
    await trouble(page)
      .getByRole('button', { name: /Go to line/ })
      .click();
    expect(readFileSync(file, 'utf8')).not.toContain('entires');
    // Whoever breaks the file in an editor breaks no answer.
    await change(page, '\nentires:\n', '\nentries:\n');
    writeFileSync(file, readFileSync(file, 'utf8').replace('\nentries:\n', '\nentires:\n'));
    await status(page).getByText('Changed elsewhere, but not in service: basics.yml:').waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    expect(await answer(page)).toContain(NEW);
  });

  it('follows an editor; what both wrote is brought together, and where that cannot be neither text is lost', {
    timeout: 400_000,
  }, async () => {
    const { page, file } = await open();
    await desk(page).getByRole('combobox', { name: 'Answer' }).selectOption({ label: 'Does IASTM hurt?' }, PATIENCE);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replaceAll(OLD, 'From an editor: it can hurt, but'));
    await card(page).getByText('From an editor').waitFor(PATIENCE);

    await change(page, 'topic: Basics', 'topic: The basics');
    writeFileSync(file, before.replaceAll(OLD, 'From an editor again: it can hurt, but'));
    await trouble(page).getByText('Both are in the text now').waitFor(PATIENCE);
    expect(await text(page).inputValue()).toMatch(/topic: The basics[\s\S]*From an editor again/);
    expect(readFileSync(file, 'utf8')).not.toContain('The basics');
    await expectAccessible(page);

    await change(page, 'From an editor again', 'From the page');
    writeFileSync(file, before.replaceAll(OLD, 'From an editor once more: it can hurt, but'));
    await trouble(page).getByText('in the same lines').waitFor(PATIENCE);
    expect(readFileSync(file, 'utf8')).toContain('From an editor once more');
    expect(await text(page).inputValue()).toContain('From the page');
    await expectAccessible(page);
    await trouble(page).getByRole('button', { name: 'Take the file’s text' }).click();
    await card(page).getByText('From an editor once more').waitFor(PATIENCE);
    await trouble(page).getByRole('button', { name: 'Back to mine' }).click();
    await card(page).getByText('From the page').waitFor(PATIENCE);
    expect(readFileSync(file, 'utf8')).toContain('From an editor once more');
  });

  it('a text that is not published outlives Escape, a reload and a dead server', { timeout: 240_000 }, async () => {
    const { page, stop, file } = await open({}, /ERR_/);
    await card(page).getByText('Evidence:').waitFor(PATIENCE);
    await change(page, OLD, NEW);
    const before = readFileSync(file, 'utf8');
    await page.keyboard.press('Escape');
    await desk(page).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Leads’ desk' }).click();
    expect(await text(page).inputValue()).toContain(NEW);
    await page.reload();
    await page.getByRole('button', { name: 'Leads’ desk' }).click();
    await expect.poll(() => text(page).inputValue()).toContain(NEW);
    await status(page).getByText('Not published.').waitFor(PATIENCE);
    await stop();
    await desk(page).getByRole('button', { name: 'See what changes' }).click();
    await trouble(page).getByText('Not published, your text is kept.').waitFor();
    expect(await text(page).inputValue()).toContain(NEW);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
