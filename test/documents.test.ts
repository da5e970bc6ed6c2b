import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../src/config.js';
import {
  ENTRY_FIELDS,
  type Fields,
  GLOSSARY_FIELDS,
  PATH_FIELDS,
  QUIZ_FIELDS,
  SOURCE_FIELDS,
  TERM_FIELDS,
  TOPIC_FIELDS,
  UNIT_FIELDS,
} from '../src/knowledge/fields.js';
import { PROBLEMS } from '../src/knowledge/problem.js';
import { RULES } from '../src/redact/rules.js';
import { COMMANDS } from '../src/replies/guide.js';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Tables in documents that the code knows better. `UPDATE_DOCUMENTS=1 npx vitest run test/documents.test.ts` writes them anew. */
const TABLES: Record<string, Record<string, string>> = {
  'knowledge/README.md': {
    topic: fieldTable(TOPIC_FIELDS),
    entry: fieldTable(ENTRY_FIELDS),
    source: fieldTable(SOURCE_FIELDS),
    glossary: fieldTable(GLOSSARY_FIELDS),
    term: fieldTable(TERM_FIELDS),
    path: fieldTable(PATH_FIELDS),
    unit: fieldTable(UNIT_FIELDS),
    quiz: fieldTable(QUIZ_FIELDS),
    problems: table(
      ['code', 'severity', 'what it is about'],
      Object.entries(PROBLEMS).map(([code, { severity, about }]) => [code, severity, about]),
    ),
  },
  'docs/privacy.md': {
    redaction: table(
      ['what goes', 'what it becomes', 'for example'],
      RULES.map(({ kind, why, example }) => [why, `\`[${kind}]\``, `\`${example}\``]),
    ),
  },
  'README.md': {
    variables: table(
      ['variable', 'what it is'],
      Object.entries(VARIABLES).map(([name, what]) => [`\`${name}\``, what]),
    ),
    commands: table(
      ['type', 'and it'],
      [
        ['`/iastm your question`', 'answers; only you see it'],
        ...Object.values(COMMANDS).map(({ usage, does }) => [`\`/iastm ${usage.replaceAll('_', '')}\``, does]),
      ],
    ),
  },
};

function fieldTable(fields: Fields): string {
  return table(
    ['field', 'needed', 'what it is'],
    Object.entries(fields).map(([name, { required, means }]) => [`\`${name}\``, required ? 'yes' : '', means]),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const marked = (name: string) => new RegExp(`(<!-- table: ${name} -->\n)([\\s\\S]*?)(<!-- /table -->)`);

describe('documents say what the code does', () => {
  for (const [file, tables] of Object.entries(TABLES)) {
    it.each(Object.entries(tables))(`${file} shows the table "%s" as the code has it`, (name, wanted) => {
      if (process.env.UPDATE_DOCUMENTS) {
        writeFileSync(
          join(ROOT, file),
          read(file).replace(marked(name), (_, open, __, close) => `${open}${wanted}\n${close}`),
        );
      }
      expect(marked(name).exec(read(file))?.[2]?.trim()).toBe(wanted);
    });
  }

  it('.env.example holds every variable that the bot reads, and no other', () => {
    const names = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  it('every npm command that a document names exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const documents = ['README.md', 'SECURITY.md', 'knowledge/README.md', 'docs/operations.md', 'docs/privacy.md']
      .map(read)
      .join('\n');
    const named = [...documents.matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map(([, name]) => name ?? '');
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });
});
