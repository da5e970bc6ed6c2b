import { describe, expect, it } from 'vitest';
import { FUNCTION_WORD_WEIGHT, SIGN_WEIGHT } from '../../../src/search/parameters.js';
import { BLOCK_NAMES, featuresOf, groupsOf, isContent } from '../../../src/search/rank/features.js';
import { WORD_GROUPS } from '../../../src/search/text/groups.js';
import { stem } from '../../../src/search/text/stem.js';

const keysOf = (token: string, block: string) =>
  featuresOf(token).flatMap((feature) => (feature.block === block ? [feature.key] : []));

describe('the features of a word', () => {
  it('are its stem, itself where no everyday group has it, and its letters in threes and fours', () => {
    expect(keysOf('keloids', 'words')).toEqual(['w keloid']);
    expect(keysOf('keloids', 'groups')).toEqual(['n keloid']);
    expect(keysOf('keloid', 'pieces')).toEqual(
      ['<ke', 'kel', 'elo', 'loi', 'oid', 'id>', '<kel', 'kelo', 'eloi', 'loid', 'oid>'].map((piece) => `c ${piece}`),
    );
    expect(featuresOf('keloid').every(({ weight }) => weight === 1)).toBe(true);
  });

  it('are its everyday groups, each of them, in any form', () => {
    const numbers = WORD_GROUPS.flatMap((words, group) => (words.includes('bruise') ? [group] : []));
    expect(numbers.length).toBeGreaterThan(0);
    expect(keysOf('bruises', 'groups')).toEqual(numbers.map((group) => `g ${group}`));
    expect(groupsOf(stem('bruises'))).toEqual(numbers);
    const several = [...new Set(WORD_GROUPS.flat())].filter((word) => groupsOf(stem(word)).length > 1);
    expect(several.length).toBeGreaterThan(10);
    expect(keysOf(several[0] ?? '', 'groups').length).toBe(groupsOf(stem(several[0] ?? '')).length);
  });

  it('weigh less where it only holds a sentence together, and it is no group by itself', () => {
    expect(FUNCTION_WORD_WEIGHT).toBeLessThan(1);
    const the = featuresOf('the');
    expect(the.map(({ key, weight }) => [key, weight])).toEqual(
      ['w the', 'c <th', 'c the', 'c he>', 'c <the', 'c the>'].map((key) => [key, FUNCTION_WORD_WEIGHT]),
    );
    expect([isContent('the'), isContent('keloid')]).toEqual([false, true]);
  });

  it('are those of its first forty letters, however long it is', () => {
    expect(keysOf('ab'.repeat(200), 'pieces').length).toBe(40 + 39);
    expect(keysOf('ab'.repeat(20), 'pieces').length).toBe(40 + 39);
  });

  it('of a sign are the group that it stands for, and a little as a word', () => {
    expect(SIGN_WEIGHT).toBeLessThan(1);
    expect(featuresOf('=black-and-blue')).toEqual([
      { block: 'groups', key: 'g =black-and-blue', weight: 1 },
      { block: 'words', key: 'w =black-and-blue', weight: SIGN_WEIGHT },
    ]);
  });

  it('stand in blocks whose shares are a whole', () => {
    expect(BLOCK_NAMES).toEqual(['words', 'pieces', 'groups']);
  });
});
