import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { startPlayground } from '../../src/playground/server.js';
import type { Match } from '../../src/search/match.js';
import { startConversation } from '../conversation.js';
import { matched } from '../slack/matched.js';
import { CHROMIUM, expectAccessible, openPage, SIZES, useBrowser } from './browser.js';

const WARNINGS = [
  { entry: 'refer', watched: 'night sweats' },
  { entry: 'anticoagulants', watched: 'blood thinners' },
  { entry: 'contraindications', watched: 'a pacemaker' },
];
const CLOSEST: Partial<Match> = {
  decision: 'suggest',
  offered: ['pressure'],
  candidates: ['pressure', 'painful', 'bruising', 'consent'].map((entry, at) => ({
    entry,
    confidence: 0.5 / (at + 1),
  })),
};
/** Every kind of reply to a question, with what stands above and below it. */
const REPLIES: Record<string, Partial<Match>> = {
  answer: {
    decision: 'answer',
    entry: 'anticoagulants',
    warnings: WARNINGS.slice(0, 1),
    also: ['pressure', 'bruising'],
    corrections: [{ typed: 'plantar fascitis', read: 'plantar fasciitis' }],
  },
  suggestion: { decision: 'suggest', offered: ['painful', 'bruising', 'pressure'], warnings: WARNINGS },
  closest: { ...CLOSEST, warnings: WARNINGS.slice(1, 2) },
  abstain: { decision: 'abstain', warnings: WARNINGS.slice(0, 2) },
};

describe.skipIf(!CHROMIUM)('what stands above and below a reply', () => {
  const browser = useBrowser();

  /** The page with one question asked, its thread open. */
  async function ask(found: Partial<Match>, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
    const { slack } = await startConversation({ faq: await matched(found), slack: fromManifest() });
    const { url, stop } = await startPlayground({ slack, port: 0 });
    onTestFinished(stop);
    const page = await openPage(browser(), url, { bypassCSP: true, ...options });
    await page.getByRole('button', { name: 'does it hurt??' }).click();
    const thread = page.getByRole('region', { name: 'Thread' });
    if (options.viewport?.width === SIZES.phone.width) await page.getByRole('button', { name: '1 reply' }).click();
    await thread.getByRole('article').nth(1).waitFor();
    return page;
  }

  const thread = (page: Page) => page.getByRole('region', { name: 'Thread' });

  for (const [size, viewport] of Object.entries(SIZES))
    it.each(Object.entries(REPLIES))(
      `fits a ${size}, with warnings that can be read and told apart: %s`,
      async (name, found) => {
        const page = await ask(found, { viewport });
        const reply = thread(page).getByRole('article').nth(1);
        const urgent = (found.warnings ?? []).filter(({ entry }) => entry === 'refer').length;
        expect(await reply.getByRole('img', { name: 'rotating light' }).count()).toBe(urgent);
        for (const warned of await reply.getByText('You mention').all()) {
          const box = await warned.boundingBox();
          expect(box?.width).toBeGreaterThan(150);
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(viewport.width);
        }
        const overhang = await page.evaluate(() =>
          [...document.querySelectorAll('.log')].some((log) => log.scrollWidth > log.clientWidth),
        );
        expect(overhang).toBe(false);
        await expectAccessible(page);
        if (!process.env.SCREENSHOTS) return;
        await page.setViewportSize({ ...viewport, height: 2800 });
        await reply.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${size}.png` });
      },
    );

  it('a warned entry opens beside, and the choice of another entry keeps the warning', async () => {
    const page = await ask({ ...CLOSEST, warnings: WARNINGS.slice(0, 1) });
    await thread(page).getByRole('button', { name: 'Read it: When should I stop' }).click();
    await thread(page).getByText('Only visible to you').waitFor();
    await thread(page).getByRole('combobox', { name: 'Something else' }).selectOption('choose bruising');
    const reply = thread(page).getByRole('article').nth(1);
    await reply.getByText('Evidence:').waitFor();
    await reply.getByRole('img', { name: 'rotating light' }).waitFor();
    await reply.getByText('night sweats').waitFor();
  });

  it('in the dark too', async () => {
    const page = await ask(REPLIES.suggestion ?? {}, { colorScheme: 'dark' });
    await expectAccessible(page);
    if (process.env.SCREENSHOTS)
      await thread(page).screenshot({ path: `${process.env.SCREENSHOTS}/suggestion-dark.png` });
  });
});
