import { expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { BOT, CHANNELS } from '../../src/playground/workspace.js';
import { answerReply } from '../../src/replies/answer.js';
import { faqOf } from '../frozen.js';
import { CHROMIUM, openPage, useBrowser } from './browser.js';

/** A phone's screen, in CSS pixels. */
const PHONE = { width: 390, height: 844 };
/** The share of all answers that fit on it whole. */
const FIT = 0.9;

const browser = useBrowser();

it.skipIf(CHROMIUM === undefined)('nine answers in ten fit on one screen of a phone', async () => {
  const { knowledge } = await faqOf();
  const slack = createMemorySlack();
  const { url, stop } = await startPlayground({ slack, port: 0 });
  onTestFinished(stop);
  const page = await openPage(browser(), url, { viewport: PHONE });
  const heights: { id: string; height: number }[] = [];
  for (const entry of knowledge.entries.values()) {
    const { text, blocks } = answerReply(entry, knowledge);
    const posted = await slack.fetch('https://slack.test/api/chat.postMessage', {
      method: 'POST',
      headers: { authorization: `Bearer ${BOT.token}` },
      body: new URLSearchParams({ channel: CHANNELS[0]?.id ?? '', text, blocks: JSON.stringify(blocks) }),
    });
    expect(await posted.json()).toMatchObject({ ok: true });
    const article = page.getByRole('article').last();
    await article
      .getByText(entry.short ?? entry.questions[0])
      .first()
      .waitFor();
    if (process.env.SCREENSHOTS && ['pressure', 'anticoagulants', 'gua-sha', 'refer'].includes(entry.id))
      await article.screenshot({ path: `${process.env.SCREENSHOTS}/${entry.id}-phone.png` });
    heights.push({ id: entry.id, height: Math.round((await article.boundingBox())?.height ?? 0) });
  }
  const tall = heights.filter(({ height }) => height > PHONE.height).sort((a, b) => b.height - a.height);
  expect(tall.length, JSON.stringify(tall)).toBeLessThanOrEqual(heights.length * (1 - FIT));
});
