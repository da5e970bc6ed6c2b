import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { keysOf } from '../../src/store/keys.js';

const kinds = ['person', 'asked'] as const;
// A key longer than its block is hashed first, and one that is filled up with NUL is the same key: neither is used.
const key = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !text.includes('\0'));

describe.each(kinds)('the hash of an id: %s', (kind) => {
  it('is always the same under the same key, in 22 plain characters', () => {
    expect(keysOf('key')[kind]('T1:U1')).toBe(keysOf('key')[kind]('T1:U1'));
    expect(keysOf('key')[kind]('T1:U1')).toMatch(/^[\w-]{22}$/);
  });

  it('is another one for every other id', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(keysOf('key')[kind](one) === keysOf('key')[kind](other)).toBe(one === other);
      }),
    );
  });

  it('is another one under every other key', () => {
    fc.assert(
      fc.property(key, key, fc.string(), (one, other, id) => {
        expect(keysOf(one)[kind](id) === keysOf(other)[kind](id)).toBe(one === other);
      }),
    );
  });
});

describe('the keys of a store', () => {
  it('hash people as they always did, so that older rows are found', () => {
    expect(keysOf('xoxb-1-2-abc').person('T1:U1')).toBe('c-DN_MTFqcco6XP0ymoInQ');
  });

  it('hash a question never like a person', () => {
    fc.assert(fc.property(fc.string(), (id) => keysOf('key').asked(id) !== keysOf('key').person(id)));
  });

  it('have a fingerprint of their own, which is no hash of an id', () => {
    expect(keysOf('a').fingerprint).toMatch(/^[\w-]{22}$/);
    expect(keysOf('a').fingerprint).toBe(keysOf('a').fingerprint);
    expect(keysOf('a').fingerprint).not.toBe(keysOf('b').fingerprint);
  });

  it('have none where nothing is set, since the people of the playground are made up', () => {
    expect(keysOf(readConfig({}).config?.personKey ?? '').fingerprint).toBeNull();
  });
});
