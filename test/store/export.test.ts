import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRows } from '../../src/cli/export.js';
import { forgetEverybody } from '../../src/cli/forget-everybody.js';
import type { Io } from '../../src/cli/io.js';
import { keysOf } from '../../src/store/keys.js';
import { openStore } from '../../src/store/open.js';
import { anAsked, aVote, later } from './samples.js';

const dir = mkdtempSync(join(tmpdir(), 'store-'));
const DATABASE_URL = `file:${join(dir, 'iastm.db')}`;

beforeAll(async () => {
  const store = await openStore(DATABASE_URL, { keys: keysOf('xoxb-before') });
  await store.record(anAsked('q1', { text: '=HYPERLINK("http://evil","x")' }));
  const offer = {
    entry: null,
    candidates: [],
    warnings: [],
    offered: ['dosage', 'clots'],
    outcome: 'chose clots',
  } as const;
  await store.record(anAsked('q2', { text: 'two\nlines, "quoted"', decision: 'suggest', ...offer, at: later(1) }));
  await store.vote(aVote('q1', { helpful: false, reason: 'unclear', note: '@sum', at: later(1) }));
  await store.vote(aVote('q2', { at: later(2) }));
  await store.close();
});
afterAll(() => rmSync(dir, { recursive: true }));

type Act = (args: string[], io: Io) => Promise<number>;

async function run(args: string[], environment: Record<string, string> = { DATABASE_URL }, act: Act = exportRows) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line), environment };
  const code = await act(args, io as unknown as Io);
  return { code, out: out.map((line) => `${line}\n`).join(''), err: err.join('\n') };
}

describe('npm run export', () => {
  it('writes questions as CSV that a spreadsheet reads and does not run', async () => {
    expect(await run(['asked'])).toEqual({
      code: 0,
      err: '',
      out: [
        'id,door,person,text,decision,entry,warnings,offered,outcome,candidates,version,at\r\n',
        `q1,mention,person-1,"'=HYPERLINK(""http://evil"",""x"")",answer,dosage,"[""clots""]",[],,`,
        '"[{""entry"":""dosage"",""confidence"":0.91},{""entry"":""frequency"",""confidence"":0.2}]",v1,',
        '2026-11-23T12:00:00.123Z\r\n',
        'q2,mention,person-1,"two\nlines, ""quoted""",suggest,,[],"[""dosage"",""clots""]",chose clots,[],v1,',
        '2026-11-23T12:00:00.124Z\r\n',
      ].join(''),
    });
  });

  it('writes votes as CSV', async () => {
    expect((await run(['--csv', 'votes'])).out).toBe(
      [
        'asked,entry,person,helpful,reason,note,version,at\r\n',
        "q1,dosage,person-1,false,unclear,'@sum,v1,2026-11-23T12:00:00.124Z\r\n",
        'q2,dosage,person-1,true,,,v1,2026-11-23T12:00:00.125Z\r\n',
      ].join(''),
    );
  });

  it('writes JSON lines that hold all of it', async () => {
    const { out } = await run(['--json', 'asked']);
    const [first] = out.trim().split('\n');
    expect(JSON.parse(first ?? '')).toEqual(
      JSON.parse(JSON.stringify(anAsked('q1', { text: '=HYPERLINK("http://evil","x")' }))),
    );
  });

  it('names every field of a question and of a vote', async () => {
    const columns = async (what: string) => (await run([what])).out.split('\r\n')[0]?.split(',').sort();
    expect(await columns('asked')).toEqual(Object.keys(anAsked('')).sort());
    expect(await columns('votes')).toEqual(Object.keys(aVote('')).sort());
  });

  it('explains itself', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('asked | votes') });
  });

  it.each([
    [[], 'Say what to export'],
    [['answers'], 'Say what to export'],
    [['asked', 'votes'], 'Say what to export'],
    [['--csv', '--json', 'asked'], 'not both'],
    [['--xml', 'asked'], '--xml'],
  ])('refuses %j with a reason', async (args, reason) => {
    expect(await run(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(reason) });
  });

  it('says what is wrong with the store', async () => {
    const wrong = await run(['asked'], { DATABASE_URL: `file:${dir}` });
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringContaining('Let DATABASE_URL name a file') });
  });
});

describe('a cell', () => {
  const other = `file:${join(dir, 'cells.db')}`;
  /** What a spreadsheet has in its cells that separates by this: quoted cells whole, others up to the separator. */
  function cells(csv: string, separator: string): string[] {
    const cell = new RegExp(`(?:^|[${separator}\\r\\n])(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))`, 'g');
    return [...csv.matchAll(cell)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '');
  }

  it.each([',', ';', '\t'])('is no formula where cells are separated by %j', async (separator) => {
    const starts = ['=', '+', '-', '@', '\t=', '\r=', ' =', '"=', '""=', '\uff1d', '\uff0b'];
    const texts = starts.flatMap((start) =>
      ['', 'x', 'x,', 'x;', 'x\t', 'x\n', 'x\r\n', '",', '";"', 'x; '].map((before) => `${before}${start}cmd|calc`),
    );
    rmSync(join(dir, 'cells.db'), { force: true });
    const store = await openStore(other);
    for (const [at, text] of texts.entries()) {
      await store.record(anAsked(`q${at}`, { text, at: later(at) }));
      await store.vote(aVote(`q${at}`, { note: text, at: later(at) }));
    }
    await store.close();
    for (const what of ['asked', 'votes']) {
      const { out } = await run([what], { DATABASE_URL: other });
      expect(cells(out, separator).filter((cell) => /^[\s"]*[=+\-@\uff1d\uff0b]/.test(cell))).toEqual([]);
    }
  });
});

describe('npm run forget-everybody', () => {
  const environment = { DATABASE_URL, PERSON_KEY: 'xoxb-after' };
  const forget = (args: string[]) => run(args, environment, forgetEverybody);
  const open = (key: string) => openStore(DATABASE_URL, { keys: keysOf(key) });

  it('removes nothing before it is told --yes', async () => {
    expect(await forget([])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Say --yes') });
    expect((await run(['asked'])).out.split('\r\n')).toHaveLength(4);
  });

  it('lets another key in where that of before is lost, after what there is was saved', async () => {
    await expect(open('xoxb-after')).rejects.toThrow('PERSON_KEY');
    expect(await run(['asked'], environment)).toMatchObject({ code: 0, out: expect.stringContaining('q1,mention') });
    expect(await forget(['--yes'])).toMatchObject({ code: 0, out: expect.stringContaining('Removed: 4 questions') });
    const store = await open('xoxb-after');
    await store.record(anAsked('q3'));
    await store.close();
    await expect(open('xoxb-before')).rejects.toThrow('PERSON_KEY');
  });
});
