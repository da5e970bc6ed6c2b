import { describe, expect, it } from 'vitest';
import { createSlips } from '../../src/redact/slips.js';

const isSlip = createSlips(
  new Set([
    'bruising',
    'treatment',
    'technique',
    'fasciitis',
    'pressure',
    'tendon',
    'wounds',
    'angle',
    'after',
    'does',
    'hold',
  ]),
  new Set(['after', 'does', 'angle']),
);

describe('a mistyped word is', () => {
  it.each([
    ['one letter left out', 'brusing'],
    ['one letter left out of a word that is just long enough', 'wonds'],
    ['a doubled letter', 'tenddon'],
    ['two letters swapped', 'pressrue'],
    ['two letters swapped in a short word', 'anlge'],
    ['a vowel for a vowel', 'tenden'],
    ['a letter that sounds alike', 'prezsure'],
    ['a letter beside it on the keyboard', 'tendob'],
    ['any wrong letter in a long word', 'bruixing'],
    ['one letter too many in a long word', 'treatmxent'],
    ['what sounds alike in a long word', 'fashiatis'],
    ['a letter left out of a frequent short word', 'afer'],
  ])('%s: %s', (_how, word) => {
    expect(isSlip(word)).toBe(true);
  });
});

describe('no mistyped word is', () => {
  it.each([
    ['another first letter', 'gruising'],
    ['a short word that is near one that is not frequent', 'hlod'],
    ['what has the same consonants in a long word, and its vowels elsewhere', 'tchanqouke'],
    ['a word of three letters', 'dos'],
    ['any other letter too many in a short word', 'afkter'],
    ['any other wrong letter in a short word', 'tenbon'],
    ['two slips in a short word', 'tndno'],
    ['one longer than words are', 'pressure'.padEnd(25, 'e')],
  ])('%s: %s', (_how, word) => {
    expect(isSlip(word)).toBe(false);
  });
});
