import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/cli/check.js';
import { shortened } from '../../src/faq/replay.js';
import { keysOf } from '../../src/store/keys.js';
import { openStore } from '../../src/store/open.js';
import { lines } from '../io.js';
import { entry, folderOf, found, GOOD, phrasings, TODAY, topic } from '../lint/folder.js';
import { anAsked } from '../store/samples.js';

const DRILL = entry('drill', { questions: [...phrasings('drill'), 'how loud is the drill'] });
const SAW = entry('saw', { questions: phrasings('saw'), more: ['tests:', '  - is the saw blunt'] });
const BEFORE = { ...GOOD, 'tools.yml': topic(DRILL, SAW) };

async function against(before: string, dir: string, environment = {}) {
  const io = { ...lines(), environment };
  const code = await check(['--against', before, '--quiet', dir], io, TODAY);
  return { code, printed: io.printed, complaints: io.complaints };
}

describe('the tests that leads write', () => {
  it('are won where the entry is answered, offered first or warned of, by itself or by one that narrows it', async () => {
    const asked = (id: string, test: string) => topic(entry(id, { more: ['tests:', `  - ${test}`] }));
    expect((await found({ 'new.yml': asked('drill', 'who has got the drill') })).of('K347')).toEqual([]);
    const { of } = await found({ 'new.yml': asked('drill', 'who has the spare handle today') });
    expect(of('K347')).toMatchObject([
      { line: 30, col: 9, severity: 'error', message: expect.stringMatching(/^"drill" must win "who has the spare/) },
    ]);
    const warned = { 'tools.yml': topic(entry('saw', { more: ['tests: [my broken handle is loud]'] })) };
    expect(
      (await found({ ...warned, 'a-good.yml': GOOD['a-good.yml'].replace('  other:', '  saw-handle:') })).of('K347'),
    ).toEqual([]);
  });

  it('of tests.yml fail where a question is answered, and tell of a gap that is closed', async () => {
    const { of, exit } = await found({
      'tests.yml':
        'not_answered:\n  - who won the game\n  - who has the good one\nknown_gaps:\n  - may I use the good one\n',
    });
    expect(of('K348')).toMatchObject([{ line: 3, col: 5, severity: 'error' }]);
    expect(of('K349')).toMatchObject([{ line: 5, col: 5, severity: 'warning' }]);
    expect(exit).toBe(1);
  });

  it('are not learned', async () => {
    const strange = 'zebra crossing in the rain';
    const { of } = await found({ 'new.yml': topic(entry('drill', { more: [`tests: [${strange}]`] })) });
    expect(of('K347')).toHaveLength(1);
  });
});

describe('check --against', () => {
  it('lists each question whose answer changes, before and after, with what is right, and counts them', async () => {
    const dir = folderOf({
      ...BEFORE,
      'tools.yml': topic(
        DRILL.replace('      - how loud is the drill\n', ''),
        SAW.replaceAll('what is saw', 'how loud is it'),
      ),
    });
    const { code, printed, complaints } = await against(folderOf(BEFORE), dir);
    const told = printed.join('\n');
    expect(told).toMatch(/\n {2}"how loud is it" \(of saw\)\n {4}before {2}.+\n {4}after {3}answered: saw\n/);
    expect(told).toMatch(/Who is shown first now, in place of whom:\n {5}\d+ {2}\S.* → saw\n/);
    expect(told).toMatch(
      /Against .+: of \d+ questions \d+ are lost, \d+ less sure, \d+ changed, \d+ gained; 1 phrasings are new\./,
    );
    expect(told).toMatch(/Asked: 3[0-5] phrasings, \d+ without their last word, 1 tests, 0 that people asked\./);
    expect(complaints.join('\n')).toMatch(/^Training /);
    expect(code).toBe(/Lost: /.test(told) ? 1 : 0);
  });

  it('asks phrasings of four words and more without the last one, too, for the same entry', () => {
    const asked = [
      { text: 'how loud is the drill', entry: 'drill' },
      { text: 'what is saw', entry: 'saw' },
    ];
    expect(shortened(asked)).toEqual([{ text: 'how loud is the', entry: 'drill' }]);
  });

  it('finds nothing where nothing changed, and passes', async () => {
    const { code, printed } = await against(folderOf(BEFORE), folderOf(BEFORE));
    expect(printed.join('\n')).toContain(' 0 are lost, 0 less sure, 0 changed, 0 gained; 0 phrasings are new.');
    expect(code).toBe(0);
  });

  it('fails where what was right is wrong now', async () => {
    const gone = folderOf({ ...BEFORE, 'tools.yml': topic(DRILL, entry('saw', { questions: phrasings('hammer') })) });
    const { code, printed } = await against(folderOf(BEFORE), gone);
    expect(printed[3]).toMatch(/^(?:Lost|Added): .*: \d+$/);
    expect(code).toBe(1);
  });

  it('tells apart what is offered and no longer answered, and what is lost', async () => {
    const near = entry('hall', {
      questions: ['show me the way', 'show me another', 'show me the door', 'who has it', 'who has the key'],
    });
    const { printed, code } = await against(folderOf(BEFORE), folderOf({ ...BEFORE, 'hall.yml': topic(near) }));
    const told = printed.join('\n');
    expect(told).toContain(' 1 are lost, 1 less sure,');
    expect(told).toMatch(/Lost: .+: 1\n {2}"how loud is the" \(of drill\)\n/);
    expect(told).toContain(
      'Less sure: the same entry is shown first, no longer as the answer: 1\n  "show me spare" (other)\n',
    );
    expect(code).toBe(1);
  });

  it('looks at the folder that the bot serves, where none is named', async () => {
    const io = { ...lines(), environment: { KNOWLEDGE_DIR: folderOf(BEFORE) } };
    expect(await check(['--quiet'], io, TODAY)).toBe(0);
    expect(io.printed.join('\n')).toContain('3 files read: a-good.yml, sources.yml, tools.yml');
  });

  it('reads a version out of git without touching what is there', async () => {
    const dir = folderOf(BEFORE);
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', dir, '-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args]).toString();
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    writeFileSync(join(dir, 'tools.yml'), topic(DRILL));
    const { printed, code } = await against('HEAD', dir);
    expect(printed.join('\n')).toMatch(/Against HEAD: of \d+ questions \d+ are lost/);
    expect(code).toBe(1);
    expect(git('status', '--porcelain')).toBe(' M tools.yml\n');
    expect(await against('no-such-version', dir)).toMatchObject({
      code: 2,
      complaints: [expect.stringContaining('git knows no tag, branch or commit of that name')],
    });
  });

  it('asks what people asked, from a store that it opens to read', async () => {
    const url = `file:${join(folderOf({}), 'asked.db')}`;
    const store = await openStore(url, { keys: keysOf('xoxb-test') });
    await store.record(anAsked('q1', { text: 'is the drill [name] owns loud' }));
    await store.close();
    const { printed, complaints } = await against(folderOf(BEFORE), folderOf(BEFORE), { DATABASE_URL: url });
    expect(printed.join('\n')).toContain('1 that people asked.');
    expect(complaints.join('\n')).not.toContain('left out');
    const missing = await against(folderOf(BEFORE), folderOf(BEFORE), { DATABASE_URL: 'file:no/such.db' });
    expect(missing.complaints.join('\n')).toMatch(/What people asked is left out: /);
    expect(missing.code).toBe(0);
  });
});
