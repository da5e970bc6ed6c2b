import { auroc, isRight } from '../cli/figures.js';
import type { Peer } from './peers.js';
import type { Task } from './tasks.js';

/** What one peer did on one task. Shares are 0…1, times milliseconds of CPU, memory MB over the process before loading. */
export interface Row {
  task: string;
  peer: string;
  top1: number;
  top3: number;
  auroc: number | null;
  /** Share of the out-of-FAQ questions that score above what 90 % of the answerable ones reach. */
  falseAnswers: number | null;
  load: number;
  median: number;
  p99: number;
  memory: number;
}

/** Loads a peer and asks all questions. Memory is honest in a fresh process that was started with --expose-gc. */
export async function measure(task: Task, peer: Peer): Promise<Row> {
  const before = memory();
  const from = cpu();
  const ask = await peer.load(task);
  const load = cpu() - from;
  const used = memory() - before;
  const times: number[] = [];
  const timed = (q: string) => {
    const start = cpu();
    const found = ask(q);
    times.push(cpu() - start);
    return found;
  };
  const answers = task.answerable.map(({ q, accept }) => ({ found: timed(q), accept }));
  const out = task.out.map((q) => timed(q)[0]?.score ?? 0);
  const scores = answers.map(({ found }) => found[0]?.score ?? 0).sort((a, b) => b - a);
  const bar = scores[Math.floor(scores.length * 0.9)] ?? 0;
  const within = (places: number) =>
    answers.filter(({ found, accept }) => found.slice(0, places).some(({ entry }) => isRight(entry, accept))).length /
    answers.length;
  times.sort((a, b) => a - b);
  return {
    task: task.name,
    peer: peer.name,
    top1: within(1),
    top3: within(3),
    auroc: auroc(scores, out),
    falseAnswers: out.length === 0 ? null : out.filter((score) => score >= bar && score > 0).length / out.length,
    load,
    median: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    memory: used,
  };
}

/** CPU milliseconds that this process has used. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}
