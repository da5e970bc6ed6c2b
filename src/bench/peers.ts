import Fuse from 'fuse.js';
import { createMatcher } from '../search/matcher.js';
import { pieces } from '../search/text/normalize.js';
import { stem } from '../search/text/stem.js';
import { train } from '../search/train.js';
import { knowledgeOf, type Task } from './tasks.js';

/** An entry and how well it fits; higher is better. Scores of one peer compare between questions, not with another peer's. */
export interface Found {
  entry: string;
  score: number;
}

/** A way to search an FAQ: `load` prepares, and gives what answers a question with the best entries, best first. */
export interface Peer {
  name: string;
  /** Most comparisons (phrasings × questions) that it is given: beyond, one run would take many minutes. */
  most: number;
  load(task: Task): Promise<(question: string) => readonly Found[]>;
}

const FUSE_MOST = 2_000_000;

export const PEERS: readonly Peer[] = [
  {
    name: 'this project',
    most: Number.POSITIVE_INFINITY,
    load: async (task) => {
      const matcher = createMatcher(train(knowledgeOf(task)));
      return (question) => {
        const { candidates } = matcher.match(question);
        return candidates.map(({ entry, confidence }) => ({ entry, score: confidence }));
      };
    },
  },
  { name: 'BM25, stemmed', most: Number.POSITIVE_INFINITY, load: async (task) => bm25(task) },
  { name: 'MiniSearch, fuzzy', most: Number.POSITIVE_INFINITY, load: miniSearch },
  { name: 'fuse.js', most: FUSE_MOST, load: async (task) => fuse(task, {}) },
  { name: 'fuse.js, tokens', most: FUSE_MOST, load: async (task) => fuse(task, { useTokenSearch: true }) },
];

/** Okapi BM25 over entries as documents (all phrasings together), k₁ = 1.2, b = 0.75. */
function bm25({ entries }: Task) {
  const documents = entries.map(({ id, questions }) => ({ id, words: questions.flatMap(pieces).map(stem) }));
  const mean = documents.reduce((sum, { words }) => sum + words.length, 0) / documents.length;
  const postings = new Map<string, Map<number, number>>();
  documents.forEach(({ words }, at) => {
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      counts.set(at, (counts.get(at) ?? 0) + 1);
      postings.set(word, counts);
    }
  });
  return (question: string): Found[] => {
    const scores = new Map<number, number>();
    for (const word of pieces(question).map(stem)) {
      const counts = postings.get(word) ?? new Map<number, number>();
      const idf = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [at, count] of counts) {
        const length = (documents[at]?.words.length ?? 0) / mean;
        const value = (idf * count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length));
        scores.set(at, (scores.get(at) ?? 0) + value);
      }
    }
    const found = [...scores].map(([at, score]) => ({ entry: documents[at]?.id ?? '', score }));
    return found.sort((a, b) => b.score - a.score).slice(0, 5);
  };
}

/** Fuse.js over phrasings, each entry by its best. Fuse's score is 0 for a perfect match. */
function fuse({ entries }: Task, options: { useTokenSearch?: boolean }) {
  const phrasings = entries.flatMap(({ id, questions }) => questions.map((text) => ({ entry: id, text })));
  const search = new Fuse(phrasings, { keys: ['text'], includeScore: true, ...options });
  return (question: string) =>
    bestByEntry(search.search(question).map(({ item, score = 1 }) => ({ entry: item.entry, score: 1 - score })));
}

/** MiniSearch over entries as documents, with its fuzzy and prefix matching on. */
async function miniSearch({ entries }: Task) {
  const { default: MiniSearch } = await import('minisearch').catch(() => {
    throw new Error(
      'The bench compares with MiniSearch, which is not installed. Run npm install with development packages.',
    );
  });
  const search = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } });
  search.addAll(entries.map(({ id, questions }) => ({ id, text: questions.join('\n') })));
  return (question: string) =>
    search
      .search(question)
      .slice(0, 5)
      .map(({ id, score }) => ({ entry: String(id), score }));
}

function bestByEntry(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const one of found) if ((best.get(one.entry)?.score ?? -1) < one.score) best.set(one.entry, one);
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 5);
}
