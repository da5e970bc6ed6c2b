import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { createBot } from '../../src/bot/bot.js';
import type { BotDeps } from '../../src/bot/deps.js';
import { NO_WORKSHOP } from '../../src/faq/no-workshop.js';
import { createLog } from '../../src/logging.js';
import { createApp } from '../../src/slack/app.js';
import { createClient } from '../../src/slack/client.js';
import { openHttpReceiver } from '../../src/slack/http-receiver.js';
import { openSocketReceiver } from '../../src/slack/socket-receiver.js';
import { wire } from '../../src/slack/wire.js';
import { SILENT, systemClock } from '../../src/store/deps.js';
import { keysOf } from '../../src/store/keys.js';
import { followStances } from '../../src/store/known-stances.js';
import { openStore } from '../../src/store/open.js';
import { startHub } from '../faults/hub.js';
import { BOT_ID, BOT_USER, command, type Payload, press as pressOf, TEAM } from '../faults/payloads.js';
import { type Answer, openRequests } from '../faults/requests.js';
import { startStandIn } from '../faults/stand-in.js';
import { until } from '../faults/wait.js';
import { clinicClock, labelsOf, rewrite, withPath } from './learning.js';
import { pressables } from './matched.js';

const SECRET = 'abcdef0123456789abcdef0123456789';
const [HIRE, LEADS_CHANNEL] = ['U0HIRE001', 'C0LEADS001'];
const KEYS = keysOf('a secret of the test');

interface Card {
  text: string;
  blocks: readonly unknown[];
}

