import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, type Row } from './measure.js';
import { PEERS } from './peers.js';
import { publicTasks, syntheticTask, type Task } from './tasks.js';

const HELP = `Usage: npm run -s bench -- [--json] [--tasks DIR] [--phrasings 1,3,5,10] [--sizes 50,300,1000,10000]
Compares this project with fuse.js, MiniSearch and BM25 on made-up FAQs of those sizes and, with --tasks, on public ones.
Each line runs in a process of its own. Times are CPU time: load in seconds, a question's median and 99th percentile in ms.`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  tasks: { type: 'string' },
  phrasings: { type: 'string', default: '10' },
  sizes: { type: 'string', default: '50,300,1000,10000' },
} as const;

/** One peer on one task, as it is handed to a process. */
interface Job {
  peer: string;
  task: Task;
}

/** In the child: do the one job that the parent sends, send back its row, and end. */
function serve(): void {
  process.once('message', async ({ peer, task }: Job) => {
    const chosen = PEERS.find(({ name }) => name === peer);
    if (chosen === undefined) throw new Error(`There is no peer "${peer}".`);
    const row = await measure(task, chosen);
    process.send?.(row, () => process.disconnect());
  });
}

function inOwnProcess(job: Job): Promise<Row> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [], { execArgv: ['--expose-gc'] });
    child.once('message', (row: Row) => resolve(row));
    child.once('error', reject);
    child.once('exit', () =>
      reject(new Error(`The process for ${job.peer} on ${job.task.name} ended without a result.`)),
    );
    child.send(job);
  });
}

function comparisons({ entries, answerable, out }: Task): number {
  const phrasings = entries.reduce((sum, { questions }) => sum + questions.length, 0);
  return phrasings * (answerable.length + out.length);
}

async function tasksOf(dir: string | undefined, phrasings: string, sizes: string): Promise<Task[]> {
  const made = numbers(sizes).map((size) => syntheticTask(size));
  if (dir === undefined) return made;
  const known = await Promise.all(numbers(phrasings).map((count) => publicTasks(dir, count)));
  return [...known.flat(), ...made];
}

function numbers(list: string): number[] {
  return list
    .split(',')
    .map(Number)
    .filter((number) => number > 0);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  for (const [at, task] of (await tasksOf(values.tasks, values.phrasings, values.sizes)).entries()) {
    const rows: Row[] = [];
    for (const { name, most } of PEERS) {
      if (comparisons(task) > most) {
        process.stderr.write(`${name} is left out of ${task.name}: it would take many minutes.\n`);
        continue;
      }
      process.stderr.write(`${task.name}: ${name} …\n`);
      rows.push(await inOwnProcess({ peer: name, task }));
    }
    if (values.json) for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
    else process.stdout.write(table(rows, at === 0));
  }
}

const HEAD = '| task | method | top 1 | top 3 | AUROC | false at 90 % | load, s | median, ms | p99, ms | MB |';

function table(rows: readonly Row[], first: boolean): string {
  const percent = (share: number | null) => (share === null ? '–' : (100 * share).toFixed(1));
  const lines = rows.map((row) =>
    [
      '',
      row.task,
      row.peer,
      percent(row.top1),
      percent(row.top3),
      percent(row.auroc),
      percent(row.falseAnswers),
      (row.load / 1000).toFixed(2),
      row.median.toFixed(2),
      row.p99.toFixed(2),
      row.memory.toFixed(0),
      '',
    ]
      .join(' | ')
      .trim(),
  );
  const head = first ? [HEAD, HEAD.replace(/[^|]+/g, ' --- ')] : [];
  return `${[...head, ...lines].join('\n')}\n`;
}

if (process.send) serve();
else await main();
