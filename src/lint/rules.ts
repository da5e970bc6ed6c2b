import type { Entry, Knowledge, Source } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import type { LintContext } from './lint.js';

/** A rule looks at the whole knowledge and tells every problem of its kind. */
export type Rule = (context: LintContext) => Problem[];

/** Longest answer in characters: with its frame it must stay below Slack's undocumented total of about 13,200. */
const LONGEST_ANSWER = 6000;
/** Longest short form in characters: one line on a phone's notification is cut after some 160. */
const LONGEST_SHORT = 160;
/** A review older than this many days is overdue. */
const REVIEW_DAYS = 365;

/** Every rule on content; their codes and severities stand in `PROBLEMS`. */
export const RULES: readonly Rule[] = [
  sameQuestion,
  relatedEntries,
  unusedSources,
  lengths,
  marks,
  links,
  reviews,
  verification,
  evidence,
  glossaryWords,
];

function each(knowledge: Knowledge, rule: (entry: Entry) => Problem[]): Problem[] {
  return [...knowledge.entries.values()].flatMap(rule);
}

function sameQuestion({ knowledge, normalize }: LintContext): Problem[] {
  const first = new Map<string, { entry: Entry; question: string }>();
  return each(knowledge, (entry) =>
    entry.questions.flatMap((question) => {
      const key = normalize(question);
      const other = first.get(key);
      if (!other) {
        first.set(key, { entry, question });
        return [];
      }
      if (other.entry.id === entry.id) {
        const message = `"${entry.id}" asks "${question}" twice, once as "${other.question}".`;
        return [problem('K302', entry.place, message, 'Remove one, or say it in other words.')];
      }
      const message = `"${question}" stands under "${entry.id}" and, as "${other.question}", under "${other.entry.id}".`;
      return [problem('K301', entry.place, message, 'Keep it where the better answer stands.')];
    }),
  );
}

function relatedEntries({ knowledge }: LintContext): Problem[] {
  return each(knowledge, (entry) =>
    entry.related
      .filter((id) => id === entry.id || !knowledge.entries.has(id))
      .map((id) => {
        const message =
          id === entry.id
            ? `"${entry.id}" is related to itself.`
            : `"${entry.id}" is related to "${id}", which is not there.`;
        return problem('K303', entry.place, message, 'Correct the id, or remove it from "related".');
      }),
  );
}

function unusedSources({ knowledge }: LintContext): Problem[] {
  const used = new Set([...knowledge.entries.values()].flatMap((entry) => entry.sources));
  return [...knowledge.sources.values()]
    .filter(({ id }) => !used.has(id))
    .map(({ id, place }) =>
      problem('K304', place, `No entry cites the source "${id}".`, 'Cite it where it helps, or remove it.'),
    );
}

function lengths({ knowledge }: LintContext): Problem[] {
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

/** The numbers that an answer marks: `[1]`, `[1, 3]`. */
export function marksOf(answer: string): number[] {
  return [...answer.matchAll(/\[(\d{1,2}(?:, ?\d{1,2}){0,9})\]/g)].flatMap(([, list]) =>
    (list ?? '').split(',').map(Number),
  );
}

function marks({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, answer, sources }) => {
    const marked = new Set(marksOf(answer));
    const found = [...marked]
      .filter((mark) => mark < 1 || mark > sources.length)
      .map((mark) => {
        const message = `The answer of "${id}" marks [${mark}], but the entry has ${sources.length} sources.`;
        return problem('K307', place, message, 'Correct the number, or add the source to the entry.');
      });
    if (marked.size === 0) return found;
    sources.forEach((source, at) => {
      if (marked.has(at + 1)) return;
      const message = `The answer of "${id}" never marks its source [${at + 1}], "${source}".`;
      found.push(problem('K308', place, message, 'Mark what it supports, or remove it from "sources".'));
    });
    return found;
  });
}

