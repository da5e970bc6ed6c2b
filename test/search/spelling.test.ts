import { describe, expect, it } from 'vitest';
import { createSpeller, editDistance } from '../../src/search/spelling.js';

const speller = createSpeller({
  words: new Map([
    ['bruising', 9],
    ['tendon', 4],
    ['pressure', 4],
    ['foam', 2],
    ['roller', 2],
    ['scar', 3],
  ]),
  good: new Set(['bracing']),
});

describe('correcting unknown words', () => {
  it.each([
    ['bruisng', 'bruising', 'a letter dropped'],
    ['bruissing', 'bruising', 'a letter doubled'],
    ['brusiing', 'bruising', 'two letters swapped'],
    ['presure', 'pressure', 'a letter dropped'],
    ['tendn', 'tendon', 'a letter dropped in a short word'],
    ['foamroller', 'foam roller', 'two words run together'],
  ])('reads %s as %s (%s)', (typed, meant) => {
    expect(speller(typed).join(' ')).toBe(meant);
  });

  it.each([
    ['bruising', 'it is a word of the FAQ'],
    ['bruised', 'its stem is known'],
    ['bracing', 'an answer has it'],
    ['weather', 'it is everyday English'],
    ['scab', 'b and r are far apart on the keyboard'],
    ['xylophone', 'nothing is near'],
    ['97140', 'it is a number'],
    ['été', 'it is not English'],
  ])('leaves %s alone: %s', (typed) => {
    expect(speller(typed)).toEqual([typed]);
  });

  it.each([
    ['tendon', 'tendon', 0],
    ['tendon', 'tendno', 1],
    ['tendon', 'tenon', 1],
    ['', 'abc', 3],
  ])('counts %s → %s as %i slips', (a, b, slips) => {
    expect(editDistance(a, b)).toBe(slips);
  });
});
