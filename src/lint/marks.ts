import type { Entry } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { marksOf } from '../knowledge/quoted.js';
import { each, type LintDeps, quoted, type Rule } from './rule.js';
import { wordsWithMark } from './text.js';

/** On the marks by which an answer says what rests on which source. */
export const markRules: readonly Rule[] = [marks, otherMarks];

/** Sources that a finding names. */
const NAMED = 3;

function marks({ knowledge, at: placeOf }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, answer, sources } = entry;
    const marked = new Set(marksOf(answer));
    const found = [...marked]
      .filter((mark) => mark < 1 || mark > sources.length)
      .map((mark) => {
        const message = `The answer of "${id}" marks [${mark}], but the entry has ${sources.length === 1 ? 'one source' : `${sources.length} sources`}.`;
        const place = placeOf(entry, 'answer', wordsWithMark(answer, mark));
        return problem('K307', place, message, 'Correct the number, or add the source to the entry.');
      });
    // A wrong number, or a mark in another form, leaves another source without its mark: that is one slip. So does one named twice.
    if (found.length > 0 || marksInOtherForms(entry).length > 0 || new Set(sources).size < sources.length) return found;
    if (marked.size === 0) {
      if (sources.length === 1) return [];
      const message = `The answer of "${id}" marks none of its ${sources.length} sources, so that nobody sees what rests on which.`;
      const remedy = 'Write [1] behind what the first of "sources" supports, [2] behind what the second does …';
      return [problem('K308', placeOf(entry, 'answer'), message, remedy)];
    }
    const unmarked = sources.flatMap((source, at) =>
      marked.has(at + 1) || !knowledge.sources.has(source) ? [] : [{ source, at }],
    );
    const [first] = unmarked;
    if (first === undefined) return [];
    const names = unmarked.map(({ source, at }) => `[${at + 1}] "${source}"`);
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
    const message = `The answer of "${id}" never marks ${names.slice(0, NAMED).join(', ')}${more} of its sources.`;
    const remedy = 'Mark what it supports, or remove it from "sources".';
    return [problem('K308', placeOf(entry, 'sources', first.at), message, remedy)];
  });
}

/** Numbers, and how people put them together. */
const NUMBERS = '\\d{1,2}(?:\\s*[-–,;/&]\\s*\\d{1,2})*';
/** What is meant for a mark and is none: `(1)`, `[S1]`, `[ 1 ]`, `[1; 5]`, `[1-3]`, `{1}`, a raised figure behind a word. */
const OTHER_FORMS: readonly RegExp[] = [
  new RegExp(`(?<=\\S ?)\\((${NUMBERS})\\)(?=[\\s.,;:!?]|$)`, 'g'),
  new RegExp(`\\[(?!\\d{1,2}(?:, ?\\d{1,2})*\\])\\s*(?:[A-Za-z#]{1,3}\\.?\\s?)?(${NUMBERS})\\s*\\](?!\\()`, 'g'),
  new RegExp(`[{［]\\s*(${NUMBERS})\\s*[}］]`, 'g'),
  /(?<=\p{L}{4}|[.,)])([¹²³⁴⁵⁶⁷⁸⁹])/gu,
];
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** One finding an entry: whoever writes a mark so writes all of them so. */
function otherMarks({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const found = marksInOtherForms(entry);
    const [first] = found;
    if (first === undefined) return [];
    const written = quoted(
      found.map(({ words }) => words),
      NAMED,
    );
    const message = `The answer of "${entry.id}" has ${written}, which is no mark: people see it as it is typed, and no source is named for it.`;
    const remedy = `Write ${first.mark}: numbers of "sources" in square brackets.`;
    return [problem('K354', at(entry, 'answer', first.words), message, remedy)];
  });
}

/** What stands in an answer in the place of a mark, by its place, and the mark that is meant. */
function marksInOtherForms({ answer, sources }: Entry): { words: string; mark: string }[] {
  const byNumber = OTHER_FORMS.flatMap((form) =>
    [...answer.matchAll(form)].map(({ index, 0: words, 1: list = '' }) => ({ index, words, numbers: numbersIn(list) })),
  ).filter(({ numbers }) => numbers.every((number) => number >= 1 && number <= sources.length));
  const byId = [...answer.matchAll(/\[([a-z0-9-]+)\](?!\()/g)].map(({ index, 0: words, 1: id = '' }) => ({
    index,
    words,
    numbers: [sources.indexOf(id) + 1],
  }));
  return [...byNumber, ...byId.filter(({ numbers: [number = 0] }) => number > 0)]
    .sort((a, b) => a.index - b.index)
    .map(({ words, numbers }) => ({ words, mark: `[${numbers.join(', ')}]` }));
}

/** The numbers of a list or a range: "1-3" are three. */
function numbersIn(list: string): number[] {
  const plain = [...list].map((sign) => (RAISED.includes(sign) ? RAISED.indexOf(sign) : sign)).join('');
  const [, from, to] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(plain) ?? [];
  if (from === undefined || to === undefined) return plain.split(/\D+/).map(Number);
  return Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) }, (_, at) => Number(from) + at);
}
