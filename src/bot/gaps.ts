import type { Faq } from '../faq/load.js';
import { calendarOf, DAY, dayOf } from '../knowledge/day.js';
import { compose } from '../replies/compose.js';
import type { Desk } from '../replies/desk.js';
import type { Filled } from '../replies/fields.js';
import { type GapCard, gapsNotReadReply, gapsReply, readGapsValue, readGapValue } from '../replies/gaps.js';
import { forLeadsReply } from '../replies/leads-only.js';
import type { Reply } from '../replies/reply.js';
import type { Match } from '../search/match.js';
import type { GapState, Missed, Store } from '../store/store.js';
import type { Shown } from './choose.js';
import type { BotDeps } from './deps.js';
import { bareWords, type Grouped, regroup } from './gap-groups.js';
import { isLead, isPrivate, type Pressed, questionOf } from './pressed.js';

type GapDeps = Pick<BotDeps, 'faq' | 'keys' | 'now' | 'timeZone' | 'textDays' | 'leads'> & {
  store: Pick<Store, 'missed' | 'gaps' | 'regroup' | 'markGap'>;
};

/** The least confidence with which an entry is told to be near, and how many are. */
const LEAST_NEAR = 0.02;
const MOST_NEAR = 3;

export type Gaps = ReturnType<typeof createGaps>;

/** What people asked in vain, grouped by likeness, with what leads have said of it, and whether the FAQ answers it now. */
export function createGaps({ faq, store, keys, now, timeZone, textDays, leads }: GapDeps) {
  /** What the knowledge in service decides of kept words, the same until it changes: of those that the last look has found, and no others. */
  const replays = new WeakMap<Faq, ReadonlyMap<string, Match>>();
  /** How the gaps stood at the last look: a lead presses and looks again long before anything is asked. */
  let last: { inService: Faq; rows: string; cards: readonly GapCard[] } | null = null;

  /** Looks at what was asked in vain, keeps which questions stand together, and tells how each gap stands. */
  async function look(): Promise<GapCard[]> {
    const inService = faq();
    const at = now();
    const since = new Date(at.getTime() - textDays * DAY);
    const missed: Missed[] = [];
    for await (const each of store.missed(since)) missed.push(each);
    const known = await store.gaps();
    const rows = JSON.stringify([missed, known]);
    if (last?.inService === inService && last.rows === rows) return [...last.cards];
    const deps = { read: inService.matcher.read, idOf: (words: string) => keys.asked(`gap ${words}`), rest };
    const { joined, left, gaps } = await regroup(missed, known, since, deps);
    if (joined.length + left.length > 0) await store.regroup({ joined, left, at });
    const cards: GapCard[] = [];
    const before = replays.get(inService);
    const found = new Map<string, Match>();
    const replay = (text: string) => {
      const match = before?.get(text) ?? found.get(text) ?? inService.matcher.match(text);
      found.set(text, match);
      return match;
    };
    for (const gap of gaps) {
      cards.push(cardOf(gap, inService, replay));
      await rest();
    }
    replays.set(inService, found);
    cards.sort(byWeight);
    // What has joined or left stands in the store from the next look on.
    last = joined.length + left.length > 0 ? null : { inService, rows, cards };
    return [...cards];
  }

  function cardOf(
    { id, state, since, members, missed }: Grouped,
    inService: Faq,
    replay: (text: string) => Match,
  ): GapCard {
    const replayed = missed.map((each) => ({ ...each, match: replay(each.asked.text) }));
    const answers = replayed.flatMap((each) => answerOf(each, inService, timeZone) ?? []);
    const open = replayed.filter((each) => answerOf(each, inService, timeZone) === null);
    const [first] = replayed;
    const last = new Date(Math.max(...members.map(({ at }) => at.getTime())));
    const isAnswered = missed.length > 0 && answers.length === missed.length;
    return {
      id,
      state: stateOf({ state, since, last, isAnswered }),
      asked: members.length,
      people: new Set(members.map(({ person }) => person)).size,
      last,
      wordings: differing(missed.map(({ asked }) => asked.text)),
      answered: answers.length,
      worded: missed.length,
      answers: [...new Set(answers)],
      unanswered: differing(open.map(({ asked }) => asked.text)),
      down: [...new Set(missed.flatMap(({ down }) => down.map(({ entry }) => entry)))],
      nearest: (first?.match.candidates ?? []).filter(({ confidence }) => confidence >= LEAST_NEAR).slice(0, MOST_NEAR),
    };
  }

  /** The gaps for a lead; a plain no for others. `value` is that of a button, and the first page of the open ones where there is none. */
  async function gapsFor(by: string, value = ''): Promise<Reply> {
    if (!isLead(by, leads)) return forLeadsReply(leads);
    return look().then(
      (cards) => gapsReply({ cards, ...readGapsValue(value), calendar: calendarOf(now(), timeZone) }),
      () => gapsNotReadReply(),
    );
  }

  /** A page of the gaps, by a button. */
  async function turnGaps(pressed: Pressed, value: string): Promise<Shown> {
    return shown(pressed, await gapsFor(pressed.by, value));
  }

  /** Keeps what a lead says of a gap, and shows the page that it was said on once more. */
  async function sayOfGap(pressed: Pressed, value: string): Promise<Shown> {
    const said = readGapValue(value);
    if (said === null || !isLead(pressed.by, leads)) return turnGaps(pressed, value);
    const kept = await store.markGap(said.id, said.state, now()).catch(() => null);
    return kept === null ? shown(pressed, gapsNotReadReply()) : turnGaps(pressed, `${said.show} ${said.page}`);
  }

  function shown(pressed: Pressed, reply: Reply): Shown {
    const { knowledge } = faq();
    const { asked } = questionOf(pressed, knowledge, keys);
    return { reply: compose(reply, { asked }, knowledge), replace: isPrivate(pressed) && isLead(pressed.by, leads) };
  }

  /** What waits for leads, for their Home. */
  async function desk(due: number): Promise<Desk> {
    return { gaps: await look(), due, calendar: calendarOf(now(), timeZone) };
  }

  /** The wordings of a gap, and the entry that is nearest, as a form of the leads takes them. */
  async function filledByGap(id: string): Promise<Filled> {
    const card = (await look().catch(() => [])).find((each) => each.id === id);
    const nearest = card?.nearest[0]?.entry;
    return {
      wordings: [card?.wordings.join('\n') ?? ''],
      ...(nearest === undefined ? {} : { entry: [nearest] }),
    };
  }

  return { look, desk, gapsFor, turnGaps, sayOfGap, filledByGap };
}

