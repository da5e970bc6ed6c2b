import { type Card, cardBeside, cardToRead, isRead, minutesFor } from '../learning/path.js';
import { compose } from '../replies/compose.js';
import {
  allReadReply,
  cardReply,
  changedNote,
  lastCardReply,
  noPathReply,
  notKeptNote,
  offPathNote,
  type Progress,
  readReadingValue,
  unclearNote,
} from '../replies/reading.js';
import type { Reply } from '../replies/reply.js';
import { goneReply } from '../replies/trouble.js';
import type { Learned, Reading } from '../store/store.js';
import type { Shown } from './choose.js';
import { closedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import type { Learner } from './learner.js';
import type { Pressed } from './pressed.js';
import type { Replies } from './replies.js';

/** What is kept by the act that says so. */
const STATES = { got: 'read', unclear: 'unclear', skip: 'skipped' } as const;

/** Whose cards, and what stands above the next one. */
interface Seat {
  by: string;
  /** Null where it cannot be looked up. */
  learned: Learned | null;
  cards: readonly Card[];
  notes?: readonly Reply[];
}

/** The reading path: one card at a time. Where somebody is follows from what they have read, so every replica knows it. */
export function createLearn(
  { faq, store, keys, now, leads, stances }: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'leads' | 'stances'>,
  { replies, learner }: { replies: Replies; learner: Learner },
) {
  /** The card that somebody goes on with. */
  async function readOn(by: string): Promise<Reply> {
    const closed = closedReply({ faq, leads, stances });
    if (closed !== null) return closed;
    const seat = await seatOf(by);
    return goOn(seat, cardToRead(seat.cards));
  }

  /** What a press on the path does: the next card takes the place of the one that was pressed. */
  async function learn(pressed: Pressed, value: string): Promise<Shown & { unclear?: string }> {
    const closed = closedReply({ faq, leads, stances });
    if (closed !== null) return { reply: closed, replace: false };
    const meant = readReadingValue(value);
    if (meant === null) return { reply: goneReply(), replace: false };
    const seat = await seatOf(pressed.by);
    const reply = await after(seat, meant);
    // The words of a card tell its blocks from those of the card before.
    const asked = keys.asked(`card ${keys.person(pressed.by)} ${reply.text}`);
    const shown = { reply: compose(reply, { asked }, faq().knowledge), replace: meant.act !== 'open' };
    return meant.act === 'unclear' && leads.channel !== null ? { ...shown, unclear: meant.entry } : shown;
  }

  async function seatOf(by: string): Promise<Seat> {
    const learned = await learner.learned(by);
    return { by, learned, cards: learner.cards(learned) };
  }

  async function after(seat: Seat, { act, entry: id, version }: NonNullable<ReturnType<typeof readReadingValue>>) {
    const { cards } = seat;
    if (act === 'again') return goOn(seat, cards[0] ?? null);
    if (act === 'open' || (act === 'on' && id === '')) return goOn(seat, cardToRead(cards));
    const now = faq().knowledge.entries.get(id)?.id ?? id;
    const card = cards.find(({ entry }) => entry.id === now);
    if (card === undefined) return goOn({ ...seat, notes: [offPathNote()] }, cardToRead(cards));
    switch (act) {
      case 'all':
        return show(seat, card, true);
      case 'show':
        return show(seat, card);
      case 'back':
        return show(seat, cardBeside(cards, card, -1) ?? card);
      case 'on':
        return goOn(seat, cardBeside(cards, card, 1) ?? cardToRead(cards));
      case 'got':
      case 'unclear':
      case 'skip':
        // Whoever presses has read what is no longer there.
        if (version !== card.version) return show({ ...seat, notes: [changedNote()] }, card);
        return keepAndGoOn(seat, card, STATES[act]);
      default:
        return act satisfies never;
    }
  }

  async function keepAndGoOn(seat: Seat, card: Card, state: Reading['state']): Promise<Reply> {
    const { by, learned, cards } = seat;
    const { entry, version } = card;
    const reading: Reading = { person: keys.person(by), entry: entry.id, version, state, at: now() };
    const kept = await store.keepReading(reading).then(
      () => true,
      () => false,
    );
    const notes = state === 'unclear' ? [unclearNote(entry, leads)] : [];
    if (learned === null) return goOn({ ...seat, notes }, cardBeside(cards, card, 1));
    if (state === 'skipped' && isRead(card)) return goOn(seat, cardToRead(cards, entry.id));
    const others = learned.readings.filter((each) => each.entry !== entry.id);
    const since = { ...learned, readings: [...others, reading] };
    const next = { by, learned: since, cards: learner.cards(since), notes: kept ? notes : [...notes, notKeptNote()] };
    return goOn(next, cardToRead(next.cards, entry.id));
  }

  /** A card, or the end of the path. */
  function goOn(seat: Seat, card: Card | null): Reply {
    const { learned, cards, notes = [] } = seat;
    if (cards.length === 0) return noPathReply(faq().knowledge);
    if (card !== null) return show(seat, card);
    const ways = learner.ways(learned, 'path');
    if (learned === null) return lastCardReply(ways, notes);
    const unclear = cards.filter(({ standing }) => standing === 'unclear').map(({ entry }) => entry);
    return allReadReply(progressOf(seat), unclear, ways, notes);
  }

  /** `whole`: with the answer, which is shown in any case where the entry has no short form. */
  function show(seat: Seat, card: Card, whole = false): Reply {
    const { learned, cards, notes = [] } = seat;
    const { knowledge } = faq();
    const { entry, unit, standing, version } = card;
    const shown = {
      ...{ entry, version, standing, progress: progressOf(seat) },
      unit: { number: unit, title: knowledge.path[unit - 1]?.title ?? '' },
      hasBefore: cards[0] !== card,
      hasOther: cards.some((each) => each !== card && !isRead(each)),
    };
    const answer = whole || entry.short === undefined ? replies.answer(entry, knowledge) : null;
    return cardReply(shown, answer, learned === null ? [...notes, notKeptNote()] : notes);
  }

  function progressOf({ learned, cards }: Pick<Seat, 'learned' | 'cards'>): Progress {
    const unread = cards.filter((card) => !isRead(card));
    return {
      units: faq().knowledge.path.length,
      entries: cards.length,
      read: learned === null ? null : cards.length - unread.length,
      minutes: minutesFor(unread),
    };
  }

  return {
    readOn,
    learn,
    progress: (learned: Learned | null) => progressOf({ learned, cards: learner.cards(learned) }),
  };
}
