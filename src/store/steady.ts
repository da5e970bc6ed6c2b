import { type StoreDeps, within } from './deps.js';
import { pendingWrites, seenIds } from './memory.js';
import { createPatience, LONGEST } from './patience.js';
import { type StoreState, storeService } from './service.js';
import type { Asked, Store } from './store.js';

export interface SteadyStore extends Store {
  state(): StoreState;
}

/** Milliseconds after which a write was slow. */
const SLOW = 500;
/** Milliseconds for a job's turn, which no answer waits for. */
const TURN_LIMIT = 30_000;
/**
 * Milliseconds that a command waits for its row: its reply stands in the acknowledgement, which Slack takes for three seconds
 * and then tells the asker that the command failed. Slack delivers a command once, so no replica answers it again.
 */
const COMMAND_LIMIT = 1500;
/** So do a form, whose answer stands there too, and the Home, from which a press opens a modal for as long. */
const HURRIED = new Set<Asked['door']>(['command', 'modal', 'home']);
/** Milliseconds that a question waits for what was asked in its thread before: without it, it is read by itself. */
const PLACE_LIMIT = 1000;

/**
 * A store that lets no answer wait for long, and none fail. A slow one delays answers; while it is away, locked or full, the
 * first delivery is told from a repeated one by memory, and what is to be written is held until the store is back. What only
 * stands in memory is unknown to other replicas, and lost if the process ends.
 */
