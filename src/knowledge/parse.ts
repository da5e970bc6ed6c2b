import type { Entry, Evidence, Place } from './entry.js';
import { ENTRY_FIELDS, TOPIC_FIELDS } from './fields.js';
import { misplaced, withoutStrays } from './misplaced.js';
import { readGlossary, readPath, readSources, readTests } from './parse-others.js';
import { checkId, firstOfEach, given, keep, type ParsedFile } from './parsed.js';
import { blocks, type Problem, problem } from './problem.js';
import { type FieldReader, type Group, groupsIn, openFieldReader } from './read.js';
import { idsIn } from './unread.js';

/** The files with a meaning of their own, also where they end in `.yaml`. Every other file is a topic. */
export const SOURCES_FILE = 'sources.yml';
const GLOSSARY_FILE = 'glossary.yml';
const PATH_FILE = 'learning.yml';
const TESTS_FILE = 'tests.yml';

/** Parses one knowledge file. Never throws: every fault is a problem with its place. */
export function parseFile(file: string, text: string): ParsedFile {
  const reader = openFieldReader(file, text);
  const parsed: ParsedFile = {
    entries: [],
    sources: [],
    path: [],
    broken: [],
    lost: new Map(),
    places: new Map(),
    problems: reader.problems,
  };
  const isCut = reader.problems.length === 0 && !isEnded(text, reader.closed);
  if (isCut) reader.problems.push(cutOff(file, text));
  if (roleOf(file) === GLOSSARY_FILE && (reader.unread.length > 0 || reader.root === null))
    parsed.broken.push('glossary');
  if (reader.root === null && text.trim() !== '' && reader.problems.some(blocks)) {
    parsed.broken.push(...idsIn(text));
    return parsed;
  }
  parsed.broken.push(...reader.unread.flatMap(idsIn));
  const top: Place = { file, line: 1, col: 1 };
  switch (roleOf(file)) {
    case SOURCES_FILE:
      readSources(reader, top, parsed);
      break;
    case GLOSSARY_FILE:
      readGlossary(reader, top, parsed);
      break;
    case TESTS_FILE:
      readTests(reader, top, parsed);
      break;
    case PATH_FILE:
      readPath(reader, top, parsed);
      break;
    default:
      readTopic(reader, top, parsed);
  }
  return isCut ? { ...parsed, problems: withoutCutField(parsed.problems) } : parsed;
}

/** The name by which a file is known for what it holds. */
function roleOf(file: string): string {
  return file.replace(/\.yaml$/, '.yml');
}

/** What the last entry lacks stood behind the end of a file that is cut off. */
function withoutCutField(problems: readonly Problem[]): Problem[] {
  const last = problems.findLast(({ code }) => code === 'K104');
  return problems.filter((found) => found !== last);
}

/** A text that ends within a line may have lost the rest of it, unless a bracket or quote closes it. */
function isEnded(text: string, closed: boolean): boolean {
  return closed || /(?:^|\n)[ \t]*$/.test(text);
}

function cutOff(file: string, text: string): Problem {
  const place = { file, line: text.split('\n').length, col: text.length - text.lastIndexOf('\n') };
  const remedy = 'Check that the last words are whole, then add an empty line at the end.';
  return problem('K111', place, 'The file ends in the middle of a line, as if it were cut off.', remedy);
}

function readTopic(reader: FieldReader, top: Place, parsed: ParsedFile): void {
  const fault = misplaced(reader.root, top, reader.placesOf(reader.root));
  if (fault) {
    reader.problems.push(fault);
    parsed.broken.push(...idsIn(reader.text));
    return;
  }
  const values = reader.fields(reader.root, TOPIC_FIELDS, `the topic file ${top.file}`, top);
  if (!values) {
    parsed.broken.push(...idsIn(reader.text));
    return;
  }
  const id = top.file.replace(/\.ya?ml$/, '');
  const { groups, problems } = withoutStrays(firstOfEach(values.entries));
  reader.problems.push(...problems);
  for (const group of groups) {
    const entry = readEntry(reader, group, id);
    if (entry) {
      parsed.entries.push(entry);
      keep(reader, parsed, entry, group.node);
    } else parsed.broken.push(group.key);
    parsed.broken.push(...groupsIn(group.node).filter((key) => !Object.hasOwn(ENTRY_FIELDS, key)));
  }
  if (problems.length > 0) parsed.broken.push(...values.entries.map(({ key }) => key));
  parsed.topic = {
    id,
    title: values.topic ?? id,
    file: top.file,
    entries: groups.map(({ key }) => key),
    ...given({ owner: values.owner }),
  };
  keep(reader, parsed, parsed.topic, reader.root);
}

function readEntry(reader: FieldReader, { key, place, node }: Group, topic: string): Entry | undefined {
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
    featured: values.featured ?? false,
    place,
    ...given({
      short: values.short,
      evidence: values.evidence as Evidence | undefined,
      evidenceNote: values.evidence_note,
      changed: values.changed,
      reviewed: values.reviewed,
      reviewedBy: values.reviewed_by,
      formerly: values.formerly,
      reviewEvery: values.review_every,
      tests: values.tests,
    }),
  };
}
