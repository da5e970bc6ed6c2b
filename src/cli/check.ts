import { stat } from 'node:fs/promises';
import type { Knowledge } from '../knowledge/entry.js';
import { loadKnowledge } from '../knowledge/load.js';
import { byPlace, type Problem, problemLine } from '../knowledge/problem.js';
import { lint, summarize } from '../lint/lint.js';
import { createLexicon, normalForm, pieces } from '../search/normalize.js';
import { createWarner, createWatch } from '../search/warn.js';
import { FAILED, type Io, MISUSED, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s check -- [--json] [--github] [--quiet] [DIR]
Checks the knowledge folder. Exit code 0: no errors (warnings allowed); 1: errors; 2: wrong use.
  --json    one JSON object per problem
  --github  annotations for GitHub's pull requests
  --quiet   errors only, no warnings`;

const FLAGS = { json: { type: 'boolean' }, github: { type: 'boolean' }, quiet: { type: 'boolean' } } as const;

/** `npm run check`. */
export async function check(args: string[], io: Io, today = new Date().toISOString().slice(0, 10)): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const [dir = 'knowledge', ...more] = words;
  if (more.length > 0) {
    io.err(`Only one folder can be checked at a time.\n${HELP}`);
    return MISUSED;
  }
  const folder = await stat(dir).catch(() => null);
  if (!folder?.isDirectory()) {
    io.err(`${dir} is not a folder. Name the knowledge folder.\n${HELP}`);
    return MISUSED;
  }
  const { knowledge, problems: shape } = await loadKnowledge(dir);
  const content = knowledge === null ? [] : lintContent(knowledge, today);
  const problems = [...shape, ...content].sort(byPlace);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const shown = values.quiet ? problems.filter(({ severity }) => severity === 'error') : problems;
  const line = values.json ? asJson : values.github ? asAnnotation : problemLine;
  for (const found of shown) io.out(line(found, dir));
  const tell = values.json || values.github ? io.err : io.out;
  if (knowledge !== null) tell(summaryTable(summarize(knowledge, problems)));
  tell(
    `${errors} errors, ${problems.length - errors} warnings${knowledge === null ? '; content rules run once the errors are mended' : ''}`,
  );
  return errors === 0 ? OK : FAILED;
}

/**
 * Two questions are the same where search reads them alike, with the clinic's shorthand and synonyms. Watched words are
 * looked for as they are written: whether a slip may be one of them does not matter here.
 */
function lintContent(knowledge: Knowledge, today: string): Problem[] {
  const lexicon = createLexicon(knowledge.glossary);
  const entries = [...knowledge.entries.values()];
  const words = new Map(entries.flatMap(({ questions }) => questions.flatMap(pieces)).map((word) => [word, 1]));
  const watch = createWatch(entries, lexicon, { words, good: new Set() });
  const readings = new Map<string, string[]>();
  for (const { phrase, keys, exact } of watch.phrases) {
    const reading =
      exact?.join(' ') ??
      keys
        .map((key) => key.at(-1))
        .sort()
        .join(' ');
    readings.set(phrase, [...(readings.get(phrase) ?? []), reading]);
  }
  return lint({
    knowledge,
    today,
    normalize: (question) => normalForm(question, lexicon),
    readings: (watched) => readings.get(watched) ?? [],
    warned: createWarner(watch, lexicon, () => false),
  });
}

function asJson({ code, severity, place, message, remedy }: Problem, dir: string): string {
  return JSON.stringify({
    file: `${dir.replace(/\/+$/, '')}/${place.file}`,
    line: place.line,
    col: place.col,
    severity,
    code,
    message,
    remedy,
  });
}

/** Page: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function asAnnotation({ code, severity, place, message, remedy }: Problem, dir: string): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const file = property(`${dir.replace(/\/+$/, '')}/${place.file}`);
  return `::${severity} file=${file},line=${place.line},col=${place.col},title=${code}::${data(`${message} ${remedy}`)}`;
}

function summaryTable(rows: ReturnType<typeof summarize>): string {
  const width = Math.max(5, ...rows.map(({ topic }) => topic.length));
  const line = (topic: string, ...cells: (string | number)[]) =>
    [topic.padEnd(width), ...cells.map((cell) => String(cell).padStart(18))].join('');
  const sum = (key: 'entries' | 'unreviewed' | 'unverified' | 'overdue') =>
    rows.reduce((total, row) => total + row[key], 0);
  return [
    '',
    line('topic', 'entries', 'never reviewed', 'unverified source', 'review overdue'),
    ...rows.map(({ topic, entries, unreviewed, unverified, overdue }) =>
      line(topic, entries, unreviewed, unverified, overdue),
    ),
    line('all', sum('entries'), sum('unreviewed'), sum('unverified'), sum('overdue')),
  ].join('\n');
}
