import { describe, expect, it } from 'vitest';
import { marksOf } from '../../src/knowledge/quoted.js';
import { gradeOf, sentencesOf, wordsOf } from '../../src/lint/text.js';

describe('a text in Markdown', () => {
  it('has its sentences in paragraphs and bullets; wrapped lines are one, headings and marks are none', () => {
    const text = `Stop, and _ask_
first [1]. **Then** wait 2.5 days.

**Ask first**

- The surgeon, e.g. by phone [2, 3]
- The clinician. Or the doctor.
1. Wash it

[4]`;
    expect(sentencesOf(text)).toEqual([
      'Stop, and ask first [1].',
      'Then wait 2.5 days.',
      'The surgeon, e.g. by phone [2, 3]',
      'The clinician.',
      'Or the doctor.',
      'Wash it',
    ]);
  });

  it('has its words without bullets, marks and dashes', () => {
    expect(wordsOf('- **Stop** [1]: wait 2–3 days – "no rush" [2, 3].')).toEqual([
      'Stop',
      'wait',
      '2–3',
      'days',
      'no',
      'rush',
    ]);
    expect(wordsOf('[1] - …')).toEqual([]);
  });

  it('has its marks in the order in which they stand', () => {
    expect(marksOf('a [2] b [1, 3] c [x] [2020]')).toEqual([2, 1, 3]);
  });
});

describe('the grade', () => {
  it('is what the formula says of a sentence counted by hand', () => {
    // 6 words, 1 sentence, 7 syllables.
    expect(gradeOf('The cat sat on a table.')).toBeCloseTo(0.39 * 6 + 11.8 * (7 / 6) - 15.59, 10);
  });

  it('is lower in bullets than in one long sentence, and the same with marks', () => {
    const long = 'Stop at broken skin and at a swollen calf and at any fever and ask the clinician';
    expect(
      gradeOf('- Stop at broken skin\n- At a swollen calf\n- At any fever\n- Ask the clinician') ?? 0,
    ).toBeLessThan(gradeOf(long) ?? 0);
    expect(gradeOf(`${long} [1], [2, 3].`)).toBe(gradeOf(long));
  });

  it('counts a figure as one syllable, and is nothing where there is no word', () => {
    expect(gradeOf('Wait 12 days.')).toBe(gradeOf('Wait ten days.'));
    expect(gradeOf('[1]')).toBeUndefined();
  });
});
