import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createReplies } from '../../src/bot/replies.js';
import { runAside } from '../../src/faq/aside.js';
import { type Faq, LIMITS, ready, type Trained } from '../../src/faq/load.js';
import type { Knowledge } from '../../src/knowledge/entry.js';
import { compose } from '../../src/replies/compose.js';
import { type Bot, ROOT } from './bot.js';
import { check } from './check.js';
import { LONG } from './form.js';
import { question, thing } from './knowledge.js';
import { type Lead, leadAt } from './lead.js';
import { mention, nextTs } from './payloads.js';
import { generator } from './random.js';
import type { Stage } from './stage.js';
import { each, numbers, sleep, until } from './wait.js';

/** In the long form in parts, so that one that is tried again does not begin from the first. */
const PARTS = LONG ? 4 : 1;
const EDITS = LONG ? 50 : 24;
const ENTRIES = 40;
const LEAD = 'U0LEAD001';
/** Questions that are under way at any time. */
const ASKERS = 3;

const { to } = createReplies({ people: [LEAD], channel: null });

/** The knowledge folder between two edits. */
interface Known {
  /** All that its files hold. */
  texts: string;
  faq: Faq;
}

describe('edits by a lead', () => {
  for (const part of numbers(PARTS))
    check(
      36,
      `of every kind go into service while questions are asked without a pause, and every answer is right (${EDITS} at random, part ${part + 1} of ${PARTS})`,
      async ({ stage, figure }) => {
        const seed = Number(process.env.FAULTS_SEED ?? Math.floor(Math.random() * 1e9));
        figure(`FAULTS_SEED=${seed}`);
        const next = generator(seed);
        const here = await stage({ entries: ENTRIES });
        const bot = await here.bot({ env: { LEADS: LEAD } });
        const lead = leadAt(here, bot, LEAD);
        const known = [await read(here.knowledge)];
        const asking = ask(here, bot, { next: generator(seed + 1), known });
        const counts = new Map<string, number>();
        try {
          for (const at of numbers(EDITS)) {
            const kinds = Object.keys(KINDS).filter((kind) => kind !== 'undo' || at > 0);
            const kind = kinds[next(kinds.length)] ?? '';
            counts.set(kind, (counts.get(kind) ?? 0) + 1);
            const isMeant = await KINDS[kind]?.({ lead, at, next, asks: asking.asks, known });
            asking.mayBe(known.length);
            await lead.publish();
            const after = await read(here.knowledge);
            known.push(after);
            await lead.served();
            expect(asking.is(known.length - 1), `after edit ${at}, ${kind}`).toEqual([]);
            isMeant?.(after);
          }
        } finally {
          await asking.end();
        }
        const { asked, answers, changed, wrong } = asking.counts();
        figure(
          `${[...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ')}; ${asked} questions, ${answers} answers, ${changed} while an edit changed them, ${wrong} wrong`,
        );
        expect({ answers, wrong }).toEqual({ answers: asked, wrong: 0 });
        expect(changed).toBeGreaterThan(0);
        expect(bot.exited()).toBeNull();
      },
    );
});

interface Editing {
  lead: Lead;
  at: number;
  next(below: number): number;
  /** Takes questions that the edit is about. */
  asks(...questions: string[]): void;
  known: readonly Known[];
}

/** Proves an edit of each kind, and answers with what must hold once it is published. */
const KINDS: Record<string, (editing: Editing) => Promise<(after: Known) => void>> = {
  async short({ lead, at, next, asks }) {
    const entry = some(next, asks);
    const short = `Edit ${at} says briefly what to do with the ${entry}.`;
    await lead.change(entry);
    await lead.send({ short });
    return (after) => expect(entryOf(after, entry).short).toBe(short);
  },
  async answer({ lead, at, next, asks }) {
    const entry = some(next, asks);
    const answer = `Begin ${entry} edit ${at}. Hold it calmly and look at the skin first [1].\n\nEnd ${entry} edit ${at}.`;
    await lead.change(entry);
    await lead.send({ answer });
    return (after) => expect(entryOf(after, entry).answer.trim()).toBe(answer);
  },
  async phrasings({ lead, at, next, asks }) {
    const entry = some(next, asks);
    await lead.change(entry);
    const had = lead.lines('wordings');
    const gone = had.length > 1 ? had[next(had.length)] : undefined;
    const wordings = [...had.filter((each) => each !== gone), `which drawer has the ${thing(2000 + at)}`];
    asks(...wordings, ...(gone === undefined ? [] : [gone]));
    await lead.send({ wordings: wordings.join('\n') });
    return (after) => expect(entryOf(after, entry).questions.slice(1)).toEqual(wordings);
  },
  async watched({ lead, at, next, asks }) {
    const entry = some(next, asks);
    await lead.change(entry);
    const had = lead.lines('watch_for');
    const words = [...(next(3) === 0 ? [] : had), thing(3000 + at)];
    for (const word of [...had, ...words]) asks(`${question(next(ENTRIES))} near a ${word}`);
    await lead.send({ watch_for: words.join('\n') });
    return (after) => expect(entryOf(after, entry).watchFor).toEqual(words);
  },
  async entry({ lead, at, asks, known }) {
    const title = question(5000 + at);
    const [topic = ''] = known[0]?.faq.knowledge.topics.keys() ?? [];
    asks(title);
    await lead.draft();
    await lead.send({
      ...{ title, wordings: `tell me of the ${thing(5000 + at)}`, short: `Edit ${at} has a new answer.` },
      ...{ answer: `Begin new edit ${at}. Ask who is on duty [1].\n\nEnd new edit ${at}.`, sources: ['shelf-2024'] },
      ...{ topic, safety: 'no' },
    });
    return ({ faq }) =>
      expect([...faq.knowledge.entries.values()].map(({ questions }) => questions[0])).toContain(title);
  },
  async undo({ lead, known }) {
    await lead.undo();
    return ({ texts }) => expect(texts).toBe(known.at(-3)?.texts);
  },
};

