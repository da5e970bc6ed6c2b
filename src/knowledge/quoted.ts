import type { Entry } from './entry.js';

/** A mark of sources in an answer: `[1]`, `[1, 3]`. */
export const MARK = /\[(\d{1,2}(?:, ?\d{1,2}){0,9})\]/g;

/** The numbers that a text marks. */
export function marksOf(text: string): number[] {
  return [...text.matchAll(MARK)].flatMap(([, list]) => (list ?? '').split(',').map(Number));
}

/** A text whose marks stand for other numbers; a bracket in which nothing changes stays as it is written. */
export function remarked(text: string, numberOf: (mark: number) => number): string {
  return text.replace(MARK, (bracket, list: string) => {
    const marks = list.split(',').map(Number);
    const numbers = marks.map(numberOf);
    return marks.every((mark, at) => mark === numbers[at])
      ? bracket
      : `[${[...new Set(numbers)].sort((a, b) => a - b).join(', ')}]`;
  });
}

/** Whether words stand in an entry as they are, in its short form or its answer, however their lines are broken. */
export function standsIn(words: string, { short = '', answer }: Pick<Entry, 'short' | 'answer'>): boolean {
  const quoted = inOneLine(words);
  return quoted !== '' && [short, answer].some((text) => inOneLine(text).includes(quoted));
}

/** A text without its line breaks. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
