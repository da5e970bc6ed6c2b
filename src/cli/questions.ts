import { parse } from 'yaml';

/** A line of a question file: answerable with the entries that are right, or out of the FAQ. */
export type Question = { q: string; accept: readonly string[]; best?: string } | { q: string; class: 'out' };

/**
 * Reads a question file: JSON lines, or the YAML of `test/questions` (lists `finds` and `abstain`) where its name ends in
 * `.yml`. Throws with the place on anything that is no question.
 */
export function parseQuestions(text: string, file: string): Question[] {
  return /\.ya?ml$/.test(file) ? fromYaml(text, file) : fromLines(text, file);
}

function fromYaml(text: string, file: string): Question[] {
  const lists = parse(text) as { finds?: unknown; abstain?: unknown } | null;
  const finds = list(lists?.finds).map((one) => questionOf({ q: one.ask, accept: one.accept ?? [one.entry] }));
  const abstain = list(lists?.abstain).map((one) => questionOf({ q: one.ask, class: 'out' }));
  return [...finds, ...abstain].map((question, at) => {
    if (question === null) throw new Error(`${file}: number ${at + 1} is no question. Write "ask" and "accept".`);
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
        `${file}:${at + 1} is no question. Write {"q": "…", "accept": ["entry-id"]} or {"q": "…", "class": "out"}.`,
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
  if ('class' in value && value.class === 'out') return { q: value.q, class: 'out' };
  if (!('accept' in value) || !Array.isArray(value.accept) || value.accept.length === 0) return null;
  const best = 'best' in value && typeof value.best === 'string' ? { best: value.best } : {};
  return { q: value.q, accept: value.accept.map(String), ...best };
}
