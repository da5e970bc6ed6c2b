import { expect, it } from 'vitest';
import { gate } from '../../src/store/gate.js';
import { handClock, settled } from './samples.js';

it('lets in as many as may be, the others as they came, and more once more may be', async () => {
  let most = 1;
  const { enter, leave } = gate(() => most, 1000, handClock());
  const inside: string[] = [];
  for (const name of ['a', 'b', 'c', 'd']) void enter().then(() => inside.push(name));
  await settled();
  expect(inside).toEqual(['a']);
  leave();
  await settled();
  expect(inside).toEqual(['a', 'b']);
  most = 2;
  leave();
  await settled();
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
});

it('sends away whoever has waited too long, and nobody in their place', async () => {
  const clock = handClock();
  const { enter, leave } = gate(() => 1, 1000, clock);
  await enter();
  const late = expect(enter()).rejects.toThrow('too slow');
  await clock.advance(1000);
  await late;
  const next = enter();
  leave();
  await next;
  const more = expect(enter()).rejects.toThrow('too slow');
  await clock.advance(1000);
  await more;
});
