import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/playground/acts.js';

const read = (act: object) => readAct(JSON.stringify(act));
const press = { act: 'press', user: 'U1', block_id: 'b', action_id: 'a' };
const inView = { ...press, view_id: 'V1' };
const fields = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`b${n}`, { a: 'x' }]));

describe('what the page sends', () => {
  it.each([
    inView,
    { ...press, channel: 'C1', message_ts: '1.0' },
    { ...inView, value: 'x'.repeat(40_000) },
    { ...inView, value: Array(100).fill('x') },
    { ...inView, values: fields(100) },
    { ...inView, values: { b: { a: null, c: ['x'], d: 'x' } } },
    { act: 'suggest', user: 'U1', block_id: 'b', action_id: 'a', view_id: 'V1', value: '' },
    { act: 'say', user: 'U1', channel: 'C1', text: 'x', broadcast: true, files: ['a.png'] },
    { act: 'open', user: 'U1', tab: 'home' },
    { act: 'close', user: 'U1', all: false },
  ])('is taken where it is whole: %#', (act) => {
    expect(read(act)).toEqual(act);
  });

  it.each([
    press,
    { ...press, channel: 'C1' },
    { ...inView, channel: 'C1', message_ts: '1.0' },
    { ...inView, value: 'x'.repeat(40_001) },
    { ...inView, value: Array(101).fill('x') },
    { ...inView, value: [1] },
    { ...inView, value: 1 },
    { ...inView, values: fields(101) },
    { ...inView, values: { b: 'x' } },
    { ...inView, values: { b: { a: 1 } } },
    { ...inView, values: { ['b'.repeat(256)]: {} } },
    { ...inView, values: [] },
    { act: 'say', user: 'U1', channel: 'C1', text: 'x', broadcast: 'yes' },
    { act: 'say', user: 'U1', channel: 'C1', text: 'x', files: Array(101).fill('x') },
    { act: 'open', user: 'U1', tab: 'about' },
    { act: 'submit', user: 'U1', view_id: 'V1' },
    { act: 'close', all: true },
  ])('is refused where it is not: %#', (act) => {
    expect(read(act)).toBeNull();
  });

  it('loses what the act does not have', () => {
    expect(read({ ...inView, through: { bot_id: 'B1' }, __proto__: null, constructor: 'x' })).toEqual(inView);
  });
});
