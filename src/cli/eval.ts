import { errorLines } from '../knowledge/problem.js';
import { evaluateAt } from './against.js';
import { type Figures, type FileFigures, figuresOf, type Share } from './figures.js';
import { FAILED, folderOf, type Io, MISUSED, OK, readArgs } from './io.js';
import { jsonLine } from './lines.js';
import { questionFiles, readQuestions } from './question-files.js';
import type { Question } from './questions.js';

const HELP = `Usage: npm run -s eval -- [--json] [--knowledge DIR] [--against REF] FILE|FOLDER …
Measures how well questions are answered. Each line of a file: {"q": "…", "accept": ["entry-id"]} or {"q": "…", "class": "out"},
with "warn": ["entry-id"] where one of these must be shown as a warning, [] where none may be.
The YAML files of test/questions are read too. A folder stands for the question files in it.
  --json           one JSON object per file, and one for all together
  --knowledge DIR  another folder than that of KNOWLEDGE_DIR
  --against REF    measures another version too (a git tag, branch or commit, with its own knowledge), side by side`;

const FLAGS = { json: { type: 'boolean' }, knowledge: { type: 'string' }, against: { type: 'string' } } as const;

interface QuestionSet {
  file: string;
  questions: Question[];
}

/** `npm run eval`. */
export async function evaluate(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  if (words.length === 0) {
    io.err('Name at least one question file, or a folder of them.');
    io.err(HELP);
    return MISUSED;
  }
  const sets = await readSets(words, io);
  if (sets === null) return MISUSED;
  const here = await measure(folderOf(io, values.knowledge), sets, io);
  if (here === null) return FAILED;
  const files = sets.map(({ file }) => file);
  const other = values.against === undefined ? null : await evaluateAt(values.against, files, io);
  if (values.against !== undefined && other === null) return FAILED;
  for (const [at, { file, figures }] of here.entries()) {
    const before = other?.[at]?.figures;
    if (values.json === true) io.out(jsonLine({ file, ...figures, ...(before && { against: before }) }));
    else for (const line of figureLines(file, figures, before)) io.out(line);
  }
  return OK;
}

async function readSets(names: readonly string[], io: Io): Promise<QuestionSet[] | null> {
  try {
    const sets: QuestionSet[] = [];
    for (const file of await questionFiles(names)) sets.push({ file, questions: await readQuestions(file) });
    return sets;
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** Figures of each file, and of all together where there are several. */
async function measure(dir: string, sets: readonly QuestionSet[], io: Io) {
  const { faq, problems } = await io.load(dir);
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
