import type { Entry, Evidence, Glossary, Place, QuizQuestion, Source, SourceType, Term, Topic, Unit } from './entry.js';
import {
  ENTRY_FIELDS,
  GLOSSARY_FIELDS,
  PATH_FIELDS,
  QUIZ_FIELDS,
  SOURCE_FIELDS,
  SOURCES_FIELDS,
  TERM_FIELDS,
  TOPIC_FIELDS,
  UNIT_FIELDS,
} from './fields.js';
import { type Problem, problem } from './problem.js';
import { type Group, openReader, type Reader } from './read.js';

/** The files with a meaning of their own, also where they end in `.yaml`. Every other file is a topic. */
export const SOURCES_FILE = 'sources.yml';
const GLOSSARY_FILE = 'glossary.yml';
const PATH_FILE = 'learning.yml';

/** What one file contributes. */
export interface ParsedFile {
  topic?: Topic;
  entries: Entry[];
  sources: Source[];
  glossary?: Glossary;
  path: Unit[];
  /** Ids that were seen although their content could not be read, so that nobody is told that they are unknown. */
  broken: string[];
  problems: Problem[];
}

/** Parses one knowledge file. Never throws: every fault is a problem with its place. */
export function parseFile(file: string, text: string): ParsedFile {
  const reader = openReader(file, text);
  const parsed: ParsedFile = { entries: [], sources: [], path: [], broken: [], problems: reader.problems };
  if (text !== '' && !text.endsWith('\n')) {
    const line = text.split('\n').length;
    reader.problems.push(
      problem(
        'K111',
        { file, line, col: text.length - text.lastIndexOf('\n') },
        'The file does not end with a line break, as if it were cut off.',
        'Check that the last answer is whole, then add an empty line at the end.',
      ),
    );
  }
  if (reader.root === null && reader.problems.some(({ severity }) => severity === 'error')) return parsed;
  const top: Place = { file, line: 1, col: 1 };
  switch (file.replace(/\.yaml$/, '.yml')) {
    case SOURCES_FILE:
      readSources(reader, top, parsed);
      break;
    case GLOSSARY_FILE:
      readGlossary(reader, top, parsed);
      break;
    case PATH_FILE:
      readPath(reader, top, parsed);
      break;
    default:
      readTopic(reader, top, parsed);
  }
  return parsed;
}

function readTopic(reader: Reader, top: Place, parsed: ParsedFile): void {
  const values = reader.fields(reader.root, TOPIC_FIELDS, `the topic file ${top.file}`, top);
  if (!values) return;
  const id = top.file.replace(/\.ya?ml$/, '');
  for (const group of values.entries) {
    const entry = readEntry(reader, group, id);
    if (entry) parsed.entries.push(entry);
    else parsed.broken.push(group.key);
  }
  parsed.topic = {
    id,
    title: values.topic ?? id,
    file: top.file,
    entries: values.entries.map(({ key }) => key),
    ...(values.owner === undefined ? {} : { owner: values.owner }),
  };
}

function readEntry(reader: Reader, { key, place, node }: Group, topic: string): Entry | undefined {
  checkId(reader, key, place);
  const values = reader.fields(node, ENTRY_FIELDS, `entry "${key}"`, place);
  const [title, ...others] = values?.questions ?? [];
  if (!values || title === undefined) return undefined;
  return {
    id: key,
    topic,
    questions: [title, ...others],
    answer: values.answer,
    sources: values.sources,
    safety: values.safety ?? false,
    watchFor: values.watch_for ?? [],
    related: values.related ?? [],
    place,
    ...(values.short === undefined ? {} : { short: values.short }),
    ...(values.evidence === undefined ? {} : { evidence: values.evidence as Evidence }),
    ...(values.evidence_note === undefined ? {} : { evidenceNote: values.evidence_note }),
    ...(values.reviewed === undefined ? {} : { reviewed: values.reviewed }),
    ...(values.reviewed_by === undefined ? {} : { reviewedBy: values.reviewed_by }),
  };
}

function readSources(reader: Reader, top: Place, parsed: ParsedFile): void {
  const values = reader.fields(reader.root, SOURCES_FIELDS, 'sources.yml', top);
  for (const { key, place, node } of values?.sources ?? []) {
    checkId(reader, key, place);
    const source = reader.fields(node, SOURCE_FIELDS, `source "${key}"`, place);
    if (!source) {
      parsed.broken.push(key);
      continue;
    }
    parsed.sources.push({
      id: key,
      citation: source.citation,
      verified: source.verified ?? true,
      place,
      ...(source.type === undefined ? {} : { type: source.type as SourceType }),
      ...(source.url === undefined ? {} : { url: source.url }),
      ...(source.pmid === undefined ? {} : { pmid: source.pmid }),
      ...(source.note === undefined ? {} : { note: source.note }),
    });
  }
}

function readGlossary(reader: Reader, top: Place, parsed: ParsedFile): void {
  const values = reader.fields(reader.root, GLOSSARY_FIELDS, 'glossary.yml', top);
  if (!values) return;
  const terms: Term[] = [];
  for (const { place, node } of values.terms ?? []) {
    const term = reader.fields(node, TERM_FIELDS, 'a term of the glossary', place);
    if (term) terms.push({ name: term.name, definition: term.definition, also: term.also ?? [] });
  }
  parsed.glossary = { terms, shorthand: values.shorthand ?? new Map(), synonyms: values.synonyms ?? [] };
}

function readPath(reader: Reader, top: Place, parsed: ParsedFile): void {
  const values = reader.fields(reader.root, PATH_FIELDS, 'learning.yml', top);
  for (const { place, node } of values?.units ?? []) {
    const unit = reader.fields(node, UNIT_FIELDS, 'a unit of the reading path', place);
    if (!unit) continue;
    const quiz: QuizQuestion[] = [];
    for (const group of unit.quiz ?? []) {
      const question = reader.fields(group.node, QUIZ_FIELDS, `a question of "${unit.title}"`, group.place);
      if (question) quiz.push({ ...question, place: group.place });
    }
    parsed.path.push({ title: unit.title, entries: unit.entries, quiz, place });
  }
}

function checkId(reader: Reader, id: string, place: Place): void {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return;
  reader.problems.push(
    problem(
      'K201',
      place,
      `"${id}" cannot be an id.`,
      'Use small letters, digits and single hyphens, such as post-op-scars.',
    ),
  );
}