export function steadyStore(
  open: () => Promise<Store>,
  { clock, log, onState = () => {} }: StoreDeps & { onState?: (state: StoreState) => void },
): SteadyStore {
  const seen = seenIds(clock);
  const pending = pendingWrites();
  const service = storeService(open, {
    clock,
    log,
    pending,
    patience: createPatience(clock),
    readPatience: createPatience(clock),
    onState,
  });

  /** False where the store does not take it in time. */
  function wasTaken(call: (store: Store) => Promise<void>): Promise<boolean> {
    return service.promptly(call).then(
      () => true,
      () => false,
    );
  }

  /** A row that takes long may come after those of its person were removed. */
  async function watched<T>(row: { person: string; at: Date }, write: () => Promise<T>): Promise<T> {
    const began = clock.now().getTime();
    const written = await write();
    if (clock.now().getTime() - began >= SLOW) {
      pending.wroteSlowly(row);
      service.held();
    }
    return written;
  }

  return {
    state: service.state,

    async record(asked) {
      if (!seen.add(asked.id)) return false;
      const limit = HURRIED.has(asked.door) ? COMMAND_LIMIT : LONGEST;
      try {
        return await watched(asked, () => service.promptly((store) => store.record(asked), limit));
      } catch {
        if (pending.keepAsked(asked)) service.held();
        return true;
      }
    },

    async settle(asked, outcome) {
      if (!pending.holds(asked) && (await wasTaken((store) => store.settle(asked, outcome)))) return;
      if (pending.keepOutcome(asked, outcome)) service.held();
    },

    // What helps a later answer keeps none waiting, and an outage takes it away without a word.
    place: (asked, place) => service.promptly((store) => store.place(asked, place)).catch(() => {}),
    placeOf: (asked) => service.reading((store) => store.placeOf(asked), PLACE_LIMIT).catch(() => null),
    inThread: (thread) => service.reading((store) => store.inThread(thread), PLACE_LIMIT).catch(() => []),
    revise: (asked, edited) => service.promptly((store) => store.revise(asked, edited)).catch(() => false),

    // What leads do with a question is kept, or whoever did it is told that it was not.
    askedOf: (asked) => service.reading((store) => store.askedOf(asked), PLACE_LIMIT).catch(() => null),
    escalate: (escalation, notice) => service.promptly((store) => store.escalate(escalation, notice), COMMAND_LIMIT),
    escalationOf: (id) => service.reading((store) => store.escalationOf(id), PLACE_LIMIT),
    escalationAt: (card) => service.reading((store) => store.escalationAt(card), PLACE_LIMIT),
    changeEscalation: (seen, change) =>
      service.promptly((store) => store.changeEscalation(seen, change), COMMAND_LIMIT),
    keepCard: (id, card) => service.promptly((store) => store.keepCard(id, card)),
    withdraw: (id) => service.promptly((store) => store.withdraw(id)),
    notify: (notice) => service.promptly((store) => store.notify(notice)),
    noticesOf: (about) => service.reading((store) => store.noticesOf(about)),
    dropNotices: (about) => service.promptly((store) => store.dropNotices(about)),
    countEscalations: () => service.reading((store) => store.countEscalations(), PLACE_LIMIT),
    // Whoever sets one is told that it was not kept; whoever follows them goes by those that are known.
    setStance: (standing) => service.promptly((store) => store.setStance(standing), COMMAND_LIMIT),
    stances: () => service.reading((store) => store.stances()),

    async vote(vote) {
      pending.dropVote(vote);
      try {
        await watched(vote, () => service.promptly((store) => store.vote(vote)));
      } catch (error) {
        if (!pending.keepVote(vote)) throw error;
        service.held();
      }
    },

    // What cannot be kept now is said where it is learned: people do it once more, which nothing in memory has to repeat.
    learned: (person) => service.reading((store) => store.learned(person), PLACE_LIMIT),
    keepReading: (reading) => watched(reading, () => service.promptly((store) => store.keepReading(reading))),
    keepRecall: (recall) => watched(recall, () => service.promptly((store) => store.keepRecall(recall))),
    keepReminder: (reminder) => watched(reminder, () => service.promptly((store) => store.keepReminder(reminder))),
    dropReminder: (person) => service.promptly((store) => store.dropReminder(person)),
    reminders: () => service.reading((store) => store.reminders()),
    stumbled: () => service.reading((store) => store.stumbled(), PLACE_LIMIT),

    // What leads look at, and say: that it is not there now is told.
    async *missed(since) {
      yield* (await service.current()).missed(since);
    },
    gaps: () => service.reading((store) => store.gaps()),
    regroup: async (change) => (await service.current()).regroup(change),
    markGap: (id, state, at) => service.promptly((store) => store.markGap(id, state, at)),
    tally: async (from, to) => (await service.current()).tally(from, to),
    ratings: async (since) => (await service.current()).ratings(since),

    // A lead is told where an edit is not kept: then it is not published either.
    keepEdit: (edit) => service.promptly((store) => store.keepEdit(edit), COMMAND_LIMIT),
    keepProof: (id, done) => service.promptly((store) => store.keepProof(id, done), COMMAND_LIMIT),
    beginEdit: (id, begun) => service.promptly((store) => store.beginEdit(id, begun), COMMAND_LIMIT),
    releaseEdit: (id, to) => service.promptly((store) => store.releaseEdit(id, to), COMMAND_LIMIT),
    begunEdits: () => service.reading((store) => store.begunEdits(), COMMAND_LIMIT),
    keepPublished: (id, done) => service.promptly((store) => store.keepPublished(id, done), COMMAND_LIMIT),
    keepRequested: (id, done) => service.promptly((store) => store.keepRequested(id, done), COMMAND_LIMIT),
    editOf: (id) => service.reading((store) => store.editOf(id), PLACE_LIMIT),
    moveEdit: (id, from, to) => service.promptly((store) => store.moveEdit(id, from, to), COMMAND_LIMIT),
    lastEdits: (most) => service.reading((store) => store.lastEdits(most), COMMAND_LIMIT),

    async forget(person) {
      const dropped = pending.forget(person);
      const store = await service.current();
      // A row on its way must have arrived before it can be removed.
      await service.quiet();
      return dropped + (await store.forget(person));
    },

    async takeTurn(job, slot, at) {
      const store = await service.current();
      return within(TURN_LIMIT, clock, () => store.takeTurn(job, slot, at));
    },
    // No limit for the whole: it takes as long as there are rows, a page at a time, each of which ends by itself.
    expire: async (before) => (await service.current()).expire(before),
    expireText: async (before) => (await service.current()).expireText(before),
    askedBy: (person, most) => service.reading((store) => store.askedBy(person, most), PLACE_LIMIT),
    keptOf: (person) => service.reading((store) => store.keptOf(person), COMMAND_LIMIT),
    forgotten: () => service.reading((store) => store.forgotten()),
    probe: () => service.promptly((store) => store.probe()),

    async *allAsked() {
      yield* (await service.current()).allAsked();
    },
    async *allVotes() {
      yield* (await service.current()).allVotes();
    },
    async *allEscalations() {
      yield* (await service.current()).allEscalations();
    },

    close: service.close,
  };
}
