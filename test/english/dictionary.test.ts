import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import list from 'word-list';
import { isEnglish } from '../../src/english/dictionary.js';

const words = readFileSync(list, 'utf8').split('\n').filter(Boolean);

describe('the dictionary', () => {
  it.each(
    `weather knee patient scrape bruised swelling colour color centre center keloid keloids nephropathy neuropathy
    hypotension hypertension arteritis arthritis statin statins stain myelitis myositis abduction adduction ileum ilium
    haemophilia hemophilia perineal peroneal warfarin heparin insulin pacemaker thrombosis phlebitis embolism
    cellulitis eczema psoriasis lupus gout dialysis oedema edema tendinitis osteoporosis scleroderma melanoma`.split(
      /\s+/,
    ),
  )('knows "%s" as a word of English or of medicine', (word) => {
    expect(isEnglish(word)).toBe(true);
  });

  it.each(
    `warfrin haemophila brusing neuropthy tendonosus kelloid weathr pacemakr hypertenson qzxv iastm graston
    eliquis xarelto osteopenia radiculopathy`.split(/\s+/),
  )('does not know "%s", a slip, a name, or a word that the list lacks', (word) => {
    expect(isEnglish(word)).toBe(false);
  });

  it('knows the first and the last word of the list, and none before or behind them', () => {
    expect(words.length).toBeGreaterThan(250_000);
    expect([words[0], words.at(-1)].map((word) => isEnglish(word ?? ''))).toEqual([true, true]);
    expect(['a', '0', `${words.at(-1)}z`, 'zzzzzz'].map(isEnglish)).toEqual([false, false, false, false]);
  });

  it('knows every thousandth word, and not the same word with a letter that no word begins or ends with', () => {
    const some = words.filter((_, at) => at % 1000 === 0);
    expect(some.filter((word) => !isEnglish(word))).toEqual([]);
    expect(some.flatMap((word) => [`q${word}q`, `${word}~`]).filter(isEnglish)).toEqual([]);
  });

  it('knows no part of a line, nor two lines at once', () => {
    expect(isEnglish('neuropath')).toBe(words.includes('neuropath'));
    expect(['', '\n', 'zyzzyvas\n', 'aa\naah', 'keloi', 'eloid'].map(isEnglish)).toEqual(Array(6).fill(false));
  });

  it.each(['Keloid', 'KELOID', 'kéloid', 'naïve', 'tête', 'ключ', '膝', 'hip pain', 'x-ray', "don't"])(
    'asks for bare lower-case letters: "%s" is not a line of the list',
    (word) => {
      expect(isEnglish(word)).toBe(false);
    },
  );
});
