import type { Io } from '../src/cli/io.js';
import { loadFaq } from '../src/faq/load.js';
import { prove } from '../src/faq/proof.js';
import { faqOf, KNOWLEDGE } from './frozen.js';

/** A command line in memory: what is typed on standard input, and what is printed. The frozen FAQ is trained already. */
export function lines(typed: string[] = []): Io & { printed: string[]; complaints: string[] } {
  const printed: string[] = [];
  const complaints: string[] = [];
  async function* input() {
    yield* typed;
  }
  return {
    printed,
    complaints,
    out: (line) => void printed.push(...line.split('\n')),
    err: (line) => void complaints.push(...line.split('\n')),
    lines: input(),
    environment: {},
    interrupted: () => Promise.resolve(),
    load: async (dir) => (dir === KNOWLEDGE ? { faq: await faqOf(), problems: [] } : loadFaq(dir)),
    prove: (input) => prove(input),
  };
}
