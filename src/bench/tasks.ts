import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, Knowledge } from '../knowledge/entry.js';

/** An FAQ with questions whose right entry is known, and questions that it does not answer. */
export interface Task {
  name: string;
  entries: readonly { id: string; questions: readonly string[] }[];
  answerable: readonly { q: string; accept: readonly string[] }[];
  out: readonly string[];
}

/** The public tasks of a folder, with so many phrasings an entry. Ends in an error that names the file. */
export async function publicTasks(dir: string, phrasings: number): Promise<Task[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => readTask(JSON.parse(await readFile(join(dir, name), 'utf8')), phrasings)),
  );
}

interface TaskFile {
  name: string;
  entries: { id: string; questions: Record<string, string[]> }[];
  dev: { answerable: { q: string; accept: string[] }[]; out: { q: string }[] };
}

function readTask({ name, entries, dev }: TaskFile, phrasings: number): Task {
  return {
    name: `${name} × ${phrasings}`,
    entries: entries.map(({ id, questions }) => ({ id, questions: questions[phrasings] ?? [] })),
    answerable: dev.answerable,
    out: dev.out.map(({ q }) => q),
  };
}

/** A task as a knowledge folder without answers or glossary. */
export function knowledgeOf({ entries }: Pick<Task, 'entries'>): Knowledge {
  const place = { file: 'bench.yml', line: 1, col: 1 };
  const made = entries.map(({ id, questions }): [string, Entry] => {
    const [first = id, ...rest] = questions;
    return [
      id,
      {
        id,
        topic: 'bench',
        questions: [first, ...rest],
        answer: '',
        sources: [],
        safety: false,
        watchFor: [],
        related: [],
        featured: false,
        place,
      },
    ];
  });
  return {
    topics: new Map(),
    entries: new Map(made),
    sources: new Map(),
    glossary: { terms: [], shorthand: new Map(), synonyms: [] },
    path: [],
  };
}

const ASKS = [
  'how do I VERB the NOUN SIDE',
  'can we VERB a NOUN SIDE',
  'what is the best way to VERB the NOUN SIDE',
  'NOUN SIDE VERB',
  'is it ok to VERB the NOUN when it is SIDE',
  'who may VERB a SIDE NOUN',
  'when should someone VERB the NOUN with SIDE',
  'need to VERB NOUN SIDE, any rules',
  'why would anyone VERB a NOUN near the SIDE',
  'tell me about the NOUN and SIDE and how to VERB it',
] as const;

/**
 * A made-up FAQ: each entry is a thing, what is done with it and a circumstance, in ten phrasings; questions mix two of them
 * and a third carry a typo. Words are syllables strung together by a fixed rule, so every run sees the same task.
 */
export function syntheticTask(size: number, questions = 400): Task {
  const nouns = words(Math.max(40, Math.ceil(size / 4)), 11);
  const verbs = words(30, 23);
  const sides = words(Math.max(30, Math.ceil(Math.sqrt(size) * 4)), 37);
  const parts = (at: number) => ({
    NOUN: nouns[at % nouns.length] ?? '',
    VERB: verbs[(at * 7 + Math.floor(at / nouns.length)) % verbs.length] ?? '',
    SIDE: sides[(at * 13 + Math.floor(at / nouns.length) * 5) % sides.length] ?? '',
  });
  const say = (at: number, ask: number) =>
    (ASKS[ask % ASKS.length] ?? '').replace(/NOUN|VERB|SIDE/g, (part) => parts(at)[part as 'NOUN' | 'VERB' | 'SIDE']);
  const asked = Array.from({ length: Math.min(questions, size * 4) }, (_, i) => ({ at: (i * 7919) % size, i }));
  return {
    name: `synthetic ${size} × ${ASKS.length}`,
    entries: Array.from({ length: size }, (_, at) => ({
      id: `e${at}`,
      questions: ASKS.map((_ask, ask) => say(at, ask)),
    })),
    answerable: asked.map(({ at, i }) => {
      const q = `${say(at, i).split(' ').slice(0, 4).join(' ')} ${say(at, i + 3)}`;
      return { q: i % 3 === 0 ? withTypo(q, i) : q, accept: [`e${at}`] };
    }),
    out: asked.slice(0, 200).map(({ i }) => {
      const others = words(3, 1000 + i);
      return (ASKS[i % ASKS.length] ?? '')
        .replace('NOUN', i % 2 === 0 ? (nouns[i % nouns.length] ?? '') : (others[0] ?? ''))
        .replace('VERB', others[1] ?? '')
        .replace('SIDE', others[2] ?? '');
    }),
  };
}

const SYLLABLES = 'ba ke lo mi nu ra se ti vo za pel dor fin gas hul jam kor len mos nap'.split(' ');

/** Made-up words of three syllables, each from a number that a linear congruence gives. */
function words(count: number, seed: number): string[] {
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return SYLLABLES[Math.floor(state / 65536) % SYLLABLES.length] ?? '';
  };
  return Array.from({ length: count }, () => next() + next() + next());
}

/** Swaps two letters inside the longest word. */
function withTypo(text: string, seed: number): string {
  const longest = text.split(' ').reduce((best, word) => (word.length > best.length ? word : best), '');
  const at = 1 + (seed % Math.max(1, longest.length - 2));
  return text.replace(
    longest,
    longest.slice(0, at) + (longest[at + 1] ?? '') + (longest[at] ?? '') + longest.slice(at + 2),
  );
}
