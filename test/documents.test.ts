import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
  TESTS_FIELDS,
  TOPIC_FIELDS,
  UNIT_FIELDS,
} from '../src/knowledge/fields.js';
import { PROBLEMS } from '../src/knowledge/problem.js';
import { RECOGNIZERS } from '../src/redact/recognizers.js';
import { COMMANDS } from '../src/replies/guide.js';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Tables in documents that the code knows better; `npm run documents` writes them anew. */
const TABLES: Record<string, Record<string, string>> = {
  'knowledge/README.md': {
    topic: fieldTable(TOPIC_FIELDS),
    entry: fieldTable(ENTRY_FIELDS),
    source: fieldTable(SOURCE_FIELDS),
    glossary: fieldTable(GLOSSARY_FIELDS),
    term: fieldTable(TERM_FIELDS),
    path: fieldTable(PATH_FIELDS),
    tests: fieldTable(TESTS_FIELDS),
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
      RECOGNIZERS.map(({ identifier, why, example }) => [why, `\`[${identifier}]\``, `\`${example}\``]),
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

/** A document with its tables as the code has them; each stands between its mark and the next end. */
function withTables(file: string, tables: Record<string, string>): string {
  return Object.entries(tables).reduce((document, [name, wanted]) => {
    const marked = new RegExp(`(<!-- table: ${name} -->\\n)[\\s\\S]*?(<!-- /table -->)`);
    expect(document, `${file} has no table "${name}"`).toMatch(marked);
    return document.replace(marked, (_, open, close) => `${open}${wanted}\n${close}`);
  }, read(file));
}

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'knowledge/README.md',
  'docs/figures.md',
  'docs/operations.md',
  'docs/privacy.md',
  'src/search/DESIGN.md',
];

describe('documents say what the code does', () => {
  it.each(Object.entries(TABLES))('%s shows its tables as the code has them', async (file, tables) => {
    await expect(withTables(file, tables)).toMatchFileSnapshot(join(ROOT, file));
  });

  it('manifest.yml hints at every word of the command', async () => {
    const words = Object.values(COMMANDS).map(({ usage }) => usage.replaceAll('_', ''));
    const manifest = read('manifest.yml').replace(/^( +usage_hint: ).*$/m, `$1your question, or ${words.join(' | ')}`);
    await expect(manifest).toMatchFileSnapshot(join(ROOT, 'manifest.yml'));
  });

  it('.env.example holds every variable that the bot reads, and no other', () => {
    const names = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(VARIABLES).sort());
  });

  it.each(DOCUMENTS)('%s names only npm commands that there are', (file) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(file).matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name]) => name ?? '');
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each(DOCUMENTS)('%s leads only to files and headings that there are', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    const broken = links.filter(([, target = '', heading]) => {
      const path = target === '' ? file : join(dirname(file), target);
      return !existsSync(join(ROOT, path)) || (heading !== undefined && !headingsOf(path).includes(heading));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
    const paths = [...read(file).matchAll(/`((?:src|test|docs|knowledge|\.ci|\.github|\.vscode)\/[\w./-]*\w)`/g)];
    expect(paths.map(([, path]) => path ?? '').filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** The headings of a document, as GitHub links to them. */
function headingsOf(path: string): string[] {
  return [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the map of README.md', () => {
  const [, map = ''] = /## Find your way\n([\s\S]*?)\n## /.exec(`${read('README.md')}\n## `) ?? [];
  /** What stands in a row: the files of its second cell, and the names of its third, which stand in the first of them. */
  const rows = [...map.matchAll(/^\| (?!you look|---)([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([, what = '', files = '', names = '']) => ({ what, files: quoted(files), names: quoted(names) }),
  );

  it('has at least twenty rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
  });

  it.each(rows)('$what', ({ files, names }) => {
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    const text = read(files[0] ?? '');
    expect(names.length).toBeGreaterThan(0);
    // A name of the code, or a heading of a document.
    const made = (name: string) =>
      new RegExp(`^ *(?:(?:export )?(?:async )?(?:function|const|interface)|#+) ${name}\\b`, 'm');
    expect(names.filter((name) => !made(name).test(text))).toEqual([]);
  });
});

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
}
