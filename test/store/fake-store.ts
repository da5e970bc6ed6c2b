import { NOTHING_KEPT } from '../../src/store/nothing.js';
import type { Standing } from '../../src/store/stance.js';
import type { Asked, Place, Store, Vote } from '../../src/store/store.js';
import { anAsked, NOON } from './samples.js';

const none = { open: 0, claimed: 0, answered: 0, closed: 0 };

/** How a call goes wrong: before anything is kept, after it was kept, or without ever an end. */
export type Trouble = 'before' | 'after' | 'hangs';

/** A store in memory, to which `trouble` says how its n-th call goes wrong. Openings share the rows. */
export function fakeStore(trouble: (call: number) => Trouble | null = () => null) {
  const asked = new Map<string, Asked>();
  const votes = new Map<string, Vote>();
  const places = new Map<string, Place>();
  const stances = new Map<string, Standing>();
  const turns = new Set<string>();
  const marks = new Map<string, Date>();
  let calls = 0;
  let openings = 0;

  async function call<T>(work: () => T): Promise<T> {
    const wrong = trouble(++calls);
    if (wrong === 'before') throw new Error('MARKER: broken before');
    if (wrong === 'hangs') await new Promise(() => {});
    const result = work();
    if (wrong === 'after') throw new Error('MARKER: broken after');
    return result;
  }

  function once<Value>(rows: Map<string, Value>, key: string, row: Value): boolean {
    if (rows.has(key)) return false;
    rows.set(key, row);
    return true;
  }

  const store: Store = {
    record: (one) => call(() => once(asked, one.id, one)),
    place: (id, place) => call(() => void places.set(id, place)),
    placeOf: (id) =>
      call(() => {
        const [one, place] = [asked.get(id), places.get(id)];
        return one && place ? { asked: one, place } : null;
      }),
    inThread: () => call(() => []),
    revise: (one) => call(() => asked.has(one.id) && asked.set(one.id, one).size > 0),
    settle: (id, outcome) =>
      call(() => {
        const one = asked.get(id);
        if (one !== undefined && one.person !== '') asked.set(id, { ...one, outcome });
      }),
    setStance: (standing) => call(() => void stances.set(`${standing.team} ${standing.channel}`, standing)),
    stances: () => call(() => [...stances.values()]),
    vote: (vote, late = false) =>
      call(() => {
        const key = `${vote.asked} ${vote.entry} ${vote.person}`;
        const held = votes.get(key);
        if (!late || !held || held.at <= vote.at) votes.set(key, vote);
      }),
    learned: () => call(() => ({ readings: [], recalls: [], reminder: null })),
    keepReading: () => call(() => {}),
    keepRecall: () => call(() => true),
    keepReminder: () => call(() => {}),
    dropReminder: () => call(() => {}),
    reminders: () => call(() => []),
    stumbled: () => call(() => ({ unclear: [], missed: [] })),
    takeTurn: (job, slot) => call(() => turns.size < turns.add(`${job} ${slot}`).size),
    expire: (before) =>
      call(() => {
        const old = [...asked.values()].filter(({ at }) => at < before);
        for (const { id } of old) asked.delete(id);
        return old.length;
      }),
    expireText: (before) =>
      call(() => {
        const old = [...asked.values()].filter(({ at, text }) => at < before && text !== '');
        for (const one of old) asked.set(one.id, { ...one, text: '' });
        return old.length;
      }),
    forget: (person, asOf) =>
      call(() => {
        marks.set(person, asOf ?? NOON);
        const mine = [...asked.values()].filter((one) => one.person === person && (!asOf || one.at <= asOf));
        for (const { id, at } of mine) asked.set(id, anAsked(id, { at, person: '', text: '' }));
        return mine.length;
      }),
    askedOf: (id) => call(() => asked.get(id) ?? null),
    escalate: (escalation) => call(() => escalation),
    escalationOf: () => call(() => null),
    escalationAt: () => call(() => null),
    changeEscalation: () => call(() => false),
    keepCard: () => call(() => {}),
    withdraw: () => call(() => {}),
    notify: () => call(() => {}),
    noticesOf: () => call(() => []),
    dropNotices: () => call(() => {}),
    countEscalations: () => call(() => none),
    async *allEscalations() {},
    async *missed() {},
    gaps: () => call(() => []),
    regroup: () => call(() => {}),
    markGap: () => call(() => false),
    tally: () => call(() => ({ asked: 0, answered: 0, helped: 0, people: 0 })),
    ratings: () => call(() => []),
    askedBy: (person, most) => call(() => [...asked.values()].filter((one) => one.person === person).slice(0, most)),
    keptOf: (person) =>
      call(() => {
        const mine = [...asked.values()].filter((one) => one.person === person);
        const theirs = [...votes.values()].filter((vote) => vote.person === person);
        const texts = mine.filter(({ text }) => text !== '').length;
        const counts = { ...NOTHING_KEPT.counts, asked: mine.length, texts, votes: theirs.length };
        return { counts, asked: mine, votes: theirs };
      }),
    keepEdit: () => call(() => {}),
    keepProof: () => call(() => false),
    keepPublished: () => call(() => {}),
    beginEdit: () => call(() => false),
    releaseEdit: () => call(() => {}),
    begunEdits: () => call(() => []),
    editOf: () => call(() => null),
    keepRequested: () => call(() => {}),
    moveEdit: () => call(() => false),
    lastEdits: () => call(() => []),
    forgotten: () => call(() => [...marks].map(([person, at]) => ({ person, at }))),
    async *allAsked() {
      yield* asked.values();
    },
    async *allVotes() {
      yield* votes.values();
    },
    probe: () => call(() => {}),
    close: async () => {},
  };
  return {
    asked,
    votes,
    get calls() {
      return calls;
    },
    get openings() {
      return openings;
    },
    open: () =>
      call(() => {
        openings += 1;
        return store;
      }),
  };
}
