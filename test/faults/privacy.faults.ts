import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { LOG_LEVELS } from '../../src/config.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { createRedact } from '../../src/redact/redact.js';
import { KNOWLEDGE } from '../frozen.js';
import { APP_TOKEN, BOT_TOKEN, type Bot, SIGNING_SECRET } from './bot.js';
import { check } from './check.js';
import { LONG } from './form.js';
import { question, thing } from './knowledge.js';
import { command, directMessage, event, mention, type Payload, press } from './payloads.js';
import type { Stage } from './stage.js';
import { numbers, sleep, until } from './wait.js';

/** Made-up details of people, by kind; each marks one question that must not be found again. */
const DETAILS: Record<string, readonly string[]> = {
  phone: ['206-555-0147', '(425) 555-0199', '+1 360 555 0123', '2065550188'],
  mail: ['jane.doe@example.com', 'm_kowalski@mail.example.org', 'tim.s@clinic.example.net'],
  number: ['123-45-6789', '078-05-1120'],
  record: ['MRN 0048812', 'chart # 771203', 'member id W123456789'],
  date: ['DOB 03/12/1961', 'born 3.12.61', 'dob March 3rd 1961', 'DOB: 1961-03-12'],
  address: ['https://portal.example.com/patient/8812', '1420 Maple Street, Tacoma WA 98405'],
  name: [
    'mrs Kowalski',
    'pt John Smith',
    'patient named Oluwaseun Adeyemi',
    'Mr. Alvarez',
    'Ms. Petrova',
    'Dr. Hanley',
  ],
};
const PHI = numbers(60).map((at) => {
  const kinds = Object.entries(DETAILS);
  const [kind = '', values = []] = kinds[at % kinds.length] ?? [];
  const value = values[Math.floor(at / kinds.length) % values.length] ?? '';
  return { kind, value, text: `${value} asks ${question(at % 20)}` };
});
/** What of a detail must not be found: the detail itself, without the word that gave it away. */
const secretOf = (value: string) =>
  value.replace(/^(mrs|pt|patient named|Mr\.|Ms\.|Dr\.|MRN|chart #|member id|DOB:?|born|dob) /, '');
const MARKER = 'zqmarker';
const SECRETS = [BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, MARKER];
/** Lets a test crash the bot with an error that quotes somebody. The address of this code is in its stack: no mark in it. */
const QUOTE = `new Error(${[...MARKER].map((letter) => JSON.stringify(letter)).join('+')})`;
const CRASH = `data:text/javascript,process.on('SIGUSR2',()=>{throw ${QUOTE}});process.on('SIGWINCH',()=>{Promise.reject(${QUOTE})})`;

describe('privacy', () => {
  for (const mode of ['http', 'socket'] as const) {
    for (const level of LONG ? LOG_LEVELS : (['trace', 'info'] as const)) {
      check(
        24,
        `holds in all output at level ${level} (${mode === 'http' ? 'HTTP' : 'Socket Mode'}): no word of a question, no name, no token`,
        async ({ stage, figure }) => {
          const here = await stage({ entries: 20 });
          const bot = await here.bot({
            mode,
            env: { LOG_LEVEL: level, LEADS: 'U0LEAD001' },
            node: ['--import', CRASH],
          });
          const flows = await everyFlow(here, bot);
          const metrics = await bot.requests.get('/metrics');
          const ready = await bot.requests.get('/readyz');
          bot.process.kill(mode === 'http' ? 'SIGUSR2' : 'SIGWINCH');
          const { code } = await bot.exit;
          const files = readdirSync(here.folder).filter(
            (name) => !name.startsWith('faults.db') && name !== 'knowledge',
          );
          const texts = [bot.output(), metrics.text, ready.text];
          const secrets = [...SECRETS, ...PHI.map(({ value }) => secretOf(value))];
          const found = secrets.filter((secret) => texts.some((text) => text.includes(secret)));
          figure(
            `${flows} payloads and a crash, ${bot.output().length} characters of output, ${found.length} of ${secrets.length} marks found`,
          );
          expect(found).toEqual([]);
          expect(code).toBe(1);
          expect(files).toEqual([]);
          if (level !== 'silent') expect(bot.output()).toMatch(/unhandled rejection|uncaught exception/);
        },
        true,
      );
    }
  }

  check(25, 'holds in the store: details of people are gone before the first write', async ({ stage, figure }) => {
    const here = await stage({ entries: 20 });
    const bot = await here.bot();
    for (const { text } of PHI) await bot.deliver(mention({ text }));
    await until(
      'all answers',
      () => here.slack.posts.filter(({ method }) => method === 'chat.postMessage').length >= PHI.length,
    );
    await bot.stop();
    const bytes = readdirSync(here.folder)
      .filter((name) => name.startsWith('faults.db'))
      .map((name) => readFileSync(join(here.folder, name)).toString('utf8'))
      .join('');
    const left = PHI.filter(({ value }) => bytes.includes(secretOf(value)));
    const names = left.filter(({ kind }) => kind === 'name');
    const others = left.filter(({ kind }) => kind !== 'name');
    const total = PHI.filter(({ kind }) => kind === 'name').length;
    const { knowledge } = await loadKnowledge(KNOWLEDGE);
    if (knowledge === null) throw new Error('no knowledge');
    const redact = createRedact(() => knowledge);
    const own = [...knowledge.entries.values()].flatMap(({ questions }) => questions);
    const falsely = own.filter((text) => redact(text).text !== text);
    figure(
      `${PHI.length - total - others.length} of ${PHI.length - total} numbers, dates and addresses and ${total - names.length} of ${total} names gone; ${falsely.length} of ${own.length} questions of the FAQ redacted`,
    );
    expect(others.map(({ value }) => value)).toEqual([]);
    expect(names.length).toBeLessThanOrEqual(total / 10);
    expect(falsely.length).toBeLessThanOrEqual(own.length * 0.02);
  });
});

/** Sends every kind of payload, each with marks in whatever people can fill in, on good and on failing paths. */
async function everyFlow({ slack }: Stage, bot: Bot): Promise<number> {
  const user = 'U0STAFF001';
  const urls = () => ({ response_url: slack.responseUrl(), name: MARKER, user });
  const payloads: Payload[] = [
    ...PHI.flatMap(({ text }, at) => [
      at % 2 === 0 ? mention({ text }) : directMessage({ text }),
      command(text, urls()),
    ]),
    ...['help', 'topics', `topic ${MARKER}`, `glossary ${MARKER}`, 'privacy', 'sources', MARKER.repeat(400)].map(
      (text) => command(text, urls()),
    ),
    ...['choose:0', 'read:0', 'topic', 'none', 'vote', 'reason:1'].flatMap((action) => [
      press(action, MARKER, urls()),
      press(action, `down ${thing(1)}`, urls()),
      press(action, `${thing(1)} ${MARKER} ${MARKER}`, { ...urls(), response_url: `http://127.0.0.1:9/${MARKER}` }),
    ]),
    event({ type: 'app_home_opened', user: MARKER, tab: 'home' }),
    event({ type: MARKER, text: MARKER }),
    event({ type: 'message', channel_type: 'im', subtype: MARKER, text: MARKER }),
    mention({ text: MARKER.repeat(5000) }),
  ];
  const failures = [
    { error: `not_in_channel` },
    { error: `refused ${MARKER}` },
    { status: 500 },
    'reset',
    { error: 'missing_scope' },
  ] as const;
  for (const failure of failures)
    slack.fail(({ method, args }) => method.startsWith('chat.') && args.channel === 'C0FAILS01', failure, 1);
  for (const at of numbers(failures.length))
    payloads.push(mention({ text: `${MARKER} ${question(at)}`, channel: 'C0FAILS01' }));
  slack.fail('respond', { status: 404 }, 3);
  for (const payload of payloads) await bot.deliver(payload);
  const failing = () => slack.calls.filter(({ args }) => args.channel === 'C0FAILS01').length;
  await until('each failure', () => failing() >= failures.length);
  await until('nothing more comes', async () => {
    const before = slack.calls.length;
    await sleep(2000);
    return slack.calls.length === before;
  });
  return payloads.length;
}
