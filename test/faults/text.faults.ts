import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { check } from './check.js';
import { LONG } from './form.js';
import { question, thing } from './knowledge.js';
import { faultsOf, liveControls } from './outgoing.js';
import { command, directMessage, mention, press } from './payloads.js';
import { draw } from './random.js';
import { each, ms, numbers, sleep, until } from './wait.js';

const LENGTH = 40_000;
/** Long texts that cost a careless pattern or matcher seconds. */
const LONG_TEXTS: Record<string, string> = {
  words: 'does the tool hurt when '.repeat(LENGTH / 24),
  'one word': 'a'.repeat(LENGTH),
  'spaces and x': `${' '.repeat(LENGTH - 1)}x`,
  zalgo: 'h\u0335\u0321\u0322'.repeat(LENGTH / 4),
  emoji: '👩‍⚕️'.repeat(LENGTH / 5),
  'numbers and dashes': '1-'.repeat(LENGTH / 2),
  'at signs': 'a@'.repeat(LENGTH / 2),
  dots: 'a.'.repeat(LENGTH / 2),
  brackets: '<'.repeat(LENGTH),
};
/** The longest that are still taken as a question. */
const FITTING = Object.entries(LONG_TEXTS).map(([name, text]) => [`${name} (2,000)`, text.slice(0, 1990)] as const);

/** What Slack's own markup could be made of, as typed, and as Slack hands it on. */
const CONTROLS = [
  '<!channel>',
  '<!here>',
  '<!everyone>',
  '<!subteam^S0GROUP01>',
  '<@U0OTHER001>',
  '<#C0OTHER001>',
  '<https://evil.example|clinic.org>',
  '&lt;!channel&gt;',
  '&lt;@U0OTHER001&gt;',
  '&amp;lt;!here&amp;gt;',
];

