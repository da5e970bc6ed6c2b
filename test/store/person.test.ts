import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashPerson } from '../../src/store/person.js';

it('always gives a person the same hash under the same key, in 22 plain characters', () => {
  expect(hashPerson('key', 'T1/U1')).toBe(hashPerson('key', 'T1/U1'));
  expect(hashPerson('key', 'T1/U1')).toMatch(/^[\w-]{22}$/);
});

it('tells people and keys apart', () => {
  const pair = fc.tuple(fc.string(), fc.string());
  fc.assert(
    fc.property(pair, pair, ([key, by], [otherKey, otherBy]) => {
      // A key longer than its block is hashed first, and one that is filled up with NUL is the same key: neither is used.
      fc.pre(!key.includes('\0') && !otherKey.includes('\0'));
      expect(hashPerson(key, by) === hashPerson(otherKey, otherBy)).toBe(key === otherKey && by === otherBy);
    }),
  );
});
