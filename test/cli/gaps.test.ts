import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gaps } from '../../src/cli/gaps.js';
import { keysOf } from '../../src/store/keys.js';
import { openStore } from '../../src/store/open.js';
import { KNOWLEDGE } from '../frozen.js';
import { lines } from '../io.js';
import { anAsked, aVote, later } from '../store/samples.js';

const ABSTAINED = { decision: 'abstain', entry: null, candidates: [], at: later(0) } as const;

describe('npm run gaps', () => {
  let dir: string;
  let file: string;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'gaps-'));
    file = join(dir, 'iastm.db');
    const store = await openStore(`file:${file}`, { keys: keysOf('a key') });
    const asked = [
      ['1', 'where do patients park', 'person-1'],
      ['2', 'parking for patients?', 'person-2'],
      ['3', '=SUM(tattoo)', 'person-1'],
      ['4', 'does it hurt', 'person-1'],
    ] as const;
    for (const [at, [id, text, person]] of asked.entries())
      await store.record(anAsked(id, { ...ABSTAINED, text, person, at: later(at) }));
    await store.record(anAsked('5', { text: 'how hard do I press?', entry: 'pressure', at: later(9) }));
    await store.vote(aVote('5', { entry: 'pressure', helpful: false, reason: 'unclear', at: later(10) }));
    await store.close();
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  async function run(...args: string[]) {
    const io = lines();
    io.environment = { DATABASE_URL: `file:${file}`, KNOWLEDGE_DIR: KNOWLEDGE, PERSON_KEY: 'a key' };
    const code = await gaps(args, io, () => later(3_600_000));
    return { code, out: io.printed.join('\n'), err: io.complaints.join('\n') };
  }
  const jsonOf = async (...args: string[]) => {
    const { out } = await run('--json', ...args);
    return out === '' ? [] : out.split('\n').map((line) => JSON.parse(line));
  };

  it('lists what is open, the heaviest first, with the id that a state is set by', async () => {
    const [parking] = await jsonOf();
    const { code, out, err } = await run();
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n\n')[0]).toMatch(
      /^“where do patients park”\n2 people, 2 times, last today\nAlso: “parking for patients\?”\n/,
    );
    expect(out).toContain(`\n  ${parking.id}\n`);
    expect(out).toContain('Voted down: pressure');
    expect(out).not.toContain('does it hurt');
  });

  it('tells what the FAQ answers now as done', async () => {
    const all = await jsonOf('--all');
    expect(all.find(({ wordings }) => wordings[0] === 'does it hurt')).toMatchObject({
      state: 'done',
      answers: ['painful'],
      answered: 1,
      worded: 1,
    });
    expect(await jsonOf()).toHaveLength(all.length - 1);
  });

  it('writes CSV that a spreadsheet reads and does not run', async () => {
    const { out } = await run('--csv');
    expect(out.split('\r\n')[0]).toBe('id,state,people,asked,last,wordings,answered,worded,answers,down,nearest');
    expect(out).toContain(",'=SUM(tattoo),");
    expect(out).toContain('where do patients park | parking for patients?,0,2,');
  });

  it('changes nothing while it only looks', async () => {
    const before = readFileSync(file);
    for (const args of [[], ['--all'], ['--csv'], ['--json']]) await run(...args);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('sets what leads say of gaps that nobody has looked at before, and keeps it', async () => {
    const [parking, ...others] = await jsonOf();
    expect(await run('--ignored', parking.id)).toEqual({ code: 0, out: 'Set to ignored: 1.', err: '' });
    expect((await jsonOf()).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    await run('--planned', parking.id, others[0].id);
    expect((await jsonOf()).filter(({ state }) => state === 'planned').map(({ id }) => id)).toEqual([
      parking.id,
      others[0].id,
    ]);
    expect(await run('--done', 'none', parking.id)).toEqual({
      code: 1,
      out: 'Set to done: 1.',
      err: 'No gap has the id none.',
    });
    await run('--new', parking.id);
    expect((await jsonOf())[0]).toMatchObject({ id: parking.id, state: 'new' });
  });

  it.each([[['--planned']], [['x']], [['--planned', '--done', 'x']], [['--csv', '--json']]])(
    'refuses %j as wrong use, with its help',
    async (args) => {
      expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage: npm run') });
    },
  );

  it('says what to do where there is no store yet, and holds to the key of the rows', async () => {
    const io = lines();
    io.environment = { DATABASE_URL: `file:${file}.none`, KNOWLEDGE_DIR: KNOWLEDGE };
    expect(await gaps([], io)).toBe(1);
    expect(io.complaints.join()).toContain('start the bot: it makes one');
    io.environment = { DATABASE_URL: `file:${file}`, KNOWLEDGE_DIR: KNOWLEDGE, PERSON_KEY: 'another' };
    expect(await gaps(['--planned', 'x'], io)).toBe(1);
    expect(io.complaints.join()).toContain('another person key');
  });
});
