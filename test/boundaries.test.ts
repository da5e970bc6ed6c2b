import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/**
 * Every room, and every file beside the rooms, with what it may import from; its own room is always allowed. `search/…` are rooms
 * within a room: each knows those before it, and all of them what stands on top of search.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  english: [],
  knowledge: [],
  lint: ['knowledge'],
  learning: ['knowledge', 'search/text', 'store/store'],
  search: ['knowledge'],
  'search/text': ['english', 'knowledge', 'search/parameters'],
  'search/rank': ['search/parameters', 'search/text'],
  'search/trust': ['search/match', 'search/parameters', 'search/rank', 'search/text'],
  replies: ['english/greetings', 'knowledge'],
  redact: ['english', 'knowledge'],
  faq: ['knowledge', 'lint', 'logging', 'redact', 'repository', 'search'],
  store: ['knowledge/day', 'logging'],
  bot: ['faq', 'knowledge', 'learning', 'replies', 'search', 'store/edit', 'store/stance', 'store/store'],
  slack: ['bot', 'logging', 'replies', 'store/store'],
  playground: [],
  modes: [
    'bot',
    'config',
    'faq',
    'knowledge/day',
    'knowledge/entry',
    'knowledge/patch',
    'knowledge/problem',
    'logging',
    'playground',
    'replies/answer',
    'replies/edits',
    'replies/gaps',
    'replies/leads-only',
    'replies/reply',
    'replies/to-the-bot',
    'replies/why',
    'search/match',
    'slack',
    'store/store',
  ],
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
  bench: ['bot', 'cli', 'faq', 'knowledge', 'logging', 'replies', 'search', 'slack', 'store'],
  repository: [],
  config: ['repository'],
  environment: ['config'],
  logging: ['config'],
  main: ['bot', 'config', 'environment', 'faq', 'knowledge', 'logging', 'modes', 'redact', 'store'],
};

/** The core: the same input gives the same output. No clock, no environment, no disk, no Bolt, no log. */
const PURE = ['english', 'knowledge', 'search', 'lint', 'learning', 'replies', 'redact'];
/** The files of the core that read the disk. */
const DISK = ['knowledge/load.ts', 'knowledge/watch.ts', 'english/dictionary.ts'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('playground/page/'));

/** The room that a file stands in, or the file itself where it stands beside the rooms. */
function roomOf(file: string): string {
  const parts = file.replace(/\.ts$/, '').split('/');
  const inner = parts.slice(0, 2).join('/');
  return parts.length > 2 && inner in MAY_IMPORT ? inner : (parts[0] ?? '');
}

const sources = files.map((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name ?? '');
  const inner = imports.filter((name) => name.startsWith('.'));
  const targets = inner.map((name) =>
    relative(SRC, join(SRC, dirname(file), name))
      .replaceAll('\\', '/')
      .replace(/\.js$/, ''),
  );
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return { file, text, code, imports, targets, room: roomOf(file), outer: file.split('/')[0] ?? '' };
});

/** Files that import each other in a circle, types too: whoever reads one has to read them all. */
function circles(): string[][] {
  const targets = new Map(sources.map(({ file, targets }) => [file.replace(/\.ts$/, ''), targets]));
  const reached = (from: string): Set<string> => {
    const seen = new Set<string>();
    const next = [...(targets.get(from) ?? [])];
    for (let at = next.pop(); at !== undefined; at = next.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      next.push(...(targets.get(at) ?? []));
    }
    return seen;
  };
  const from = new Map([...targets.keys()].map((file) => [file, reached(file)]));
  const own = [...from].filter(([file, seen]) => seen.has(file)).map(([file]) => file);
  return own.map((file) => own.filter((other) => from.get(file)?.has(other) && from.get(other)?.has(file)));
}

/** The packages that a file loads, by itself or by what it imports; types load nothing. */
function loaded(from: string): string[] {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const seen = new Set<string>();
  const packages = new Set<string>();
  const next = [from];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const [, name = ''] of (texts.get(at) ?? '').matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)'/gm)) {
      if (name.startsWith('.')) next.push(join(dirname(at), name).replaceAll('\\', '/').replace(/\.js$/, '.ts'));
      else if (!name.startsWith('node:')) packages.add(name);
    }
  }
  return [...packages].sort();
}

describe('the rooms and their doors', () => {
  it('knows every room', () => {
    expect(sources.filter(({ room }) => !(room in MAY_IMPORT)).map(({ file }) => file)).toEqual([]);
  });

  it.each(sources)('$file imports only from rooms that it may', ({ targets, room }) => {
    const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
    const trespass = targets.filter((target) =>
      allowed.every((door) => target !== door && !target.startsWith(`${door}/`)),
    );
    expect(trespass).toEqual([]);
  });

  it('has no files that import each other in a circle', () => {
    expect(circles()).toEqual([]);
  });

  it('lets only the slack and playground rooms, the modes, and the logger that Bolt wants, know Bolt', () => {
    const bolt = sources.filter(({ imports }) => imports.includes('@slack/bolt')).map(({ file }) => file);
    expect(bolt.filter((file) => !/^(slack|playground|modes|bench)\/|^logging\.ts$/.test(file))).toEqual([]);
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

  it('loads neither a database nor a way to the net to answer one question on the command line', () => {
    expect(loaded('main.ts')).toEqual(expect.arrayContaining(['kysely', 'undici']));
    expect(loaded('cli/ask.ts')).toEqual(['fuse.js', 'word-list', 'yaml']);
  });

  it.each(sources.filter(({ outer }) => PURE.includes(outer)))(
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
    expect(sources.filter(({ file }) => /(^|\/)index\.ts$/.test(file)).map(({ file }) => file)).toEqual([]);
  });
});
