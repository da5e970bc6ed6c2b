import type { Entry, Glossary, Knowledge, Place, Source, Tests, Topic, Unit } from './entry.js';
import { withFormer } from './former.js';
import { SOURCES_FILE } from './parse.js';
import type { ParsedFile } from './parsed.js';
import { placeIn, type Read } from './places.js';
import { type Problem, problem } from './problem.js';
import { nearestOf } from './remedies.js';

const NO_GLOSSARY: Glossary = { terms: [], shorthand: new Map(), synonyms: [] };

/**
 * Joins parsed files into one knowledge, and checks ids and references across files. `isWhole` is false where a file of the folder
 * could not be opened; `read` tells where things stand.
 */
export function assemble(
  files: readonly ParsedFile[],
  { read, isWhole = true }: { read?: Read; isWhole?: boolean } = {},
): { knowledge: Knowledge; problems: Problem[] } {
  const problems: Problem[] = [];
  const topics = new Map<string, Topic>();
  const entries = new Map<string, Entry>();
  const sources = new Map<string, Source>();
  const broken = new Set(files.flatMap((file) => file.broken));
  const doubles: { item: Placed; first: Placed }[] = [];
  const path: Unit[] = [];
  let glossary = NO_GLOSSARY;
  let tests: Tests | undefined;

  for (const file of files) {
    if (file.topic) topics.set(file.topic.id, file.topic);
    for (const entry of file.entries) keep(entries, entry, doubles);
    for (const source of file.sources) keep(sources, source, doubles);
    if (file.glossary) glossary = file.glossary;
    if (file.tests) tests = file.tests;
    path.push(...file.path);
  }
  problems.push(...doublesOf(doubles));

  const at = (owner: { place: Place }, field: string, item?: number) =>
    read ? placeIn(read, owner, field, item) : owner.place;
  // Where a file could not be read at all, nobody knows which ids it holds.
  const isKnown = (id: string, among: ReadonlyMap<string, unknown>) => !isWhole || among.has(id) || broken.has(id);
  const hasSources = sources.size > 0 || files.some(({ sources: some, broken: lost }) => some.length + lost.length > 0);
  const isTold = files.some(({ problems: some }) => some.some(({ place }) => /^sources\.ya?ml$/.test(place.file)));
  if (isWhole && !hasSources && !isTold && entries.size > 0) problems.push(noSources());
  const unknown = new Map<string, { entry: Entry; place: Place }[]>();
  for (const entry of hasSources ? entries.values() : []) {
    entry.sources.forEach((id, item) => {
      if (isKnown(id, sources)) return;
      unknown.set(id, [...(unknown.get(id) ?? []), { entry, place: at(entry, 'sources', item) }]);
    });
  }
  for (const [id, cited] of unknown) problems.push(...unknownSource(id, cited, sources.keys()));
  const ids = new Map([...entries.keys()].map((id) => [id, id]));
  for (const entry of entries.values()) {
    entry.formerly?.forEach((old, item) => {
      const owner = ids.get(old);
      if (owner === undefined) {
        ids.set(old, entry.id);
        return;
      }
      const whose = owner === entry.id ? 'is its id, or stands there twice' : `belongs to "${owner}"`;
      const message = `"${entry.id}" was formerly "${old}", which ${whose}.`;
      problems.push(problem('K205', at(entry, 'formerly', item), message, 'Remove it here, or rename the other.'));
    });
  }
  for (const unit of path) {
    unit.entries.forEach((id, item) => {
      if (!isKnown(id, ids)) problems.push(unknownOnPath(id, at(unit, 'entries', item)));
    });
    for (const question of unit.quiz) {
      const { entry, options, right } = question;
      if (!isKnown(entry, ids)) problems.push(unknownOnPath(entry, at(question, 'entry')));
      if (right >= 1 && right <= options.length) continue;
      const message = `"right: ${right}" is not one of ${options.length} options.`;
      problems.push(problem('K204', at(question, 'right'), message, 'Count the options from 1.'));
    }
  }
  return {
    knowledge: { topics, entries: withFormer(entries), sources, glossary, path, ...(tests && { tests }) },
    problems,
  };
}

interface Placed {
  id: string;
  place: Place;
}

function keep<T extends Placed>(among: Map<string, T>, item: T, doubles: { item: Placed; first: Placed }[]): void {
  const first = among.get(item.id);
  if (first) doubles.push({ item, first });
  else among.set(item.id, item);
}

/** So many ids that two files share are one mistake: somebody has copied the file. */
const COPIED = 3;

function doublesOf(doubles: readonly { item: Placed; first: Placed }[]): Problem[] {
  const pair = ({ item, first }: { item: Placed; first: Placed }) => `${item.place.file}\n${first.place.file}`;
  const told = new Set<string>();
  return doubles.flatMap((double) => {
    const { item, first } = double;
    const alike = item.place.file === first.place.file ? [] : doubles.filter((other) => pair(other) === pair(double));
    if (alike.length < COPIED) {
      const message = `The id "${item.id}" stands already in ${first.place.file}:${first.place.line}.`;
      return [problem('K202', item.place, message, 'Give one of the two another id, or join them.')];
    }
    if (told.has(pair(double))) return [];
    told.add(pair(double));
    const message = `${alike.length} ids of ${item.place.file} stand already in ${first.place.file}, the first of them "${item.id}".`;
    const remedy =
      'One file looks like a copy of the other: move one of the two out of the folder, or strike out in it what both hold.';
    return [problem('K202', item.place, message, remedy)];
  });
}

function noSources(): Problem {
  const place = { file: SOURCES_FILE, line: 1, col: 1 };
  return problem(
    'K102',
    place,
    `There is no source in ${SOURCES_FILE}.`,
    'Write the file as knowledge/README.md shows: each entry cites an id of it.',
  );
}

const RENAMED = 'Correct the id; where the entry was renamed, "formerly" in it can hold this one.';

/** So many entries that cite a source which is not there are one mistake: it was struck out, or renamed. */
const STRUCK = 3;

function unknownSource(
  id: string,
  cited: readonly { entry: Entry; place: Place }[],
  known: Iterable<string>,
): Problem[] {
  const [first] = cited;
  const near = nearestOf(id, known);
  if (first && cited.length >= STRUCK) {
    const entries = [...new Set(cited.map(({ entry }) => `"${entry.id}"`))].join(', ');
    const message = `${entries} cite source "${id}", which ${SOURCES_FILE} does not have.`;
    const remedy = near ? `Did you mean "${near}"?` : 'Put it back there under this id, or correct it in each of them.';
    return [problem('K203', first.place, message, remedy)];
  }
  return cited.map(({ entry, place }) => {
    const ids = id.split(/[\s;|]+/);
    if (ids.length > 1) {
      const message = `"${entry.id}" cites source "${id}", which is ${ids.length} ids in one.`;
      return problem('K203', place, message, `Put commas between them: ${ids.join(', ')}.`);
    }
    const message = `"${entry.id}" cites source "${id}", which ${SOURCES_FILE} does not have.`;
    return problem('K203', place, message, near ? `Did you mean "${near}"?` : sourceRemedy(id));
  });
}

function sourceRemedy(id: string): string {
  if (!id.includes('://')) return 'Add it there, or correct the id.';
  return `Give the page an id and a citation in ${SOURCES_FILE}, and write that id here.`;
}

function unknownOnPath(id: string, place: Place): Problem {
  return problem('K204', place, `The reading path names the entry "${id}", which is not there.`, RENAMED);
}
