import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, cardBeside, cardsOf, cardToRead, isRead, minutesFor, textOf } from '../../src/learning/path.js';
import type { Reading } from '../../src/store/store.js';
import { faqOf } from '../frozen.js';

const { knowledge } = await faqOf();
const ids = knowledge.path.flatMap(({ entries }) => entries);

const reading = (entry: string, rest: Partial<Reading> = {}): Reading => {
  const found = knowledge.entries.get(entry);
  const version = found === undefined ? '' : textOf(found);
  return { person: 'p', entry, version, state: 'read', at: new Date(0), ...rest };
};
const cards = (...readings: Reading[]) => cardsOf(knowledge, readings, textOf);
const idOf = (card: Card | null) => card?.entry.id ?? null;

describe('the cards of the reading path', () => {
  it('come in the order of the units, each once, and none that the FAQ lacks', () => {
    expect(cards().map(idOf)).toEqual(ids);
    const [first] = knowledge.path;
    const path = first ? [first, { ...first, entries: ['nowhere', ...first.entries] }] : [];
    expect(cardsOf({ ...knowledge, path }, [], textOf).map(idOf)).toEqual(first?.entries);
  });

  it('go on with the first that was not read, wherever one was', () => {
    const [one = '', two = '', three = ''] = ids;
    expect(idOf(cardToRead(cards()))).toBe(one);
    expect(idOf(cardToRead(cards(reading(one), reading(three, { state: 'unclear' }))))).toBe(two);
    expect(cardToRead(cards(...ids.map((id) => reading(id))))).toBeNull();
  });

  it('bring back what was skipped after all others, in turn', () => {
    const [one = '', two = '', ...others] = ids;
    const skipped = [one, two].map((id) => reading(id, { state: 'skipped' }));
    expect(idOf(cardToRead(cards(...skipped), two))).toBe(others[0]);
    const left = cards(...skipped, ...others.map((id) => reading(id)));
    expect([idOf(cardToRead(left)), idOf(cardToRead(left, one)), idOf(cardToRead(left, two))]).toEqual([one, two, one]);
    const alone = cards(reading(one, { state: 'skipped' }), ...[two, ...others].map((id) => reading(id)));
    expect(idOf(cardToRead(alone, one))).toBe(one);
  });

  it('tell what has changed since it was read, and what was skipped only as new', () => {
    const [one = '', two = '', three = ''] = ids;
    const old = { version: 'of another day' };
    const changed = cards(
      reading(one, old),
      reading(two, { ...old, state: 'skipped' }),
      reading(three, { ...old, state: 'unclear' }),
    );
    expect(changed.slice(0, 3).map(({ standing }) => standing)).toEqual(['changed', 'new', 'changed']);
    expect(idOf(cardToRead(changed))).toBe(one);
  });

  it('have a text that changes with what is read, and not with how its lines are broken', () => {
    const [entry] = knowledge.entries.values();
    if (entry === undefined) throw new Error('No entry.');
    expect(textOf({ ...entry, answer: entry.answer.replaceAll(' ', '\n  ') })).toBe(textOf(entry));
    const others = [{ answer: `${entry.answer} More.` }, { short: 'Other.' }, { safety: !entry.safety }];
    for (const other of others) expect(textOf({ ...entry, ...other })).not.toBe(textOf(entry));
    expect(textOf({ ...entry, questions: ['Another title'], related: [], watchFor: ['x'] })).toBe(textOf(entry));
  });

  it('lead to every card and to the end, whatever is read, unclear or skipped', () => {
    const acts = fc.array(fc.constantFrom('read', 'unclear', 'skipped' as const), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(acts, (states) => {
        const known = new Map<string, Reading>();
        let card = cardToRead(cards());
        for (const state of states) {
          if (card === null) break;
          known.set(card.entry.id, reading(card.entry.id, { state }));
          card = cardToRead(cards(...known.values()), card.entry.id);
        }
        const seen = cards(...known.values());
        expect(card === null).toBe(seen.every(isRead));
        if (card !== null) expect(isRead(card)).toBe(false);
      }),
    );
  });

  it('have neighbours, but for the first and the last', () => {
    const all = cards();
    const [one, two] = all;
    const last = all.at(-1);
    if (one === undefined || two === undefined || last === undefined) throw new Error('No cards.');
    expect([cardBeside(all, two, -1), cardBeside(all, one, -1), cardBeside(all, last, 1)]).toEqual([one, null, null]);
  });

  it('know what was read of an entry under an id that it had before, and the last reading counts', () => {
    const [one = ''] = ids;
    const entry = knowledge.entries.get(one);
    if (entry === undefined) throw new Error('No entry.');
    const renamed = { ...entry, id: 'renamed' };
    const entries = new Map(knowledge.entries).set('renamed', renamed).set(one, renamed);
    const of = (...readings: Reading[]) => cardsOf({ ...knowledge, entries }, readings, textOf)[0];
    expect(of(reading(one))).toMatchObject({ entry: { id: 'renamed' }, standing: 'read' });
    const later = reading('renamed', { version: textOf(renamed), state: 'unclear', at: new Date(1) });
    expect(of(later, reading(one))?.standing).toBe('unclear');
  });

  it('take about as long as their words, a minute at least', () => {
    expect(minutesFor([])).toBe(1);
    const [card] = cards();
    if (card === undefined) throw new Error('No card.');
    const long = { ...card, entry: { ...card.entry, short: '', answer: 'word '.repeat(1190).trim() } };
    expect(minutesFor([long, long])).toBe(10);
  });
});
