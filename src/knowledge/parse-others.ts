import type { Place, QuizQuestion, Source, SourceType, Term, Unit } from './entry.js';
import {
  GLOSSARY_FIELDS,
  PATH_FIELDS,
  QUIZ_FIELDS,
  SOURCE_FIELDS,
  SOURCES_FIELDS,
  TERM_FIELDS,
  TESTS_FIELDS,
  UNIT_FIELDS,
} from './fields.js';
import { checkId, firstOfEach, given, keep, type ParsedFile } from './parsed.js';
import type { FieldReader } from './read.js';
import { idsIn } from './unread.js';

/** Reads sources.yml. */
export function readSources(reader: FieldReader, top: Place, parsed: ParsedFile): void {
  const values = reader.fields(reader.root, SOURCES_FIELDS, 'sources.yml', top);
  if (!values) parsed.broken.push(...idsIn(reader.text).filter((id) => !Object.hasOwn(SOURCES_FIELDS, id)));
  for (const { key, place, node } of firstOfEach(values?.sources ?? [])) {
    checkId(reader, key, place);
    const source = reader.fields(node, SOURCE_FIELDS, `source "${key}"`, place);
    if (!source) {
      parsed.broken.push(key);
      continue;
    }
    const kept: Source = {
      id: key,
      citation: source.citation,
      verified: source.verified ?? true,
      place,
      ...given({
        type: source.type as SourceType | undefined,
        url: source.url,
        pmid: source.pmid,
        note: source.note,
      }),
    };
    parsed.sources.push(kept);
    keep(reader, parsed, kept, node);
  }
}

/** Reads glossary.yml. */
export function readGlossary(reader: FieldReader, top: Place, parsed: ParsedFile): void {
  const values = reader.fields(reader.root, GLOSSARY_FIELDS, 'glossary.yml', top);
  if (!values) {
    parsed.broken.push('glossary');
    return;
  }
  const terms: Term[] = [];
  for (const { place, node } of values.terms ?? []) {
    const term = reader.fields(node, TERM_FIELDS, 'a term of the glossary', place);
    if (!term) {
      parsed.broken.push('glossary');
      continue;
    }
    const kept: Term = { name: term.name, definition: term.definition, also: term.also ?? [] };
    terms.push(kept);
    keep(reader, parsed, kept, node);
  }
  parsed.glossary = { terms, shorthand: values.shorthand ?? new Map(), synonyms: values.synonyms ?? [] };
  keep(reader, parsed, parsed.glossary, reader.root);
}

/** Reads tests.yml. */
export function readTests(reader: FieldReader, top: Place, parsed: ParsedFile): void {
  const values = reader.fields(reader.root, TESTS_FIELDS, 'tests.yml', top);
  if (!values) return;
  parsed.tests = { notAnswered: values.not_answered ?? [], knownGaps: values.known_gaps ?? [] };
  keep(reader, parsed, parsed.tests, reader.root);
}

/** Reads learning.yml. */
export function readPath(reader: FieldReader, top: Place, parsed: ParsedFile): void {
  const values = reader.fields(reader.root, PATH_FIELDS, 'learning.yml', top);
  for (const { place, node } of values?.units ?? []) {
    const unit = reader.fields(node, UNIT_FIELDS, 'a unit of the reading path', place);
    if (!unit) continue;
    const quiz: QuizQuestion[] = [];
    for (const group of unit.quiz ?? []) {
      const question = reader.fields(group.node, QUIZ_FIELDS, `a question of "${unit.title}"`, group.place);
      if (question === null) continue;
      // Without one of its options nobody can say which is the right one.
      if (reader.lostOf(group.node).has('options')) continue;
      const { quote, ...asked } = question;
      const kept: QuizQuestion = { ...asked, place: group.place, ...given({ quote }) };
      quiz.push(kept);
      keep(reader, parsed, kept, group.node);
    }
    const kept: Unit = { title: unit.title, entries: unit.entries, quiz, place };
    parsed.path.push(kept);
    keep(reader, parsed, kept, node);
  }
}
