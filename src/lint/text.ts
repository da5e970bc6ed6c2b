import { syllable } from 'syllable';
import { MARK } from '../knowledge/quoted.js';

const BULLET = /^\s*(?:[-*+]|\d{1,2}[.)])\s+/;
const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The brackets of a text in which a number is marked: `[1, 3]`. */
export function wordsWithMark(text: string, mark: number): string | undefined {
  return [...text.matchAll(MARK)].find(([, list = '']) => list.split(',').map(Number).includes(mark))?.[0];
}

/** The words of a text in Markdown, without its marks, bullets and signs. */
export function wordsOf(text: string): string[] {
  return text
    .replace(MARK, '')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** The sentences of a text in Markdown: a bullet is at least one, a heading in bold is none. */
export function sentencesOf(text: string): string[] {
  return paragraphs(text)
    .filter((paragraph) => !/^\*\*[^*]*\*\*:?$/.test(paragraph))
    .flatMap((paragraph) => [...SENTENCES.segment(paragraph.replace(/[*_`]+/g, ''))])
    .map(({ segment }) => segment.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}

/** Paragraphs and bullets, each in one line. */
function paragraphs(text: string): string[] {
  const found: string[] = [''];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || BULLET.test(line)) found.push(line.replace(BULLET, '').trim());
    else found.push(`${found.pop() ?? ''} ${line}`.trim());
  }
  return found;
}

/**
 * Years at a school in the United States that a text asks for, by Flesch and Kincaid (1975). A figure counts as one
 * syllable. Undefined where there is no sentence.
 */
export function gradeOf(text: string): number | undefined {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
