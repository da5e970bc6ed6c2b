import type { Entry } from '../knowledge/entry.js';
import { type Problem, problem } from '../knowledge/problem.js';
import { each, type LintDeps, type Rule } from './rule.js';

/** On what people would see as it is typed. */
export const shownRules: readonly Rule[] = [rawAnswers, rawLines];

/** Signs of Markdown and HTML that Slack shows as they stand, since answers turn only the rest into its own. */
const RAW: readonly { form: RegExp; what: string; remedy: string }[] = [
  {
    form: /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i,
    what: 'a tag of HTML',
    remedy: 'Write it in Markdown: **bold**, _italic_, "- " for an item.',
  },
  { form: /&(?:[a-z]{2,8}|#\d{2,5});/i, what: 'a sign of HTML', remedy: 'Type the sign itself.' },
  {
    form: /<!--/,
    what: 'a comment of HTML',
    remedy: 'Strike it out, or write it behind a # on a line above the entry.',
  },
  {
    form: /<https?:[^\s<>|]+\|[^<>]*>/,
    what: 'a link in Slack’s own form',
    remedy: 'Write it as [words](https://…).',
  },
  { form: /\[\^[^\]\s]+\]/, what: 'a footnote', remedy: 'Mark sources as [1], and write the rest into the sentence.' },
  { form: /^\s*[-*+] \[[ xX]\]\s/m, what: 'a box to tick', remedy: 'Write an item as "- text".' },
  {
    form: /^\s*([-*_])(?:[ \t]*\1){2,}[ \t]*$/m,
    what: 'a line across',
    remedy: 'Leave an empty line between two parts.',
  },
  { form: /^=+[ \t]*$/m, what: 'a line under a heading', remedy: 'Write the heading in bold: **Heading**.' },
  {
    form: /\[[^\]\n]+\]\((?!https?:\/\/)[^)\n]*\)/,
    what: 'a link that is no web address',
    remedy: 'Give the whole address, with https://, or only the words.',
  },
  { form: /\[[^\]\n]+\] ?\[[^\]\n\d][^\]\n]*\]/, what: 'a link by a name', remedy: 'Write it as [words](https://…).' },
  {
    form: /^\s*:?-{3,}:?(?:[ \t]*\|[ \t]*:?-{3,}:?)+[ \t]*$/m,
    what: 'a table without | at its edges',
    remedy: 'Begin and end each row with |, or write a list.',
  },
  { form: /\\[*_`#[\]~>-]/, what: 'a backslash', remedy: 'Leave it out.' },
  { form: /(?<![\w_])__(?=\S)[^_\n]+__(?![\w_])/, what: 'two underscores', remedy: 'Write bold words as **words**.' },
  { form: /==(?=\S)[^=\n]+==/, what: 'a highlight', remedy: 'Write bold words as **words**.' },
];

/** What answers may have, and a title or a short form may not: these are shown word for word. */
const IN_ANSWERS: readonly { form: RegExp; what: string; remedy: string }[] = [
  { form: /\*\*/, what: 'signs for bold', remedy: 'Leave them out: it stands in bold anyway.' },
  { form: /\[[^\]\n]+\]\([^)\n]+\)/, what: 'a link', remedy: 'Put the link into the answer.' },
  { form: /^#{1,6} /, what: 'a sign for a heading', remedy: 'Leave it out.' },
];

function rawAnswers({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) => {
    const text = entry.answer.replace(/`[^`]*`/g, '');
    const found = [...RAW, ...(isOpen(text) ? [OPEN] : [])].flatMap(({ form, what, remedy }) => {
      const [words] = form.exec(text) ?? [];
      if (words === undefined) return [];
      const message = `The answer of "${entry.id}" has ${what}, which Slack shows as it is typed: ${words.trim()}`;
      return [problem('K342', at(entry, 'answer', words.trim()), `${message}.`, remedy)];
    });
    return found;
  });
}

const OPEN = {
  form: /\*\*.{0,20}/,
  what: 'signs for bold that are not closed',
  remedy: 'Put ** on both sides of the bold words.',
};

/** Whether a paragraph has bold words that do not end. */
function isOpen(text: string): boolean {
  return text.split(/\n\s*\n|\n(?=\s*[-*+] )/).some((paragraph) => (paragraph.match(/\*\*/g)?.length ?? 0) % 2 === 1);
}

function rawLines({ knowledge, at }: LintDeps): Problem[] {
  return each(knowledge, (entry) =>
    linesOf(entry).flatMap(({ field, item, name, text }) => {
      const found = [...IN_ANSWERS, ...RAW].find(({ form }) => form.test(text));
      if (!found) return [];
      const message = `The ${name} of "${entry.id}" has ${found.what}, which Slack shows as it is typed.`;
      return [problem('K342', at(entry, field, item), message, found.remedy)];
    }),
  );
}

function linesOf({
  questions,
  short,
  evidenceNote,
}: Entry): { field: string; item?: number; name: string; text: string }[] {
  return [
    { field: 'questions', item: 0, name: 'title', text: questions[0] },
    ...(short === undefined ? [] : [{ field: 'short', name: 'short form', text: short }]),
    ...(evidenceNote === undefined ? [] : [{ field: 'evidence_note', name: 'note on evidence', text: evidenceNote }]),
  ];
}
