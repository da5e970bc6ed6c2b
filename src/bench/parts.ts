import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { auroc, figuresOf, isRight, type Matched } from '../cli/figures.js';
import { parseQuestions, type Question } from '../cli/questions.js';
import type { Knowledge } from '../knowledge/entry.js';
import { loadKnowledge } from '../knowledge/load.js';
import { createMatcher } from '../search/matcher.js';
import { train } from '../search/train.js';
import { knowledgeOf, publicTasks, type Task } from './tasks.js';
import { withParameter } from './variant.js';

const HELP = `Usage: npm run -s parts -- [--knowledge DIR] [--tasks DIR] FILE.jsonl …
What each part of the search is worth: leaves one out at a time, and measures question files and, with --tasks, public FAQs
at 10 phrasings. Each line in a process of its own.`;

const OPTIONS = {
  help: { type: 'boolean', default: false },
  knowledge: { type: 'string', default: 'knowledge' },
  tasks: { type: 'string' },
} as const;

/** How each part is left out: a parameter, and what it is without the part. */
const LEFT_OUT: readonly (readonly [part: string, parameter: string, value: string])[] = [
  ['letters in a row (pieces)', 'BLOCKS', '{ words: 0.48, pieces: 0, groups: 0.52 }'],
  ['everyday groups', 'BLOCKS', '{ words: 0.44, pieces: 0.56, groups: 0 }'],
  ['words (stems)', 'BLOCKS', '{ words: 0, pieces: 0.54, groups: 0.46 }'],
  ['glossary groups', 'SIGN_WEIGHT', '0'],
  ['words of the answers', 'ANSWER_WEIGHT', '0'],
  ['less weight of function words', 'FUNCTION_WORD_WEIGHT', '1'],
  ['likeness to whole entries (profile)', 'PROFILE', '{ entries: 15, share: 0 }'],
  ['curvature of the kernel', 'CURVATURE', '0.001'],
  ['correction of spelling', 'SPELLING', '{ shortest: 99, longest: 24, long: 8, trusted: 6, looks: 12, twin: 5 }'],
  ['aspects in the lesson', 'LESSON', '{ answerable: 0.6, absent: 0.15, aspect: 0, grafted: 0.25, far: 0.5 }'],
  ['grafted talk in the lesson', 'LESSON', '{ answerable: 0.6, absent: 0.15, aspect: 0.35, grafted: 0, far: 0.5 }'],
  ['everyday talk in the lesson', 'LESSON', '{ answerable: 0.6, absent: 0.15, aspect: 0.35, grafted: 0.25, far: 0 }'],
  ['absent entries in the lesson', 'LESSON', '{ answerable: 0.6, absent: 0, aspect: 0.35, grafted: 0.25, far: 0.5 }'],
  ['nearness to everyday talk', 'TALK_POWER', '0'],
  ['central words', 'CENTRAL', '0'],
  ['parts of a message', 'MOST_PARTS', '0'],
  ['doubt about look-alikes', 'DOUBTFUL', '1'],
];

interface Job {
  knowledge: string;
  tasks: string | undefined;
  files: readonly string[];
}

/** Shares 0…1: of question files, and of the public FAQs together. */
interface Worth {
  top1: number;
  right: number;
  wrong: number;
  helped: number;
  falseAnswers: number;
  auroc: number | null;
  publicTop1: number | null;
  publicAuroc: number | null;
}

async function worthOf({ knowledge, tasks, files }: Job): Promise<Worth> {
  const loaded = await loadKnowledge(knowledge);
  if (loaded.knowledge === null) throw new Error(`${knowledge} does not load. Run npm run check.`);
  const questions = await Promise.all(files.map(async (file) => parseQuestions(await readFile(file, 'utf8'), file)));
  const figures = figuresOf(matched(loaded.knowledge, questions.flat()));
  const known = tasks === undefined ? [] : await publicTasks(tasks, 10);
  const measured = known.map(measureTask);
  const share = ({ count, of }: { count: number; of: number }) => count / Math.max(1, of);
  return {
    top1: share(figures.top1),
    right: share(figures.answeredRight),
    wrong: share(figures.answeredWrong),
    helped: share(figures.helped),
    falseAnswers: share(figures.falseAnswers),
    auroc: figures.auroc,
    publicTop1: mean(measured.map(({ top1 }) => top1)),
    publicAuroc: mean(measured.flatMap((one) => one.auroc ?? [])),
  };
}

function matched(knowledge: Knowledge, questions: readonly Question[]): Matched[] {
  const matcher = createMatcher(train(knowledge));
  return questions.map((question) => ({ question, match: matcher.match(question.q) }));
}

function measureTask(task: Task): { top1: number; auroc: number | null } {
  const matcher = createMatcher(train(knowledgeOf(task)));
  const answers = task.answerable.map(({ q, accept }) => ({ match: matcher.match(q), accept }));
  const right = answers.filter(({ match, accept }) => isRight(match.candidates[0]?.entry, accept)).length;
  return {
    top1: right / answers.length,
    auroc: auroc(
      answers.map(({ match }) => match.confidence),
      task.out.map((q) => matcher.match(q).confidence),
    ),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

const HEAD = '| left out | top 1 | right at once | wrong | helped | false | AUROC | public top 1 | public AUROC |';

function line(part: string, worth: Worth): string {
  const percent = (value: number | null) => (value === null ? '–' : (100 * value).toFixed(1));
  const { top1, right, wrong, helped, falseAnswers, publicTop1, publicAuroc } = worth;
  const cells = [top1, right, wrong, helped, falseAnswers, worth.auroc, publicTop1, publicAuroc].map(percent);
  return `| ${[part, ...cells].join(' | ')} |\n`;
}

async function main(): Promise<void> {
  const { values, positionals: files } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help || files.length === 0) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const job: Job = { knowledge: values.knowledge, tasks: values.tasks, files };
  process.stdout.write(`${HEAD}\n${HEAD.replace(/[^|]+/g, ' --- ')}\n`);
  process.stdout.write(line('nothing', await worthOf(job)));
  for (const [part, parameter, value] of LEFT_OUT) {
    process.stdout.write(line(part, await withParameter<Worth>('parts.js', parameter, value, job)));
  }
}

if (process.send)
  process.once('message', async (job: Job) => process.send?.(await worthOf(job), () => process.disconnect()));
else await main();
