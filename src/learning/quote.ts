import type { Entry, QuizQuestion } from '../knowledge/entry.js';
import { standsIn } from '../knowledge/quoted.js';
import { stem } from '../search/text/stem.js';
import { FUNCTION_WORDS } from '../search/text/words.js';

/** How much more a word of the right option counts than one of the question: the quote is to support the option. */
const OF_OPTION = 3;
/** Fewer words stand in no sentence that supports anything. */
const FEWEST_WORDS = 3;

/** What supports the right option, in Markdown, word for word from the entry: what the lead names, else the sentence that is likest. */
export function quoteFor({ question, options, right, quote }: QuizQuestion, entry: Entry): string {
  if (quote !== undefined && standsIn(quote, entry)) return quote;
  const option = new Set(stemsOf(options[right - 1] ?? ''));
  const asked = new Set(stemsOf(question));
  const worth = (sentence: string) => {
    const stems = new Set(stemsOf(sentence));
    const count = (words: ReadonlySet<string>) => [...words].filter((word) => stems.has(word)).length;
    // Of two that hold the same words the shorter says it more plainly.
    return OF_OPTION * count(option) + count(asked) - stems.size / 100;
  };
  const [first = entry.short ?? entry.answer, ...others] = sentencesOf(entry);
  return others.reduce((best, each) => (worth(each) > worth(best) ? each : best), first);
}

/** The short form, and the sentences of the answer. */
function sentencesOf({ short, answer }: Entry): string[] {
  const lines = answer.split('\n').map((line) => line.replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+/, '').trim());
  const sentences = lines.flatMap((line) => line.split(/(?<=[.!?]["”)]?)\s+(?=[A-Z"“(])/));
  return [...(short === undefined ? [] : [short]), ...sentences].filter(
    (sentence) => sentence.split(/\s+/).length >= FEWEST_WORDS,
  );
}

function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
}