/** The entry that answers kept words now, and is none that was voted down for them and not reviewed since. Null where there is none. */
function answerOf({ down, match }: Missed & { match: Match }, { knowledge }: Faq, timeZone: string): string | null {
  if (match.decision !== 'answer' || match.entry === null) return null;
  const { reviewed = '' } = knowledge.entries.get(match.entry) ?? {};
  const stands = down.some(({ entry, at }) => entry === match.entry && reviewed < dayOf(at, timeZone));
  return stands ? null : match.entry;
}

/** What the FAQ answers now is done, whatever was said before; what was asked again after it was called done is new. */
function stateOf(gap: { state: GapState; since: Date | null; last: Date; isAnswered: boolean }): GapState {
  if (gap.state === 'ignored') return 'ignored';
  if (gap.isAnswered) return 'done';
  return gap.state === 'done' && gap.since !== null && gap.last > gap.since ? 'new' : gap.state;
}

/** Texts of which none has the words of one before it: a question mark more tells a lead nothing. */
function differing(texts: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const text of texts) {
    const words = bareWords(text);
    if (!first.has(words)) first.set(words, text);
  }
  return [...first.values()];
}

/** What most people asked comes first, then what was asked most often, then the latest. */
function byWeight(a: GapCard, b: GapCard): number {
  return b.people - a.people || b.asked - a.asked || b.last.getTime() - a.last.getTime() || (a.id < b.id ? -1 : 1);
}

/** Lets questions be answered meanwhile. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
