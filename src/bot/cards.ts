import { isServed } from '../faq/load.js';
import { urgentFirst } from '../knowledge/urgent.js';
import { readBlockId } from '../replies/block-id.js';
import { cardReply, notActedReply, notKeptAnyMoreReply } from '../replies/card.js';
import { compose } from '../replies/compose.js';
import { type After, closedUnansweredReply, leadAnswerReply, pickedReply } from '../replies/from-lead.js';
import type { Reply } from '../replies/reply.js';
import { carriedWarnings, type Warning } from '../replies/warning.js';
import type { Escalation, EscalationChange, Notice } from '../store/store.js';
import type { Shown } from './choose.js';
import type { BotDeps } from './deps.js';
import { markOfPerson, type Pressed } from './pressed.js';
import type { Replies } from './replies.js';
import { withAnswered } from './warned.js';

/** The card of an escalation as it is now. */
export interface Card {
  id: string;
  /** Timestamp of the message that it stands in; null where there is none yet. */
  ts: string | null;
  revision: number;
  reply: Reply;
}

/** Something that a person who asked is told. */
export interface Telling {
  notice: Notice & { where: NonNullable<Notice['where']> };
  reply: Reply;
}

/** What came of an act: what is shown to whoever acted, the card, and who is told what. */
export interface Acted {
  shown: Shown | null;
  card: Card | null;
  tell: readonly Telling[];
  /** Said in the card's thread, where the changed card alone would be overlooked. */
  aloud: Reply | null;
}

/** Block ids that one message may have, one after the other. */
const ROUNDS = 20;

export type Cards = ReturnType<typeof createCards>;

/** What those who ask and the leads share: escalations as the store has them, as a card, and as what is told of them. */
export function createCards({ faq, store }: Pick<BotDeps, 'faq' | 'store'>, replies: Replies) {
  /** What was warned of when it was handed on, and what the knowledge of today warns of: the words may be watched for since. */
  function warningsOf({ text, warnings }: Escalation): Warning[] {
    const { knowledge, matcher } = faq();
    const carried = carriedWarnings(warnings, knowledge);
    const now = text === '' || !isServed(faq()) ? [] : withAnswered(matcher.match(text), text, knowledge);
    return urgentFirst([...carried, ...now]);
  }

  function cardOf(escalation: Escalation): Card {
    const { knowledge } = faq();
    const { id, card, revision } = escalation;
    const bare = cardReply(escalation, warningsOf(escalation), knowledge);
    return { id, ts: card, revision, reply: compose(bare, { asked: id, round: revision % ROUNDS }, knowledge) };
  }

  /** What a person is told of an escalation. `user`: named where others read it, too. */
  function toldReply(
    escalation: Escalation,
    {
      person,
      user,
      after = 'told',
      changed = false,
    }: { person: string; user: string | null; after?: After; changed?: boolean },
  ): Reply {
    const { knowledge } = faq();
    const { id, asked, text, lead, entry, answer, revision } = escalation;
    const from = { id, lead: lead?.user ?? null, asker: user, after, changed };
    const picked = knowledge.entries.get(entry ?? '');
    const bare =
      picked !== undefined
        ? pickedReply(replies.answer(picked, knowledge), from)
        : answer !== null
          ? leadAnswerReply(answer, from)
          : closedUnansweredReply(from);
    const additions = { asker: markOfPerson(person), warnings: warningsOf(escalation), restated: text };
    // In the place of a message its blocks want other ids.
    const round = (2 * revision + (after === 'told' ? 0 : 1)) % ROUNDS;
    return compose(bare, { ...additions, asked: asked ?? id, entry, round }, knowledge);
  }

  /** What everybody is told who wants to be; with `person` that one alone. */
  async function tellings(escalation: Escalation, person?: string): Promise<Telling[]> {
    const notices = await store.noticesOf(escalation.id).catch(() => []);
    return notices.flatMap((notice) => {
      const { where, copy } = notice;
      if (where === null || (person !== undefined && notice.person !== person)) return [];
      const user = where.thread === null ? null : where.user;
      const reply = toldReply(escalation, { person: notice.person, user, changed: copy !== null });
      return [{ notice: { ...notice, where }, reply }];
    });
  }

  /** The escalation of a card, or of an id; or why there is none. */
  async function find(id: string | null): Promise<Escalation | Reply> {
    if (id === null) return notKeptAnyMoreReply();
    const found = await store.escalationOf(id).catch(() => 'away' as const);
    return found === 'away' ? notActedReply() : (found ?? notKeptAnyMoreReply());
  }

  /** The escalation as it is changed; null where somebody else was first, or a reply where it cannot be kept. */
  async function change(seen: Escalation, change: EscalationChange): Promise<Escalation | Reply | null> {
    const done = await store.changeEscalation(seen, change).catch(() => 'away' as const);
    if (done === 'away') return notActedReply();
    return done ? { ...seen, ...change, revision: seen.revision + 1 } : null;
  }

  return { cardOf, toldReply, tellings, find, change };
}

/** An act of which nothing comes but a word to whoever acted. */
export function onlySaid(reply: Reply): Acted {
  return { shown: { reply, replace: false }, card: null, tell: [], aloud: null };
}

export function isReply(found: object): found is Reply {
  return 'blocks' in found;
}

/** The escalation whose card was pressed. */
export function escalationIn({ block }: Pick<Pressed, 'block'>): string | null {
  return readBlockId(block).asked;
}
