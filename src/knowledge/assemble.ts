import type { Entry, Glossary, Knowledge, Place, Source, Topic, Unit } from './entry.js';
import { type ParsedFile, SOURCES_FILE } from './parse.js';
import { type Problem, problem } from './problem.js';

const NO_GLOSSARY: Glossary = { terms: [], shorthand: new Map(), synonyms: [] };

/** Joins parsed files into one knowledge, and checks ids and references across files. */
export function assemble(files: readonly ParsedFile[]): { knowledge: Knowledge; problems: Problem[] } {
  const problems: Problem[] = [];
  const topics = new Map<string, Topic>();
  const entries = new Map<string, Entry>();
  const sources = new Map<string, Source>();
  const broken = new Set(files.flatMap((file) => file.broken));
  const path: Unit[] = [];
  let glossary = NO_GLOSSARY;

  for (const file of files) {
    if (file.topic) topics.set(file.topic.id, file.topic);
    for (const entry of file.entries) keep(entries, entry, problems);
    for (const source of file.sources) keep(sources, source, problems);
    if (file.glossary) glossary = file.glossary;
    path.push(...file.path);
  }

  const known = (id: string, among: ReadonlyMap<string, unknown>) => among.has(id) || broken.has(id);
  for (const entry of entries.values()) {
    for (const id of entry.sources) {
      if (known(id, sources)) continue;
      problems.push(
        problem(
          'K203',
          entry.place,
          `"${entry.id}" cites source "${id}", which ${SOURCES_FILE} does not have.`,
          'Add it there, or correct the id.',
        ),
      );
    }
  }
  for (const unit of path) {
    const wanted = [
      ...unit.entries.map((id) => ({ id, place: unit.place })),
      ...unit.quiz.map(({ entry, place }) => ({ id: entry, place })),
    ];
    for (const { id, place } of wanted) {
      if (known(id, entries)) continue;
      problems.push(unknownOnPath(id, place));
    }
    for (const { options, right, place } of unit.quiz) {
      if (right >= 1 && right <= options.length) continue;
      problems.push(
        problem(
          'K204',
          place,
          `"right: ${right}" is not one of ${options.length} options.`,
          'Count the options from 1.',
        ),
      );
    }
  }
  return { knowledge: { topics, entries, sources, glossary, path }, problems };
}

function keep<T extends { id: string; place: Place }>(among: Map<string, T>, item: T, problems: Problem[]): void {
  const first = among.get(item.id);
  if (!first) {
    among.set(item.id, item);
    return;
  }
  problems.push(
    problem(
      'K202',
      item.place,
      `The id "${item.id}" stands already in ${first.place.file}:${first.place.line}.`,
      'Give one of the two another id, or join them.',
    ),
  );
}

function unknownOnPath(id: string, place: Place): Problem {
  return problem('K204', place, `The reading path names the entry "${id}", which is not there.`, 'Correct the id.');
}