/** Some entry of the stage's, which is asked about from now on. */
function some(next: Editing['next'], asks: Editing['asks']): string {
  const at = next(ENTRIES);
  asks(question(at));
  return thing(at);
}

function entryOf({ faq }: Known, id: string) {
  const entry = faq.knowledge.entries.get(id);
  if (entry === undefined) throw new Error(`No entry ${id}.`);
  return entry;
}

/** The folder as it stands, read as the bot reads it. */
async function read(dir: string): Promise<Known> {
  const script = join(ROOT, 'dist/faq/child.js');
  const trained = await runAside(script, [dir], { limit: LIMITS.start, signal: new AbortController().signal });
  const { faq, problems } = ready(trained as Trained);
  if (faq === null) throw new Error(`The folder has errors: ${JSON.stringify(problems.slice(0, 3))}`);
  const names = readdirSync(dir).filter((name) => name.endsWith('.yml'));
  return { faq, texts: names.map((name) => readFileSync(join(dir, name), 'utf8')).join('') };
}

/** What a bot has to say to a question, word for word. */
function rightFor(text: string, { matcher, knowledge }: { matcher: Faq['matcher']; knowledge: Knowledge }): string {
  const match = matcher.match(text);
  return compose(to(match, knowledge), { ...match, asked: '' }, knowledge).text;
}

/** Asks in mentions, some at any time, until the end; and looks whether each answer is one of those that were in service meanwhile. */
function ask({ slack }: Stage, bot: Bot, { next, known }: { next: Editing['next']; known: readonly Known[] }) {
  const latest: string[] = [];
  const open = new Map<unknown, { text: string; first: number }>();
  const waiting: { text: string; said: string; first: number; last: number }[] = [];
  const wrong: { text: string; said: string }[] = [];
  let [served, begun, asked, answers, changed, heard] = [0, 0, 0, 0, 0, 0];
  let over = false;

  function hear(): void {
    for (; heard < slack.posts.length; heard++) {
      const { method, args, text: said = '' } = slack.posts[heard] ?? {};
      if (method !== 'chat.postMessage' || args === undefined) continue;
      answers += 1;
      const question = open.get(args.thread_ts);
      if (question !== undefined) waiting.push({ ...question, said, last: begun });
      open.delete(args.thread_ts);
    }
  }

  function judge(): void {
    for (const { text, said, first, last } of waiting.splice(0)) {
      const right = known.slice(first, last + 1).map(({ faq }) => rightFor(text, faq));
      if (new Set(right).size > 1) changed += 1;
      if (!right.includes(said)) wrong.push({ text, said });
    }
  }

  const done = each(numbers(ASKERS), ASKERS, async () => {
    while (!over) {
      const recent = latest.slice(-8);
      const text = (next(2) === 0 ? recent[next(recent.length || 1)] : undefined) ?? question(next(ENTRIES));
      const ts = nextTs();
      open.set(ts, { text, first: served });
      asked += 1;
      await bot.deliver(mention({ text, ts }));
      await until('the answer', () => {
        hear();
        return !open.has(ts);
      });
      await sleep(20);
    }
  });
  // It is awaited at the end.
  done.catch(() => {});

  return {
    asks: (...questions: string[]) => void latest.push(...questions),
    /** From now on it may be answered by this knowledge, too. */
    mayBe(at: number): void {
      begun = at;
    },
    /** From now on it is answered by this knowledge alone. Tells what was wrong up to here. */
    is(at: number) {
      served = at;
      hear();
      judge();
      return wrong;
    },
    /** Resolves when all that was asked is answered, and nothing more comes. */
    async end(): Promise<void> {
      over = true;
      await done;
      await sleep(1000);
      hear();
      judge();
    },
    counts: () => ({ asked, answers, changed, wrong: wrong.length }),
  };
}
