import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaText } from '../../src/cli/schema.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { schemaFor, schemasOf } from '../../src/knowledge/schema.js';

const SHIPPED = join(import.meta.dirname, '../../knowledge');
const { knowledge } = await loadKnowledge(SHIPPED);
if (knowledge === null) throw new Error('The knowledge that comes with the program cannot be read.');
const schemas = schemasOf(knowledge);
const files = readdirSync(SHIPPED).filter((name) => name.endsWith('.yml'));

/** What an editor marks in a file. */
function marked(file: string, text: string): string[] {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schemas[schemaFor(file)] ?? {});
  validate(parse(text));
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe('what editors complete and mark', () => {
  it.each(Object.entries(schemas))(
    'knowledge/schema/%s is as the fields and ids are (npm run schema)',
    async (name, of) => {
      await expect(schemaText(of)).toMatchFileSnapshot(join(SHIPPED, 'schema', name));
    },
  );

  it.each(files)('%s names its schema in its first line, and nothing is marked in it', (file) => {
    const text = readFileSync(join(SHIPPED, file), 'utf8');
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=schema/${schemaFor(file)}`);
    expect(marked(file, text)).toEqual([]);
  });

  it('is an unknown field, source or related entry, a missing field, a wrong word, a bad id', () => {
    const entry = 'questions: [a]\n    answer: b\n    sources: [nowhere]\n    related: [what-is, nobody]\n';
    expect(
      marked('x.yml', `entries:\n  One:\n    ${entry}    evidence: much\n    anwser: c\n  two:\n    questions: [a]\n`),
    ).toEqual(
      expect.arrayContaining([
        '/entries/One/sources/0 enum',
        '/entries/One/related/1 enum',
        '/entries/One/evidence enum',
        '/entries/One additionalProperties',
        '/entries/two required',
        '/entries propertyNames',
      ]),
    );
  });

  it('comes with the title of an entry and the citation of a source', () => {
    const text = JSON.stringify(schemas['topic.json']);
    for (const { questions } of knowledge.entries.values()) expect(text).toContain(JSON.stringify(questions[0]));
    for (const { citation } of knowledge.sources.values()) expect(text).toContain(JSON.stringify(citation));
  });
});
