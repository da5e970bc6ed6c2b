import { readFile } from 'node:fs/promises';
import { loadFaq } from '../faq.js';
import { errorLines } from '../knowledge/problem.js';
import { evaluateAt } from './against.js';
import { type Figures, figuresOf, type Share } from './figures.js';
import { FAILED, type Io, MISUSED, OK, readArgs } from './io.js';
import { parseQuestions, type Question } from './questions.js';

const HELP = `Usage: npm run -s eval -- [--json] [--knowledge DIR] [--against REF] FILE.jsonl …
Measures how well questions are answered. Each line of a file: {"q": "…", "accept": ["entry-id"]} or {"q": "…", "class": "out"},
with "warn": ["entry-id"] where one of these must be shown as a warning, [] where none may be.
The YAML files of test/questions are read too.
  --json           one JSON object per file, and one for all together
  --knowledge DIR  another folder than knowledge
  --against REF    measures another version too (a git tag, branch or commit, with its own knowledge), side by side`;

const FLAGS = { json: { type: 'boolean' }, knowledge: { type: 'string' }, against: { type: 'string' } } as const;

/** The figures of one question file. */
export interface FileFigures {
  file: string;
  figures: Figures;
}

/** `npm run eval`. */
export async function evaluate(args: string[], io: Io): Promise<number> {
  const { values, words: files, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  if (files.length === 0) {
    io.err('Name at least one question file.');
    io.err(HELP);
    return MISUSED;
  }
  const sets = await readQuestions(files, io);
  if (sets === null) return MISUSED;
  const here = await measure(values.knowledge ?? 'knowledge', sets, io);
  if (here === null) return FAILED;
  const other = values.against === undefined ? null : await evaluateAt(values.against, files, io);
  if (values.against !== undefined && other === null) return FAILED;
  for (const [at, { file, figures }] of here.entries()) {
    const before = other?.[at]?.figures;
    if (values.json === true) io.out(JSON.stringify({ file, ...figures, ...(before && { against: before }) }));
    else for (const line of figureLines(file, figures, before)) io.out(line);
  }
  return OK;
}

async function readQuestions(files: readonly string[], io: Io) {
  const sets: { file: string; questions: Question[] }[] = [];
  for (const file of files) {
    try {
      sets.push({ file, questions: parseQuestions(await readFile(file, 'utf8'), file) });
    } catch (error) {
      io.err(error instanceof Error ? error.message : String(error));
      return null;
    }
  }
  return sets;
}

/** Figures of each file, and of all together where there are several. */
async function measure(dir: string, sets: readonly { file: string; questions: readonly Question[] }[], io: Io) {
  const { faq, problems } = await loadFaq(dir);
  if (faq === null) {
    for (const line of errorLines(problems, dir)) io.err(line);
    return null;
  }
  const asked = sets.map(({ file, questions }) => ({
    file,
    asked: questions.map((question) => ({ question, match: faq.matcher.match(question.q) })),
  }));
  const each: FileFigures[] = asked.map(({ file, asked: one }) => ({ file, figures: figuresOf(one) }));
  if (sets.length === 1) return each;
  return [...each, { file: 'all files', figures: figuresOf(asked.flatMap(({ asked: one }) => one)) }];
}

const SHARES = [
  ['answered right', 'answeredRight'],
  ['answered wrong', 'answeredWrong'],
  ['helped', 'helped'],
  ['top 1', 'top1'],
  ['top 3', 'top3'],
  ['false answers', 'falseAnswers'],
  ['quiet', 'quiet'],
  ['warnings shown', 'warningsShown'],
  ['passed over', 'passedOver'],
  ['warned in vain', 'warnedInVain'],
] as const;

const MOST_LISTED = 10;

function figureLines(file: string, figures: Figures, before?: Figures): string[] {
  const lines = [file];
  const add = (name: string, now: string, then: string | undefined) =>
    lines.push(`  ${name.padEnd(18)}${now}${then === undefined ? '' : `   before ${then}`}`);
  // A version from before a figure was counted has none of it.
  for (const [name, key] of SHARES) add(name, shareText(figures[key]), before?.[key] && shareText(before[key]));
  add('AUROC', aurocText(figures), before && aurocText(before));
  add('calibration error', calibrationText(figures), before && calibrationText(before));
  const weak = figures.byEntry.filter(({ questions, top1 }) => top1 < questions).slice(0, MOST_LISTED);
  if (weak.length > 0) lines.push('  entries that came first least often:');
  for (const { entry, questions, top1, helped } of weak) {
    lines.push(`    ${entry}: first ${top1} of ${questions}, helped ${helped}`);
  }
  if (figures.confusions.length > 0) lines.push('  taken for another:');
  for (const { wanted, got, count } of figures.confusions.slice(0, MOST_LISTED))
    lines.push(`    ${wanted} → ${got}: ${count}`);
  return lines;
}

/** "  80.3 %  57 of 71". */
function shareText({ count, of }: Share): string {
  if (of === 0) return `${'–'.padStart(7)}  none asked`;
  return `${`${((100 * count) / of).toFixed(1)} %`.padStart(7)}  ${count} of ${of}`;
}

function aurocText({ auroc, helped, quiet }: Figures): string {
  if (auroc === null) return `${'–'.padStart(7)}  needs answerable and other questions`;
  return `${auroc.toFixed(3).padStart(7)}  ${helped.of} answerable against ${quiet.of} others`;
}

function calibrationText({ calibrationError, answeredRight, answeredWrong, falseAnswers }: Figures): string {
  if (calibrationError === null) return `${'–'.padStart(7)}  none answered`;
  const answered = answeredRight.count + answeredWrong.count + falseAnswers.count;
  return `${calibrationError.toFixed(3).padStart(7)}  ${answered} answered`;
}
