import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintContext } from './rule.js';
import { gradeOf, marksOf, sentencesOf, wordsOf } from './text.js';

/** Longest answer in characters: with its frame it must stay below Slack's undocumented total of about 13,200. */
const LONGEST_ANSWER = 6000;
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

export function lengths({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, answer, short }) => {
    const found: Problem[] = [];
    if (answer.length > LONGEST_ANSWER) {
      const message = `The answer of "${id}" has ${answer.length} characters; Slack shows ${LONGEST_ANSWER} in one message.`;
      found.push(problem('K305', place, message, 'Shorten it, or make two entries of it.'));
    }
    if (short !== undefined && short.length > LONGEST_SHORT) {
      const message = `The short form of "${id}" has ${short.length} characters.`;
      found.push(problem('K306', place, message, `Say it in ${LONGEST_SHORT}.`));
    }
    return found;
  });
}

export function wordsOfAnswer({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, answer }) => {
    const { length } = wordsOf(answer);
    if (length >= WORDS.fewest && length <= WORDS.most) return [];
    const remedy =
      length < WORDS.fewest
        ? 'Add what the reader has to do, or what is not known.'
        : 'Shorten it, or make two entries of it.';
    const message = `The answer of "${id}" has ${length} words; ${WORDS.fewest} to ${WORDS.most} are read.`;
    return [problem('K324', place, message, remedy)];
  });
}

export function gradeOfAnswer({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, answer }) => {
    const grade = gradeOf(answer) ?? 0;
    if (grade <= HIGHEST_GRADE) return [];
    const message = `The answer of "${id}" asks for grade ${grade.toFixed(1)} (Flesch-Kincaid); ${HIGHEST_GRADE} is the most.`;
    return [problem('K325', place, message, 'Make shorter sentences, or bullets, of shorter words.')];
  });
}

export function shortForm({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, short }) => {
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
export function repeatedShort({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, answer, short = '' }) => {
    const told = longerWords(short);
    const first = longerWords(sentencesOf(answer)[0] ?? '');
    const fewer = Math.min(told.size, first.size);
    const again = [...first].filter((word) => told.has(word)).length;
    if (fewer < TELLING || again <= fewer / 2) return [];
    const message = `The answer of "${id}" begins by saying its short form again, which stands right above it.`;
    return [problem('K327', place, message, 'Begin with what comes next.')];
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

export function whoDecides({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, safety, answer }) =>
    !safety || WHO_DECIDES.test(answer)
      ? []
      : [
          problem(
            'K328',
            place,
            `The answer of the safety entry "${id}" names nobody who decides.`,
            'Say who: a licensed clinician, the surgeon, the prescriber, the midwife, the emergency number.',
          ),
        ],
  );
}

const PROMISE =
  /\bno (?:side effects?|risks?)\b|\b(?:is|are) (?:\w+ly )?safe\b|\b(?:cures?|harmless|risk-free|guarantee[sd]?)\b/i;
/** Words before a promise that take it back, or ask. */
const DOUBTED = /\b(?:not|no|never|nobody|nothing|none|cannot|can't|whether|if|until|unless)\b/i;

export function promises({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, safety, short = '', answer }) => {
    if (!safety) return [];
    const promised = [...sentencesOf(short), ...sentencesOf(answer)].flatMap((sentence) => {
      const found = PROMISE.exec(sentence);
      return found === null || DOUBTED.test(sentence.slice(0, found.index)) ? [] : [found[0]];
    });
    if (promised.length === 0) return [];
    const message = `The safety entry "${id}" promises: "${promised[0]}".`;
    return [problem('K329', place, message, 'Say what was seen, in whom, and what is not known.')];
  });
}
