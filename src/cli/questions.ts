import { parse } from 'yaml';

/** A line of a question file: what is expected of the answer, of the warnings, or of both. */
export interface Question {
  q: string;
  /** The entries that are right; `out` where the FAQ has none; undefined where nothing is expected. */
  answer?: { accept: readonly string[]; best?: string } | 'out';
  /** Entries of which one must be shown; none where no warning may be. */
  warn?: readonly string[];
}

/**
 * Reads a question file: JSON lines, or the YAML of `test/questions` (lists `finds` and `abstain`, and `warned`, `stands` and
 * `unwarned` for warnings) where its name ends in `.yml`. Throws with the place on anything that is no question.
 */
export function parseQuestions(text: string, file: string): Question[] {
  return /\.ya?ml$/.test(file) ? fromYaml(text, file) : fromLines(text, file);
}

function fromYaml(text: string, file: string): Question[] {
  const lists = parse(text) as Record<string, unknown> | null;
  const finds = list(lists?.finds).map((one) => questionOf({ q: one.ask, accept: one.accept ?? [one.entry] }));
  const abstain = list(lists?.abstain).map((one) => questionOf({ q: one.ask, class: 'out' }));
  const warned = [...list(lists?.warned), ...list(lists?.stands)].map((one) =>
    questionOf({ q: one.ask, warn: one.warn }),
  );
  const unwarned = list(lists?.unwarned).map((one) => questionOf({ q: one.ask, warn: [] }));
  return [...finds, ...abstain, ...warned, ...unwarned].map((question, at) => {
    if (question === null)
      throw new Error(`${file}: number ${at + 1} is no question. Write "ask" and "accept" or "warn".`);
    return question;
  });
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

function fromLines(text: string, file: string): Question[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return [];
    const question = parseLine(line);
    if (question === null) {
      throw new Error(
        `${file}:${at + 1} is no question. Write {"q": "…", "accept": ["entry-id"]}, {"q": "…", "class": "out"} or {"q": "…", "warn": ["entry-id"]}.`,
      );
    }
    return [question];
  });
}

function parseLine(line: string): Question | null {
  try {
    return questionOf(JSON.parse(line));
  } catch {
    return null;
  }
}

function questionOf(value: unknown): Question | null {
  if (typeof value !== 'object' || value === null || !('q' in value) || typeof value.q !== 'string') return null;
  const answer = answerOf(value);
  const warn = 'warn' in value && Array.isArray(value.warn) ? value.warn.map(String) : undefined;
  if (answer === undefined && warn === undefined) return null;
  return { q: value.q, ...(answer === undefined ? {} : { answer }), ...(warn === undefined ? {} : { warn }) };
}

function answerOf(value: object): Question['answer'] {
  if ('class' in value && value.class === 'out') return 'out';
  if (!('accept' in value) || !Array.isArray(value.accept) || value.accept.length === 0) return undefined;
  const best = 'best' in value && typeof value.best === 'string' ? { best: value.best } : {};
  return { accept: value.accept.map(String), ...best };
}