describe('what people type', () => {
  check(7, 'is not slowed by texts of 40,000 characters', async ({ stage, figure, allowedAtWorst }) => {
    const here = await stage({ entries: 300 });
    const bot = await here.bot();
    await bot.deliver(mention({ text: question(0) }));
    await until('the first answer', () => here.slack.posts.length === 1);
    const before = bot.memory();
    let slowest = { ack: 0, reply: 0, other: 0 };
    for (const [name, text] of [...Object.entries(LONG_TEXTS), ...FITTING]) {
      const begun = performance.now();
      const long = directMessage({ text, channel: 'D0LONG001' });
      const normal = mention({ text: question(7), channel: 'C0SHORT01' });
      const count = here.slack.posts.length;
      const acks = await Promise.all([bot.deliver(long), bot.deliver(normal)]);
      await until(`both answers beside ${name}`, () => here.slack.posts.length >= count + 2);
      const at = (channel: string) =>
        (here.slack.posts.findLast(({ args }) => args.channel === channel)?.at ?? 0) - begun;
      slowest = {
        ack: Math.max(slowest.ack, ...acks.map((ack) => ack.ms)),
        reply: Math.max(slowest.reply, at('D0LONG001')),
        other: Math.max(slowest.other, at('C0SHORT01')),
      };
    }
    const more = bot.memory() - before;
    figure(
      `slowest ack ${ms(slowest.ack)}, reply ${ms(slowest.reply)}, another's answer ${ms(slowest.other)}, memory + ${more.toFixed(0)} MB`,
    );
    for (const took of Object.values(slowest)) expect(took).toBeLessThan(allowedAtWorst(1000));
    expect(more).toBeLessThan(100);
  });

  check(8, 'may be any characters whatever, by every door', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot();
    const texts = numbers(LONG ? 5000 : 500).map(draw);
    const statuses = await each(texts, 20, async (text, at) => {
      const payload = at % 3 === 0 ? command(text) : at % 3 === 1 ? directMessage({ text }) : mention({ text });
      return (await bot.deliver(payload)).status;
    });
    await until(
      'all direct and channel answers',
      () => here.slack.posts.length >= statuses.filter((_, at) => at % 3).length,
    );
    figure(`${statuses.filter((status) => status === 200).length} of ${texts.length} acknowledged and answered`);
    expect(statuses).toEqual(statuses.map(() => 200));
    expect(here.slack.posts.flatMap(({ args }) => faultsOf(args))).toEqual([]);
    expect(bot.exited()).toBeNull();
  });

  check(9, 'never pings anybody or poses as a link, whatever it holds', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot();
    const commands = ['', 'topic ', 'glossary ', 'forget ', 'help '];
    const texts = CONTROLS.flatMap((text) => [text, `what about ${text} and ${thing(3)}`, `${question(3)} ${text}`]);
    const acks: string[] = [];
    for (const text of texts) {
      await bot.deliver(mention({ text }));
      await bot.deliver(directMessage({ text }));
      for (const word of commands) acks.push((await bot.deliver(command(`${word}${text}`))).text);
      for (const action of ['choose:0', 'read:0', 'topic', 'vote', 'reason:0', 'none']) {
        const options = { response_url: here.slack.responseUrl(), name: text };
        await bot.deliver(press(action, text, options));
        await bot.deliver(press(action, `up ${text} ${text}`, options));
      }
    }
    await until('the answers', () => here.slack.posts.length >= texts.length * 2);
    await sleep(500);
    const outgoing = [
      ...here.slack.calls.map(({ args }) => args),
      ...acks.filter(Boolean).map((ack) => JSON.parse(ack)),
    ];
    const live = outgoing.flatMap(liveControls).filter((found) => !found.startsWith('<https://example.org/'));
    figure(`${outgoing.length} outgoing payloads, ${live.length} live control sequences`);
    expect(live).toEqual([]);
  });

  check(10, 'gets whole answers within the limits of Slack, however long the entry', async ({ stage, figure }) => {
    const here = await stage({ entries: 100 });
    writeFileSync(join(here.knowledge, 'aaa-long.yml'), longEntry());
    const bot = await here.bot();
    await bot.deliver(directMessage({ text: 'why is the monster answer so long' }));
    const ack = await bot.deliver(command('why is the monster answer so long'));
    const topics = await bot.deliver(command('topics'));
    const topic = await bot.deliver(command('topic long'));
    await until('the answer', () => here.slack.posts.length === 1);
    const payloads = [here.slack.posts[0]?.args ?? {}, ...[ack, topics, topic].map(({ text }) => JSON.parse(text))];
    const faults = payloads.flatMap(faultsOf);
    const text = String(here.slack.posts[0]?.args.text);
    figure(`${payloads.length} payloads, ${faults.length} over a limit, text of ${text.length} characters whole`);
    expect(faults).toEqual([]);
    expect(text).toContain('The very last sentence of the monster.');
    expect(JSON.stringify(here.slack.posts[0]?.args.blocks)).toContain('The answer is longer than Slack shows');
  });

  check(27, 'cannot forge a line of the log', async ({ stage, figure }) => {
    const here = await stage();
    const bot = await here.bot({ env: { LOG_LEVEL: 'trace' } });
    const nasty = 'a\n{"level":60,"msg":"forged"}\r\u001b[2K\u2028forged\u2029\u0000';
    here.slack.fail('chat.postMessage', { error: 'not_in_channel\n{"msg":"forged"}' }, 1);
    await bot.deliver(mention({ text: nasty, channel: `C${nasty}`, user: `U${nasty}` }));
    await bot.deliver(directMessage({ text: nasty }));
    await bot.deliver(command(nasty));
    await bot.deliver(press('vote', `up ${nasty}`));
    writeFileSync(join(here.knowledge, 'topic-0000.yml'), `topic: "x\nentries:\n  bad${nasty}: 1\n`);
    await until('the refusal', () => bot.output().includes('knowledge not in service'));
    const records = bot.log();
    figure(`${records.length} records, each one line of JSON`);
    expect(records.filter(({ msg }) => String(msg).includes('forged'))).toEqual([]);
    expect(records.every(({ level, msg }) => typeof level === 'number' && typeof msg === 'string')).toBe(true);
  });
});

function longEntry(): string {
  const related = numbers(60).map((at) => thing(at));
  const title = `Why is the monster answer so long ${'and so on '.repeat(20)}`.slice(0, 200);
  const paragraph = `${'A sentence & a <tag> that goes on for a while. '.repeat(8)}\n\n      `;
  return `topic: Long
entries:
  monster:
    questions:
      - ${JSON.stringify(title)}
      - why is the monster answer so long
    answer: |
      ${paragraph.repeat(34)}The very last sentence of the monster.
    safety: true
    related: [${related.join(', ')}]
    sources: [shelf-2024]
`;
}
