import type { Knowledge } from './entry.js';
import {
  ENTRY_FIELDS,
  type Field,
  type Fields,
  GLOSSARY_FIELDS,
  PATH_FIELDS,
  QUIZ_FIELDS,
  SOURCE_FIELDS,
  SOURCES_FIELDS,
  TERM_FIELDS,
  TESTS_FIELDS,
  TOPIC_FIELDS,
  UNIT_FIELDS,
} from './fields.js';

/** A JSON Schema, which editors read: https://json-schema.org/draft-07/schema */
type Schema = Record<string, unknown>;

/** A text may be typed without quotes, and then looks like a number or a yes or no to an editor. */
const TEXT = { type: ['string', 'number', 'boolean'] } as const;
const ID = '^[a-z0-9]+(-[a-z0-9]+)*$';

/** What stands within a field of a group, or of one that takes ids: the fields below it, or the ids with a line on each. */
type Within = Record<string, Schema>;

/** The schemas by the name of their file: what an editor may complete and mark in each kind of knowledge file. */
export function schemasOf({ entries, sources }: Knowledge): Record<string, Schema> {
  const anEntry = known([...entries.values()].map(({ id, questions }) => [id, questions[0]]));
  const aSource = known([...sources.values()].map(({ id, citation }) => [id, citation]));
  const entry = group(ENTRY_FIELDS, { related: anEntry, sources: aSource });
  const quiz = group(QUIZ_FIELDS, { entry: anEntry });
  return {
    'topic.json': whole('A topic with its entries', group(TOPIC_FIELDS, { entries: entry })),
    'sources.json': whole('The sources', group(SOURCES_FIELDS, { sources: group(SOURCE_FIELDS, {}) })),
    'glossary.json': whole('The glossary', group(GLOSSARY_FIELDS, { terms: group(TERM_FIELDS, {}) })),
    'learning.json': whole(
      'The reading path',
      group(PATH_FIELDS, { units: group(UNIT_FIELDS, { entries: anEntry, quiz }) }),
    ),
    'tests.json': whole('What must not be answered, and known gaps', group(TESTS_FIELDS, {})),
  };
}

/** The name of the schema that a knowledge file is held to. */
export function schemaFor(file: string): string {
  const role = file.replace(/\.ya?ml$/, '');
  return ['sources', 'glossary', 'learning', 'tests'].includes(role) ? `${role}.json` : 'topic.json';
}

function whole(title: string, schema: Schema): Schema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema };
}

/** Ids that there are, with what an editor shows beside each. Any other id is marked. */
function known(ids: readonly (readonly [string, string])[]): Schema {
  return { enum: ids.map(([id]) => id), enumDescriptions: ids.map(([, about]) => about) };
}

function group(fields: Fields, within: Within): Schema {
  const names = Object.keys(fields);
  return {
    type: 'object',
    additionalProperties: false,
    required: names.filter((name) => fields[name]?.required),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        { description: field.means.replaceAll('`', ''), ...shapeOf(field, within[name]) },
      ]),
    ),
  };
}

function shapeOf({ shape, words }: Field, within: Schema = TEXT): Schema {
  switch (shape) {
    case 'text':
      return TEXT;
    case 'texts':
      return { type: 'array', minItems: 1, items: TEXT };
    case 'id':
      return within;
    case 'ids':
      return { type: 'array', minItems: 1, items: within };
    case 'flag':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'number':
      return { type: 'integer' };
    case 'word':
      return { enum: words };
    case 'lists':
      return { type: 'array', items: { type: 'array', items: TEXT } };
    case 'words':
      return { type: 'object', additionalProperties: TEXT };
    case 'group':
      return { type: 'object', propertyNames: { pattern: ID }, additionalProperties: within };
    case 'groups':
      return { type: 'array', items: within };
    default:
      return shape satisfies never;
  }
}
