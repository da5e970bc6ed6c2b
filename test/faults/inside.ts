import { createBot } from '../../src/bot/bot.js';
import type { Faq } from '../../src/faq/load.js';
import { NO_WORKSHOP } from '../../src/faq/no-workshop.js';
import { assemble } from '../../src/knowledge/assemble.js';
import { parseFile } from '../../src/knowledge/parse.js';
import type { Log } from '../../src/logging.js';
import { createDoorway, type Sent } from '../../src/playground/doorway.js';
import { createRedact } from '../../src/redact/redact.js';
import { createMatcher } from '../../src/search/matcher.js';
import { train } from '../../src/search/train.js';
import { createApp } from '../../src/slack/app.js';
import { systemClock } from '../../src/store/deps.js';
import { keysOf } from '../../src/store/keys.js';
import { followStances } from '../../src/store/known-stances.js';
import type { Store } from '../../src/store/store.js';
import { knowledgeFiles } from './knowledge.js';
import { BOT_ID, BOT_USER, type Json, type Payload } from './payloads.js';

/** The real app and bot within this process: for sweeps and fuzzing, where a child process would be too slow. */
export interface Inside {
  deliver(payload: Payload): Promise<Sent>;
  idle(): Promise<void>;
  /** Everything that went out: calls of the Web API and of response URLs, and acknowledgements with content. */
  outgoing: Json[];
  /** How many answers each question in a channel got, in its thread or directly. */
  answers(channel: string): number[];
}

let faq: Faq | null = null;

export function inside(store: Store, log: Log): Inside {
  faq ??= smallFaq();
  const known = faq;
  const outgoing: Json[] = [];
  const doorway = createDoorway(3000);
  const bot = createBot({
    faq: () => known,
    store,
    redact: createRedact(() => known.knowledge),
    keys: keysOf('faults'),
    stances: followStances(store, { clock: systemClock, log }),
    channels: [],
    now: () => new Date(),
    chance: Math.random,
    observe: { asked: () => {}, voted: () => {}, escalated: () => {} },
    clinicians: [],
    workshop: NO_WORKSHOP,
    leads: { people: [], channel: null },
    retentionDays: 90,
    textDays: 30,
    timeZone: 'UTC',
  });
  const { idle } = createApp({
    bot,
    receiver: doorway.receiver,
    token: 'xoxb-inside',
    identity: { botId: BOT_ID, botUserId: BOT_USER },
    slackApiUrl: 'https://slack.test/api/',
    wire: async (_, { body }) => {
      outgoing.push(argsOf(body));
      return { status: 200, text: '{"ok":true}', header: () => null };
    },
    log,
    observe: { answered: () => {}, slackFault: () => {}, waiting: () => {} },
    now: () => performance.now(),
    wait: () => Promise.resolve(),
  });
  return {
    outgoing,
    async deliver({ body }) {
      const sent = await doorway.send(body);
      // What Bolt itself stumbles over, its receivers catch: the check with a real process is for that.
      await sent.work.catch(() => {});
      if (typeof sent.said === 'object' && sent.said !== null) outgoing.push(sent.said as Json);
      return sent;
    },
    idle,
    answers(channel) {
      const counts = new Map<string, number>();
      for (const { channel: where, thread_ts, user } of outgoing) {
        if (where !== channel || user !== undefined) continue;
        const thread = String(thread_ts ?? 'direct');
        counts.set(thread, (counts.get(thread) ?? 0) + 1);
      }
      return [...counts.values()];
    },
  };
}

function smallFaq(): Faq {
  const files = [...knowledgeFiles(20)].map(([name, text]) => parseFile(name, text));
  const { knowledge } = assemble(files);
  return { knowledge, matcher: createMatcher(train(knowledge)), version: 'faults' };
}

function argsOf(text: string): Json {
  if (text.startsWith('{')) return JSON.parse(text) as Json;
  const args: Json = Object.fromEntries(new URLSearchParams(text));
  if (typeof args.blocks === 'string') args.blocks = JSON.parse(args.blocks);
  return args;
}
