import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRows } from '../../src/cli/export.js';
import { openStore } from '../../src/store/open.js';
import { anAsked, aVote, later } from './samples.js';

const dir = mkdtempSync(join(tmpdir(), 'store-'));
const DATABASE_URL = `file:${join(dir, 'iastm.db')}`;

beforeAll(async () => {
  const store = await openStore(DATABASE_URL);
  await store.record(anAsked('T1/C1/1', { text: '=HYPERLINK("http://evil","x")' }));
  await store.record(anAsked('T1/C1/2', { text: 'two\nlines, "quoted"', entry: null, candidates: [], at: later(1) }));
  await store.vote(aVote('a', { helpful: false, reason: '@sum', at: later(1) }));
  await store.vote(aVote('b', { at: later(2) }));
  await store.close();
});
afterAll(() => rmSync(dir, { recursive: true }));

async function run(args: string[], environment: Record<string, string> = { DATABASE_URL }) {
  const out: string[] = [];
  const err: string[] = [];
  const lines = (async function* () {})();
  const code = await exportRows(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    lines,
    environment,
  });
  return { code, out: out.map((line) => `${line}\n`).join(''), err: err.join('\n') };
}

describe('npm run export', () => {
  it('writes questions as CSV that a spreadsheet reads and does not run', async () => {
    expect(await run(['asked'])).toEqual({
      code: 0,
      err: '',
      out: [
        'id,at,door,person,text,decision,entry,candidates,version\r\n',
        `T1/C1/1,2026-11-23T12:00:00.123Z,mention,person-1,"'=HYPERLINK(""http://evil"",""x"")",answer,dosage,`,
        '"[{""entry"":""dosage"",""confidence"":0.91},{""entry"":""frequency"",""confidence"":0.2}]",v1\r\n',
        'T1/C1/2,2026-11-23T12:00:00.124Z,mention,person-1,"two\nlines, ""quoted""",answer,,[],v1\r\n',
      ].join(''),
    });
  });

  it('writes votes as CSV', async () => {
    expect((await run(['--csv', 'votes'])).out).toBe(
      [
        'answer,at,entry,person,helpful,reason\r\n',
        "a,2026-11-23T12:00:00.124Z,dosage,person-1,false,'@sum\r\n",
        'b,2026-11-23T12:00:00.125Z,dosage,person-1,true,\r\n',
      ].join(''),
    );
  });

  it('writes JSON lines that hold all of it', async () => {
    const { out } = await run(['--json', 'asked']);
    const [first] = out.trim().split('\n');
    expect(JSON.parse(first ?? '')).toEqual(
      JSON.parse(JSON.stringify(anAsked('T1/C1/1', { text: '=HYPERLINK("http://evil","x")' }))),
    );
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
