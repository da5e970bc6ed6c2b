import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockId, readBlockId } from '../../src/replies/block-id.js';
import { LIMITS } from '../../src/replies/limits.js';

const ASKED = 'abc-DEF_ghi0123456789x';
const NOBODY = { asked: ASKED, asker: null, thread: null };
const told = fc.record({
  entry: fc.stringMatching(/^[a-z0-9]{1,30}(-[a-z0-9]{1,30}){0,3}$/),
  word: fc.integer({ min: -1, max: 500 }),
});
const askers = fc.option(fc.stringMatching(/^[\w-]{8}$/));
const threads = fc.option(fc.stringMatching(/^\d{1,12}\.\d{6}$/));
const warnings = fc.array(told, { maxLength: 3 });

describe("a block's id", () => {
  it('gives the question, its asker, the thread and the warnings back, the least urgent left out where Slack has no room for all', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\w-]{22}$/),
        askers,
        threads,
        fc.nat({ max: 99 }),
        warnings,
        (asked, asker, thread, at, given) => {
          const id = blockId({ asked, asker, thread }, at, given);
          const read = readBlockId(id);
          expect(id.length).toBeLessThanOrEqual(LIMITS.blockId);
          expect([read.asked, read.asker, read.thread]).toEqual([asked, asker, thread]);
          expect(read.warnings).toEqual(given.slice(0, read.warnings.length));
          if (read.warnings.length < given.length)
            expect(blockId({ asked, asker, thread }, at, given.slice(0, read.warnings.length + 1))).toBe(id);
        },
      ),
    );
  });

  it('keeps the warnings that fit to the last character', () => {
    const entry = 'a'.repeat(LIMITS.blockId - `${ASKED}:7 ~0`.length);
    expect(blockId(NOBODY, 7, [{ entry, word: 0 }])).toHaveLength(LIMITS.blockId);
    expect(readBlockId(blockId(NOBODY, 7, [{ entry, word: 0 }])).warnings).toEqual([{ entry, word: 0 }]);
    expect(readBlockId(blockId(NOBODY, 7, [{ entry: `${entry}a`, word: 0 }]))).toEqual({ ...NOBODY, warnings: [] });
  });

  it('is another one for every place in a message', () => {
    expect(blockId(NOBODY, 1, [])).not.toBe(blockId(NOBODY, 2, []));
  });

  it('of an earlier version names no question, but its warnings', () => {
    expect(readBlockId('warned:4 refer~1 clots~0')).toEqual({
      asked: null,
      asker: null,
      thread: null,
      warnings: [
        { entry: 'refer', word: 1 },
        { entry: 'clots', word: 0 },
      ],
    });
  });

  it.each([
    '',
    'b1Xy9',
    `${ASKED}`,
    `${ASKED}:x`,
    `${ASKED}:1 refer`,
    `${ASKED}:1 refer~x`,
    `x${ASKED}:1`,
    'a:1:2 b~1',
  ])('that none of ours is like carries no question: %j', (id) => {
    expect(readBlockId(id).asked).toBeNull();
    expect(readBlockId(id).warnings).toEqual([]);
  });
});