/** Forms: doi.org's handbook (`10.` prefix and suffix), PubMed ids of one to eight digits, PMC ids. */
function malformed({ url, pmid }: Source): string | undefined {
  if (pmid !== undefined && !/^[1-9]\d{0,7}$/.test(pmid)) return `The PubMed number "${pmid}" is malformed.`;
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || !/^https?:\/\/[^\s<>|"]+$/.test(url)) return `The link "${url}" is malformed.`;
  if (/^https?:\/\/(dx\.)?doi\.org\//.test(url) && !/^https:\/\/doi\.org\/10\.\d{4,9}\/\S+$/.test(url))
    return `The DOI link "${url}" is malformed.`;
  if (/pubmed\.ncbi/.test(url) && !/^https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/[1-9]\d{0,7}\/$/.test(url))
    return `The PubMed link "${url}" is malformed.`;
  if (/pmc\.ncbi/.test(url) && !/^https:\/\/pmc\.ncbi\.nlm\.nih\.gov\/articles\/PMC\d+\/?$/.test(url))
    return `The PMC link "${url}" is malformed.`;
  return undefined;
}

function links({ knowledge }: LintContext): Problem[] {
  const remedy =
    'Write it as https://doi.org/10…, https://pubmed.ncbi.nlm.nih.gov/12345678/ or a whole https:// address.';
  return [...knowledge.sources.values()].flatMap((source) => {
    const message = malformed(source);
    return message === undefined ? [] : [problem('K309', source.place, message, remedy)];
  });
}

function reviews({ knowledge, today }: LintContext): Problem[] {
  const oldest = new Date(Date.parse(`${today}T00:00:00Z`) - REVIEW_DAYS * 86_400_000).toISOString().slice(0, 10);
  return each(knowledge, ({ id, place, safety, reviewed, reviewedBy }) => {
    if (reviewed === undefined && reviewedBy === undefined) {
      const code = safety ? 'K310' : 'K311';
      const what = safety ? `The safety entry "${id}"` : `"${id}"`;
      const remedy = 'When a clinician of the clinic has read it beside its sources, add "reviewed" and "reviewed_by".';
      return [problem(code, place, `${what} has never been reviewed.`, remedy)];
    }
    if (reviewed === undefined || reviewedBy === undefined) {
      const missing = reviewed === undefined ? 'reviewed' : 'reviewed_by';
      return [
        problem('K313', place, `"${id}" has a review without "${missing}".`, 'Add it: a review has a day and a name.'),
      ];
    }
    if (reviewed > today) {
      return [problem('K313', place, `"${id}" was reviewed on ${reviewed}, which is to come.`, 'Correct the date.')];
    }
    if (reviewed >= oldest) return [];
    const message = `"${id}" was last reviewed on ${reviewed}, more than ${REVIEW_DAYS} days ago.`;
    return [problem('K312', place, message, 'Read it beside its sources again, then set the new date.')];
  });
}

function verification({ knowledge }: LintContext): Problem[] {
  return each(knowledge, ({ id, place, safety, sources }) => {
    const unverified = sources.filter((source) => knowledge.sources.get(source)?.verified === false);
    if (unverified.length === 0) return [];
    const list = unverified.map((source) => `"${source}"`).join(', ');
    if (safety && unverified.length === sources.length) {
      const message = `The safety entry "${id}" rests on unverified sources alone: ${list}.`;
      return [problem('K315', place, message, 'Read one and set "verified: true" on it, or cite a verified source.')];
    }
    const message = `"${id}" cites what nobody has read: ${list}.`;
    return [problem('K314', place, message, 'Read it, correct the answer, and set "verified: true" on the source.')];
  });
}

function evidence({ knowledge }: LintContext): Problem[] {
  return each(knowledge, (entry) =>
    entry.evidence === undefined
      ? [
          problem(
            'K316',
            entry.place,
            `"${entry.id}" does not say how strong its evidence is.`,
            'Add "evidence": good, fair, low, expert, practice or theory.',
          ),
        ]
      : [],
  );
}

function glossaryWords({ knowledge }: LintContext): Problem[] {
  const { terms, synonyms } = knowledge.glossary;
  const groups = [...terms.map(({ name, also }) => [name, ...also]), ...synonyms];
  const first = new Map<string, number>();
  return groups.flatMap((group, at) =>
    [...new Set(group.map((word) => word.toLowerCase()))].flatMap((word) => {
      const other = first.get(word);
      if (other === undefined) first.set(word, at);
      if (other === undefined || (other < terms.length && at >= terms.length)) return [];
      const place = { file: 'glossary.yml', line: 1, col: 1 };
      return [problem('K317', place, `"${word}" stands in two groups.`, 'Join the groups, or keep it in one.')];
    }),
  );
}
