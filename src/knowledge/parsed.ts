import { lookAlike } from './characters.js';
import type { Entry, Glossary, Place, QuizQuestion, Source, Term, Tests, Topic, Unit } from './entry.js';
import type { FieldPlaces } from './places.js';
import { type Problem, problem } from './problem.js';
import type { FieldReader, Group } from './read.js';

/** What one file contributes. */
export interface ParsedFile {
  topic?: Topic;
  entries: Entry[];
  sources: Source[];
  glossary?: Glossary;
  tests?: Tests;
  path: Unit[];
  /** Ids that were seen although their content could not be read, so that nobody is told that they are unknown. */
  broken: string[];
  /** The fields of what was read that could not be read, or not whole. */
  lost: Map<object, ReadonlySet<string>>;
  /** Where the fields of what was read stand. */
  places: Map<object, FieldPlaces>;
  problems: Problem[];
}

/** Groups of different names: that one stands twice in a file is told already. */
export function firstOfEach(groups: readonly Group[]): Group[] {
  return groups.filter(({ key }, at) => groups.findIndex((other) => other.key === key) === at);
}

/** Keeps what was read, where its fields stand, and which of them could not be read. */
export function keep(
  reader: FieldReader,
  parsed: ParsedFile,
  read: Entry | Source | Term | Tests | Topic | Glossary | Unit | QuizQuestion,
  node: unknown,
): void {
  parsed.places.set(read, reader.placesOf(node));
  const lost = reader.lostOf(node);
  if (lost.size > 0) parsed.lost.set(read, lost);
}

/** The fields that were written: an optional field that was not is left out, rather than there and undefined. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** Reports an id that cannot be one. */
export function checkId(reader: FieldReader, id: string, place: Place): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return;
  reader.problems.push(
    problem(
      'K201',
      place,
      `"${id}" cannot be an id.`,
      lookAlike(`${id}:`, place.col) ?? 'Use small letters, digits and single hyphens, such as post-op-scars.',
    ),
  );
}
