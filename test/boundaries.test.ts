import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** Every room and the rooms that it may import from; its own is always allowed. Files beside the rooms are `root`. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  knowledge: [],
  search: ['knowledge'],
  lint: ['knowledge'],
  replies: ['knowledge'],
  redact: [],
  store: [],
  slack: ['bot', 'logging', 'replies', 'store/store'],
  playground: [],
  cli: [
    'bot',
    'config',
    'environment',
    'faq',
    'knowledge',
    'lint',
    'logging',
    'redact',
    'replies',
    'search',
    'slack',
    'store',
  ],
  bench: ['bot', 'cli', 'faq', 'knowledge', 'logging', 'search', 'slack', 'store'],
};

/** The core: the same input gives the same output. No clock, no environment, no disk, no Bolt, no log. */
const PURE = ['knowledge', 'search', 'lint', 'replies', 'redact'];
/** The files of the core that read the disk. */
const DISK = ['knowledge/load.ts', 'knowledge/watch.ts', 'search/dictionary.ts'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('playground/page/'));

const sources = files.map((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return { file, text, code, imports, room: file.includes('/') ? (file.split('/')[0] ?? '') : 'root' };
});

describe('the rooms and their doors', () => {
  it('knows every room', () => {
    const rooms = new Set(sources.map(({ room }) => room).filter((room) => room !== 'root'));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it.each(sources.filter(({ room }) => room !== 'root'))(
    '$file imports only from rooms that it may',
    ({ file, imports, room }) => {
      const inner = imports.filter((name) => name.startsWith('.'));
      const targets = inner.map((name) => relative(SRC, join(SRC, dirname(file), name)).replace(/\.js$/, ''));
      const allowed = MAY_IMPORT[room] ?? [];
      const trespass = targets.filter(
        (target) =>
          !target.startsWith(`${room}/`) && !allowed.some((door) => target === door || target.startsWith(`${door}/`)),
      );
      expect(trespass).toEqual([]);
    },
  );

  it('lets only the slack and playground rooms, the doors, and the logger that Bolt wants, know Bolt', () => {
    const bolt = sources.filter(({ imports }) => imports.includes('@slack/bolt')).map(({ file }) => file);
    expect(bolt.filter((file) => !/^(slack|playground|bench)\/|^(doors|logging)\.ts$/.test(file))).toEqual([]);
  });

  it('reads the environment in one place', () => {
    expect(sources.filter(({ code }) => code.includes('process.env')).map(({ file }) => file)).toEqual([
      'environment.ts',
    ]);
  });

  it('knows the databases only behind store/open', () => {
    const known = sources.filter(({ imports }) => imports.some((name) => /store\/(sqlite|postgres)\.js$/.test(name)));
    expect(known.filter(({ room }) => room !== 'store')).toEqual([]);
  });

  it.each(sources.filter(({ room }) => PURE.includes(room)))(
    '$file has no clock, disk, chance, Bolt or log',
    ({ file, code, imports }) => {
      const outside = imports.filter((name) => /^node:|^pino$|^@slack\/bolt$|^@slack\/web-api$|logging/.test(name));
      expect(DISK.includes(file) ? [] : outside).toEqual([]);
      expect(code).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|console\./);
    },
  );

  it('keeps files small enough to be one room each', () => {
    const long = sources
      .map(({ file, text }) => ({ file, lines: text.split('\n').length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('has no default exports and no barrels', () => {
    expect(sources.filter(({ code }) => /export default/.test(code)).map(({ file }) => file)).toEqual([]);
    expect(
      sources
        .filter(({ file }) => /(^|\/)index\.ts$/.test(file) && !file.startsWith('search/'))
        .map(({ file }) => file),
    ).toEqual([]);
  });
});
