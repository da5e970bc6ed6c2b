import { parseArgs } from 'node:util';
import { loadKnowledge } from '../knowledge/load.js';
import { createMatcher } from '../search/matcher.js';
import { train } from '../search/train.js';
import { knowledgeOf, publicTasks, type Task } from './tasks.js';
import { withParameter } from './variant.js';

const HELP = `Usage: npm run -s tune -- [--tasks DIR] [--phrasings 3,10] [--knowledge DIR] [--only NAME]
Tries each number of src/search/parameters.ts beside its neighbours, and prints what held-out phrasings say: the share that
finds its entry, and the log loss of the confidence (lower is better), where every fifth entry is held out whole.
On the FAQ itself, or with --tasks on public FAQs of another folder.`;

const OPTIONS = {
  help: { type: 'boolean', default: false },
  tasks: { type: 'string' },
  phrasings: { type: 'string', default: '3,10' },
  knowledge: { type: 'string', default: 'knowledge' },
  only: { type: 'string' },
} as const;

/** What is tried for each parameter, as it would stand in the source. The table's own value is always tried too. */
const TRIALS: Readonly<Record<string, readonly string[]>> = {
  BLOCKS: [
    '{ words: 0.24, pieces: 0.44, groups: 0.32 }',
    '{ words: 0.34, pieces: 0.33, groups: 0.33 }',
    '{ words: 0.4, pieces: 0.4, groups: 0.2 }',
  ],
  FUNCTION_WORD_WEIGHT: ['0.5', '0.6', '0.8', '1'],
  SIGN_WEIGHT: ['0', '1'],
  ANSWER_WEIGHT: ['0', '2'],
  IDF_POWER: ['0.25', '0.75', '1'],
  PROFILE: [
    '{ entries: 15, share: 0 }',
    '{ entries: 15, share: 0.25 }',
    '{ entries: 15, share: 0.7 }',
    '{ entries: 8, share: 0.6 }',
  ],
  CURVATURE: ['1', '2', '4'],
  RIDGE: ['0.05', '0.1', '0.4'],
  EXAMPLES: ['{ most: 160, pairs: 1e7 }', '{ most: 640, pairs: 1e7 }'],
  COMPARED: ['40', '160'],
  SCORED: ['8', '32'],
  SHARPNESS: ['5', '20'],
  FOLDS: ['2', '5'],
};

/** What held-out phrasings say of one setting. */
interface Verdict {
  top1: number;
  loss: number;
}

/** Held-out phrasings of a task: every third phrasing, and every fifth entry whole, are asked and not taught. */
function judge(tasks: readonly Task[]): Verdict {
  const verdicts = tasks.map(({ entries, ...rest }) => {
    const isHeld = (at: number) => at % 3 === 1;
    const taught = entries
      .filter((_, at) => at % 5 !== 4)
      .map(({ id, questions }) => ({ id, questions: questions.filter((_, at) => !isHeld(at)) }));
    const matcher = createMatcher(train(knowledgeOf({ ...rest, entries: taught })));
    const outcomes = entries.flatMap(({ id, questions }, at) =>
      questions
        .filter((_, which) => isHeld(which))
        .map((question) => {
          const { candidates, confidence } = matcher.match(question);
          return { isTaught: at % 5 !== 4, right: candidates[0]?.entry === id, confidence };
        }),
    );
    const answerable = outcomes.filter(({ isTaught }) => isTaught);
    return {
      top1: mean(answerable.map(({ right }) => (right ? 1 : 0))),
      loss: mean(
        outcomes.map(({ right, confidence }) => -Math.log(Math.max(1e-4, right ? confidence : 1 - confidence))),
      ),
    };
  });
  return { top1: mean(verdicts.map(({ top1 }) => top1)), loss: mean(verdicts.map(({ loss }) => loss)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

async function tasksOf(dir: string | undefined, phrasings: string, knowledgeDir: string): Promise<Task[]> {
  if (dir !== undefined)
    return (await Promise.all(phrasings.split(',').map((count) => publicTasks(dir, Number(count))))).flat();
  const { knowledge } = await loadKnowledge(knowledgeDir);
  if (knowledge === null) throw new Error(`${knowledgeDir} does not load. Run npm run check.`);
  return [{ name: knowledgeDir, entries: [...knowledge.entries.values()], answerable: [], out: [] }];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const tasks = await tasksOf(values.tasks, values.phrasings, values.knowledge);
  const line = (name: string, value: string, { top1, loss }: Verdict) =>
    process.stdout.write(
      `${name.padEnd(22)}${(100 * top1).toFixed(1).padStart(6)}${loss.toFixed(3).padStart(8)}  ${value}\n`,
    );
  process.stdout.write(`${'parameter'.padEnd(22)} top 1    loss  value\n`);
  line('as it is', '', judge(tasks));
  for (const [name, trials] of Object.entries(TRIALS)) {
    if (values.only !== undefined && values.only !== name) continue;
    for (const value of trials) line(name, value, await withParameter<Verdict>('tune.js', name, value, tasks));
  }
}

if (process.send) process.once('message', (tasks: Task[]) => process.send?.(judge(tasks), () => process.disconnect()));
else await main();
