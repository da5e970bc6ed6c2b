import { type Problem, problem } from '../knowledge/problem.js';
import { marksOf } from '../knowledge/quoted.js';
import { each, type LintDeps, type Rule } from './rule.js';
import { gradeOf, sentencesOf, wordsOf } from './text.js';

/** On answers and short forms. */
export const answerRules: readonly Rule[] = [
  lengths,
  wordsOfAnswer,
  gradeOfAnswer,
  shortForm,
  repeatedShort,
  whoDecides,
  promises,
];

/** Longest answer in characters: with its frame it must stay below Slack's undocumented total of about 13,200. */
const LONGEST_ANSWER = 5000;
/** Longest short form in characters: one line on a phone's notification is cut after some 160. */
const LONGEST_SHORT = 160;
/** Shortest short form in characters: with fewer it does not say what it is about. */
const SHORTEST_SHORT = 20;
/** Words of an answer: what is read between two patients, and no bare yes. */
const WORDS = { fewest: 60, most: 120 } as const;
/** Highest grade of an answer: plain English, as health services ask for, with room for the field's own words. */
const HIGHEST_GRADE = 10;
/** Fewest longer words of a first sentence that can be said to repeat something. */
const TELLING = 4;

function lengths({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, answer, short } = entry;
    const found: Problem[] = [];
    if (answer.length > LONGEST_ANSWER) {
      const message = `The answer of "${id}" has ${answer.length} characters; Slack shows ${LONGEST_ANSWER} in one message.`;
      found.push(problem('K305', at(entry, 'answer'), message, 'Shorten it, or make two entries of it.'));
    }
    if (short !== undefined && short.length > LONGEST_SHORT) {
      const message = `The short form of "${id}" has ${short.length} characters.`;
      found.push(problem('K306', at(entry, 'short'), message, `Say it in ${LONGEST_SHORT}.`));
    }
    return found;
  });
}

function wordsOfAnswer({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, answer } = entry;
    const { length } = wordsOf(answer);
    // One that Slack would not show is told as that.
    if ((length >= WORDS.fewest && length <= WORDS.most) || answer.length > LONGEST_ANSWER) return [];
    const remedy =
      length < WORDS.fewest
        ? 'Add what the reader has to do, or what is not known.'
        : 'Shorten it, or make two entries of it.';
    const message = `The answer of "${id}" has ${length} words; ${WORDS.fewest} to ${WORDS.most} are read.`;
    return [problem('K324', at(entry, 'answer'), message, remedy)];
  });
}

function gradeOfAnswer({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, answer } = entry;
    const grade = gradeOf(answer) ?? 0;
    if (grade <= HIGHEST_GRADE) return [];
    const message = `The answer of "${id}" asks for grade ${grade.toFixed(1)} (Flesch-Kincaid); ${HIGHEST_GRADE} is the most.`;
    return [problem('K325', at(entry, 'answer'), message, 'Make shorter sentences, or bullets, of shorter words.')];
  });
}

function shortForm({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, short } = entry;
    const place = at(entry, 'short');
    const remedy = `Say the answer in one sentence that names its subject, of at most ${LONGEST_SHORT} characters.`;
    if (short === undefined) return [problem('K326', place, `"${id}" has no short form.`, remedy)];
    const found: Problem[] = [];
    if (short.length < SHORTEST_SHORT) {
      const message = `The short form of "${id}" has only ${short.length} characters.`;
      found.push(problem('K326', place, message, remedy));
    }
    if (marksOf(short).length > 0) {
      const message = `The short form of "${id}" has a mark, and is shown without sources.`;
      found.push(problem('K326', place, message, 'Mark the same in the answer instead.'));
    }
    return found;
  });
}

/** Says again: more than half of the longer words of the first sentence, or of the short form where that has fewer. */
function repeatedShort({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, answer, short = '' } = entry;
    const told = longerWords(short);
    const first = longerWords(sentencesOf(answer)[0] ?? '');
    const fewer = Math.min(told.size, first.size);
    const again = [...first].filter((word) => told.has(word)).length;
    if (fewer < TELLING || again <= fewer / 2) return [];
    const message = `The answer of "${id}" begins by saying its short form again, which stands right above it.`;
    return [problem('K327', at(entry, 'answer'), message, 'Begin with what comes next.')];
  });
}

function longerWords(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .map((word) => word.toLowerCase())
      .filter((word) => word.length > 3),
  );
}

/** Who may decide for a patient, or what is called when nobody may wait. */
const WHO_DECIDES =
  /\b(?:clinicians?|doctors?|physicians?|GPs?|surgeons?|nurses?|midwi(?:fe|ves)|dentists?|pharmacists?|prescribers?|specialists?|oncologists?|infection[- ]control|emergency)\b/i;

function whoDecides({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    if (!entry.safety || WHO_DECIDES.test(entry.answer)) return [];
    const message = `The answer of the safety entry "${entry.id}" names nobody who decides.`;
    const remedy = 'Say who: a licensed clinician, the surgeon, the prescriber, the midwife, the emergency number.';
    return [problem('K328', at(entry, 'answer'), message, remedy)];
  });
}

const PROMISE =
  /\bno (?:side effects?|risks?|downsides?)\b|\b(?:is|are) (?:\w+ly |100 ?% )?safe\b|\b(?:completely|totally|absolutely|perfectly|100 ?%) (?:safe|effective)\b|\b(?:can(?:no|')t|won't|will not|never) (?:hurt|harm)s? (?:you|them|any(?:one|body)|patients?|the patient)\b|\b(?:cures?|harmless|risk[- ]free|guarantee[sd]?|miracles?)\b|\b(?:always works?|never fails?|works for every(?:one|body)|(?:scientifically|clinically) proven)\b/i;
/** Words before a promise that take it back, or ask. */
const DOUBTED = /\b(?:not|no|never|nobody|nothing|none|cannot|can't|whether|if|until|unless)\b/i;

function promises({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const { id, safety, short = '', answer } = entry;
    const promised = [...sentencesOf(short), ...sentencesOf(answer)].flatMap((sentence) => {
      const found = PROMISE.exec(sentence);
      return found === null || DOUBTED.test(sentence.slice(0, found.index)) ? [] : [found[0]];
    });
    if (promised.length === 0) return [];
    const [words = ''] = promised;
    const message = `${safety ? 'The safety entry ' : ''}"${id}" promises: "${words}".`;
    const place = at(entry, short.includes(words) ? 'short' : 'answer', words);
    return [problem('K329', place, message, 'Say what was seen, in whom, and what is not known.')];
  });
}