/** A clinic with two replicas on one database: one hears Slack over HTTP, the other by Socket Mode. */
async function clinic() {
  const folder = mkdtempSync(join(tmpdir(), 'week-'));
  const file = join(folder, 'iastm.db');
  const slack = await startStandIn();
  const [clock, faq] = [clinicClock(), await withPath()];
  const log = createLog('silent');
  const close: (() => unknown)[] = [];
  onTestFinished(async () => {
    for (const each of close.toReversed()) await each();
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function replica(receiver: Parameters<typeof createApp>[0]['receiver']) {
    const store = await openStore(`file:${file}`, { keys: KEYS });
    const deps: BotDeps = {
      faq: () => faq,
      store,
      redact: (text) => ({ text, found: [] }),
      keys: KEYS,
      stances: followStances(store, { clock: systemClock, log: SILENT }),
      channels: [],
      now: clock.now,
      chance: () => 0,
      timeZone: 'UTC',
      observe: { asked: () => {}, voted: () => {}, escalated: () => {} },
      leads: { people: [], channel: LEADS_CHANNEL },
      clinicians: [],
      workshop: NO_WORKSHOP,
      retentionDays: 90,
      textDays: 30,
    };
    close.push(() => store.close());
    return createApp({
      bot: createBot(deps),
      receiver,
      token: 'xoxb-1',
      identity: { botId: BOT_ID, botUserId: BOT_USER },
      slackApiUrl: slack.url,
      log,
      observe: { answered: () => {}, slackFault: () => {}, waiting: () => {} },
      now: () => performance.now(),
      wait: () => Promise.resolve(),
    });
  }

  const http = openHttpReceiver({ signingSecret: SECRET, log, stopping: () => false, now: () => new Date() });
  const server = createServer((request, response) => void http.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const requests = openRequests((server.address() as AddressInfo).port, SECRET);
  const first = await replica(http.receiver);
  close.push(() => server.close(), requests.close);

  const hub = await startHub(slack);
  const socket = openSocketReceiver({
    client: createClient({ token: 'xapp-1', slackApiUrl: slack.url, wire }),
    log,
    giveUp: () => {},
    now: () => performance.now(),
    wait: () => new Promise(() => {}),
  });
  const second = await replica(socket.receiver);
  await second.app.start();
  close.push(hub.close, () => second.app.stop());

  /** Every second thing goes to the other replica. */
  let turn = 0;
  let card: Card = { text: '', blocks: [] };
  const deliver = (payload: Payload): Promise<Answer> => (turn++ % 2 === 0 ? requests : hub).deliver(payload);
  return {
    slack,
    clock,
    faq,
    remind: () => Promise.all([first.remind(), second.remind()]),
    rows(query: string): unknown[] {
      const database = new DatabaseSync(file);
      const rows = database.prepare(query).all();
      database.close();
      return rows;
    },
    async type(text: string): Promise<Card> {
      const { text: said } = await deliver(command(text, { user: HIRE }));
      card = JSON.parse(said) as Card;
      return card;
    },
    /** Presses a button of the last card, by what it says or is read out as. Slack delivers it to both replicas. */
    async press(label: RegExp): Promise<Card> {
      const button = pressables(card).find(({ text, accessibility_label: spoken }) =>
        label.test(spoken ?? text?.text ?? ''),
      );
      if (button?.action_id === undefined) throw new Error(`No ${label} among ${labelsOf(card).join(', ')}`);
      const seen = slack.posts.length;
      const payload = pressOf(button.action_id, button.value ?? '', {
        user: HIRE,
        response_url: slack.responseUrl(),
        message_ts: '1.1',
      });
      await deliver(payload);
      await until('the card is answered', () => slack.posts.slice(seen).some(({ method }) => method === 'respond'));
      card = slack.posts.at(-1)?.args as unknown as Card;
      await deliver(payload);
      await Promise.all([first.idle(), second.idle()]);
      return card;
    },
  };
}

const RIGHT = /: (?:Call the local|Stop, refer|Cleaning first)/;
const WRONG = /: (?:Finish the strokes|Go on beside it|A rinse)/;

it('is a week of a new hire: learn, leave, come back, quiz, miss, repeat, send, be forgotten and begin again', async () => {
  const { slack, clock, faq, type, press, remind, rows } = await clinic();

  // Monday: two cards, then a patient comes.
  expect((await type('learn')).text).toContain('Unit 1 of 2 · 0 of 5 read');
  await press(/^Got it/);
  expect((await press(/^Got it/)).text).toContain('Unit 2 of 2 · 2 of 5 read');

  // Tuesday: it goes on there; a lead has changed what was read.
  clock.nextDay();
  rewrite(faq, 'what-is', 'Something else about tools.');
  const changed = await type('learn');
  expect(changed.text).toContain('Changed since you read it.');
  expect(changed.text).toContain('1 of 5 read');
  expect((await press(/^Got it/)).text).toContain('How hard should I press?');
  expect((await press(/^Unclear/)).text).toContain('Marked as unclear: _How hard should I press?_');
  expect(JSON.stringify(slack.calls.findLast(({ method }) => method === 'views.open')?.args)).toContain(
    'About “How hard should I press?”',
  );
  await press(/^Got it/);
  expect((await press(/^Got it/)).text).toContain('You have read all 5');
  expect((await press(/^Take the quiz/)).text).toContain('Quiz · 1 of 3');
  await press(RIGHT);
  await press(/^Next/);
  expect((await press(WRONG)).text).toContain('2 of 3 · 1 comes back today');

  // The sitting is left within, and gone on with after lunch.
  clock.later(4);
  expect((await type('quiz')).text).toContain('Quiz · 3 of 3');
  await press(RIGHT);
  expect((await press(/^Next/)).text).toContain('once more, since you missed it today');
  await press(RIGHT);
  const tuesday = await press(/^Next/);
  expect(tuesday.text).toContain('You know 0 of 3');
  expect((await press(/^Remind me/)).text).toContain('I will remind you by direct message');

  // Wednesday: reminded once, by one of both; all right again.
  clock.nextDay();
  await remind();
  const reminders = () =>
    slack.posts.filter(({ method, text }) => method === 'chat.postMessage' && text.startsWith('For today'));
  expect(reminders().map(({ args, text }) => [args.channel, text])).toEqual([
    [HIRE, expect.stringContaining('3 questions of the quiz.')],
  ]);
  await type('quiz');
  for (let at = 0; at < 3; at += 1) {
    await press(RIGHT);
    await press(/^Next/);
  }
  const wednesday = await type('quiz');
  expect(wednesday.text).toContain('You know 3 of 3');
  expect(wednesday.text).toContain('3 come back in 3 days');

  // Friday: nothing to be reminded of. What one knows goes to the lead, once, though Slack delivers the press twice.
  clock.nextDay(2);
  await remind();
  expect(reminders()).toHaveLength(1);
  await type('quiz');
  expect((await press(/^Send to my lead/)).text).toContain('This is what is sent, and nothing else');
  expect((await press(/^Send to the channel/)).text).toContain('Sent.');
  const sent = slack.posts.filter(({ args }) => args.channel === LEADS_CHANNEL);
  expect(sent.map(({ text }) => text)).toEqual([
    expect.stringMatching(
      /<@U0HIRE001> sends .* as of 2026-11-27[\s\S]*2 of 3 right at the first try[\s\S]*not a licence or clinical competence/,
    ),
  ]);

  // The next week: the hire is gone, and nothing of them is left; another one begins anew.
  clock.nextDay(5);
  const person = KEYS.person(`${TEAM}:${HIRE}`);
  expect(rows(`select * from recalls where person = '${person}'`)).toHaveLength(3);
  await type('forget me');
  expect((await press(/^Forget me/)).text).toMatch(/Removed: \d+ rows/);
  for (const table of ['readings', 'recalls', 'reminders', 'asked', 'votes', 'places'])
    expect(rows(`select * from ${table} where person = '${person}'`)).toEqual([]);
  expect(rows(`select * from turns where slot = '${person}'`)).toEqual([]);
  expect(rows(`select * from reminders where user_id = '${HIRE}'`)).toEqual([]);
  expect((await type('learn')).text).toContain('0 of 5 read');
  expect((await type('quiz')).text).toContain('Quiz · 1 of 3');
});
