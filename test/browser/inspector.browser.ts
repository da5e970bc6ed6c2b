import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readingOf } from '../../src/modes/reading.js';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { startConversation } from '../conversation.js';
import { listen } from '../playground/stub-app.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

describe.skipIf(!CHROMIUM)('the inspector', () => {
  const browser = useBrowser();
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Inspector' });

  async function open(options: Parameters<typeof openPage>[2] = {}) {
    const { slack, faq } = await startConversation({ slack: fromManifest() });
    const server = await startPlayground({ slack, port: 0, read: readingOf(() => faq) });
    onTestFinished(server.stop);
    return { slack, page: await openPage(browser(), server.url, { bypassCSP: true, ...options }) };
  }

  for (const colorScheme of ['light', 'dark'] as const)
    it.each(Object.entries(SIZES))(
      `tells of an answer how it came about: %s, ${colorScheme}`,
      async (size, viewport) => {
        const { page } = await open({ colorScheme, viewport, permissions: ['clipboard-read', 'clipboard-write'] });
        await page.getByRole('button', { name: 'does it hurt??' }).click();
        if (size === 'phone') await page.getByRole('button', { name: '1 reply' }).click();
        const answer = page.getByRole('region', { name: 'Thread' }).getByRole('article').last();
        await answer.getByRole('button', { name: /^Inspect/ }).click();
        await dialog(page).getByText('Decision: answer').waitFor();
        await dialog(page).getByRole('cell', { name: 'painful' }).waitFor();
        expect(await dialog(page).locator('details[open] > summary').first().textContent()).toMatch(
          /^A message by Anna Berg, .*ms$/,
        );
        const shot = (name: string) =>
          process.env.SCREENSHOTS &&
          page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${size}-${colorScheme}.png` });
        await expectAccessible(page);
        await shot('inspector');
        await dialog(page).getByText('app_mention').first().click();
        await dialog(page).getByText('"event_id"').waitFor();
        const post = dialog(page).locator('details details').filter({ hasText: 'chat.postMessage' });
        await post.locator('summary').click();
        await post.getByText('A screen reader hears:').waitFor();
        // As it is heard: no marks, and no addresses behind their words.
        expect(await post.locator('.trace-heard').textContent()).not.toMatch(/\*|https:/);
        const link = await post.getByRole('link', { name: 'Open in Block Kit Builder' }).getAttribute('href');
        const [address = '', blocks = ''] = (link ?? '').split('#');
        expect(address).toBe('https://app.slack.com/block-kit-builder/');
        expect(JSON.parse(decodeURIComponent(blocks))).toMatchObject({
          blocks: expect.arrayContaining([expect.objectContaining({ type: 'section' })]),
        });
        await post.getByRole('button', { name: 'Copy' }).click();
        await post.getByRole('button', { name: 'Copied' }).waitFor();
        const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
        expect(copied).toMatchObject({
          text: expect.stringContaining('IASTM can hurt'),
          thread_ts: expect.any(String),
        });
        await expectAccessible(page);
        await shot('inspector-open');
        const wide = await dialog(page).evaluate((it) => it.scrollWidth > it.clientWidth);
        expect(wide).toBe(false);
        await page.keyboard.press('Escape');
        await dialog(page).waitFor({ state: 'hidden' });
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
          .toMatch(/^Inspect/);
      },
    );

  it('what is too long for a link to the builder is copied', async () => {
    const slack = createMemorySlack();
    const section = { type: 'section', text: { type: 'plain_text', text: '“Ä”'.repeat(600) } };
    listen(slack).event('app_mention', async ({ say }) => {
      await say({ text: 'x', blocks: Array(7).fill(section) });
    });
    const server = await startPlayground({ slack, port: 0 });
    onTestFinished(server.stop);
    const page = await openPage(browser(), server.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'does it hurt??' }).click();
    await page.getByRole('article', { name: /^IASTM FAQ/ }).waitFor();
    await page.getByRole('button', { name: 'Inspector' }).click();
    const call = dialog(page).locator('details details').filter({ hasText: 'chat.postMessage' });
    await call.locator('summary').click();
    await call.getByText('Too long for a link').waitFor();
    expect(await call.getByRole('link').count()).toBe(0);
    await call.getByRole('button', { name: 'Copy the blocks' }).click();
    await call.getByRole('button', { name: 'Copied' }).waitFor();
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())).blocks).toHaveLength(7);
  });

  it('what the app says in its acknowledgement, forms and unheard messages are told too, newest first', async () => {
    const { page, slack } = await open();
    const box = page.getByRole('textbox', { name: 'Message #general' });
    for (const text of ['hello there', '/iastm does it hurt']) {
      await box.fill(text);
      await box.press('Enter');
      await page
        .getByRole('article')
        .nth(text.startsWith('/') ? 1 : 0)
        .waitFor();
    }
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: 'Ask the IASTM FAQ' }).click();
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.press('Escape');
    await slack.settled();
    await page.getByRole('button', { name: 'Inspector' }).click();
    const acts = dialog(page).locator('.trace > summary');
    await expect
      .poll(async () => (await acts.allTextContents()).map((title) => title.split(' by ')[0]))
      .toEqual(['A form closed', 'A global shortcut', 'A command', 'A message']);
    await acts.nth(1).click();
    await dialog(page)
      .getByText(/^views\.open, /)
      .waitFor();
    await acts.nth(2).click();
    await dialog(page).getByText('said in its acknowledgement').waitFor();
    await acts.nth(3).click();
    await dialog(page).getByText('Slack tells the app nothing of this.').last().waitFor();
  });
});
