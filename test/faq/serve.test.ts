import { cpSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AsideError } from '../../src/faq/aside.js';
import { isServed, loadFaq } from '../../src/faq/load.js';
import { createService } from '../../src/faq/serve.js';
import { stateOf, watchFolder } from '../../src/knowledge/watch.js';

const ENTRY = (id: string, answer: string) =>
  `  ${id}:\n    questions: [What is ${id}?]\n    answer: ${answer}\n    sources: [a]\n`;
const TOPIC = (answer: string, ids = ['one', 'two', 'three', 'four', 'five', 'six']) =>
  `topic: T\nentries:\n${ids.map((id) => ENTRY(id, answer)).join('')}`;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'iastm-service-'));
  writeFileSync(join(dir, 'sources.yml'), 'sources:\n  a:\n    citation: A (2020).\n');
  writeFileSync(join(dir, 'topic.yml'), TOPIC('old'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** The service over a folder, with what it logs and counts. */
async function start(folder = dir, load = () => loadFaq(folder)) {
  const told: { message: string; fields: Record<string, unknown> }[] = [];
  const counted: string[] = [];
  const log = (fields: object, message: string) => void told.push({ message, fields: { ...fields } });
  let clock = 0;
  const now = () => new Date(clock++);
  const service = createService(await loadFaq(folder), {
    load,
    log: { debug: log, info: log, warn: log, error: log },
    now,
    observe: { loaded: (result) => void counted.push(result) },
  });
  const answer = (id = 'one') => service.faq().knowledge.entries.get(id)?.answer;
  return { service, told, counted, answer, now };
}

describe('the knowledge in service', () => {
  it('is swapped in one step when the files change', async () => {
    const { service, answer, counted } = await start();
    const before = service.state();
    writeFileSync(join(dir, 'topic.yml'), TOPIC('new'));
    await service.reload();
    expect(answer()).toBe('new');
    expect(service.state().version).not.toBe(before.version);
    expect(service.state().since).not.toEqual(before.since);
    expect(counted).toEqual(['ok']);
  });

  it('was read when its reading began: what is saved meanwhile is not in it', async () => {
    let saved = new Date(0);
    const { service, now } = await start(dir, async () => {
      saved = now();
      return loadFaq(dir);
    });
    await service.reload();
    expect(service.readAt().getTime()).toBeLessThan(saved.getTime());
  });

  it('stays, with its matcher and its age, when the same files are saved again', async () => {
    const { service, told } = await start();
    const [faq, state] = [service.faq(), service.state()];
    writeFileSync(join(dir, 'topic.yml'), TOPIC('old'));
    await service.reload();
    expect(service.faq()).toBe(faq);
    expect(service.state()).toEqual(state);
    expect(told).toEqual([]);
  });

  it.each([
    ['broken', TOPIC('new').replace('answer', 'anwser'), 'topic.yml:5:5 K103'],
    ['cut off', `${TOPIC('new')}    short: It is`, 'topic.yml:27:17 K111'],
    ['shrunken', TOPIC('new', ['one', 'two', 'three', 'four']), '2 entries are gone; restart to put this into service'],
    ['empty', '', 'topic.yml:1:1 K106'],
  ])('stays as it is when the files are %s, says why, and recovers by itself', async (_, text, reason) => {
    const { service, told, answer, counted } = await start();
    writeFileSync(join(dir, 'topic.yml'), text);
    await service.reload();
    expect(answer()).toBe('old');
    expect(service.state()).toMatchObject({ entries: 6, refused: reason });
    expect(told).toMatchObject([{ message: 'knowledge not in service', fields: { reason } }]);
    writeFileSync(join(dir, 'topic.yml'), TOPIC('mended'));
    await service.reload();
    expect(answer()).toBe('mended');
    expect(service.state().refused).toBeNull();
    expect(counted).toEqual(['refused', 'ok']);
  });

  it('may lose a fifth of its entries, and not one more', async () => {
    const ids = Array.from({ length: 10 }, (_, at) => `e${at}`);
    writeFileSync(join(dir, 'topic.yml'), TOPIC('old', ids));
    const { service } = await start();
    writeFileSync(join(dir, 'topic.yml'), TOPIC('new', ids.slice(3)));
    await service.reload();
    expect(service.state()).toMatchObject({ entries: 10, refused: expect.stringMatching(/^3 entries are gone/) });
    writeFileSync(join(dir, 'topic.yml'), TOPIC('new', ids.slice(2)));
    await service.reload();
    expect(service.state()).toMatchObject({ entries: 8, refused: null });
  });

  it('takes a file whose editor never writes a last line break, where a bracket closes it', async () => {
    writeFileSync(join(dir, 'topic.yml'), TOPIC('old').trimEnd());
    const { service, answer } = await start();
    writeFileSync(join(dir, 'topic.yml'), TOPIC('new').trimEnd());
    await service.reload();
    expect(answer()).toBe('new');
  });

  it('is refused in one line, with the first place, three problems in words, and their number', async () => {
    const { service, told } = await start();
    writeFileSync(
      join(dir, 'topic.yml'),
      TOPIC('new').replace(/sources: \[a\]/g, (_, at: number) => `sources: [b${at}]`),
    );
    writeFileSync(join(dir, 'a-warning.yml~'), '');
    await service.reload();
    expect(service.state().refused).toBe('topic.yml:6:15 K203 and 5 more');
    expect(told).toHaveLength(1);
    expect(told[0]?.fields).toMatchObject({ file: 'topic.yml', line: 6, col: 15, code: 'K203', errors: 6 });
    expect(told[0]?.fields.named).toHaveLength(3);
    expect(told[0]?.fields.named).toContainEqual(expect.stringMatching(/^topic\.yml:6:15 error K203 "one" cites/));
  });

  it('is named with the files beside it that look like knowledge and are not read', async () => {
    writeFileSync(join(dir, 'topic.yml.bak'), '');
    const { service, told } = await start();
    expect(told).toEqual([{ message: 'files not read', fields: { files: ['topic.yml.bak'] } }]);
    writeFileSync(join(dir, 'topic.yml~'), '');
    writeFileSync(join(dir, 'topic.yml'), TOPIC('new'));
    await service.reload();
    expect(told.at(-1)?.fields).toEqual({ files: ['topic.yml.bak', 'topic.yml~'] });
  });

  it.each([
    ['dies', new Error('spawn failed'), 'loading failed'],
    [
      'takes too long',
      new AsideError('Loading took longer than 60 s and was given up.'),
      'Loading took longer than 60 s',
    ],
  ])('stays when loading itself %s, and says so in one line', async (_, error, reason) => {
    const { service, told, counted } = await start(dir, () => Promise.reject(error));
    await service.reload();
    expect(service.state()).toMatchObject({ entries: 6, refused: expect.stringContaining(reason) });
    expect(service.refused()?.remedy).toContain('save one of them again');
    expect(told).toMatchObject([{ message: 'knowledge not in service', fields: { error: error.name } }]);
    expect(counted).toEqual(['refused']);
  });
});

describe('knowledge that may not be served at the start', () => {
  it('leaves nothing in service, says so in one line, and goes into service once it is mended', async () => {
    writeFileSync(join(dir, 'topic.yml'), TOPIC('old').replace('answer', 'anwser'));
    const { service, told, counted } = await start();
    const reason = 'topic.yml:5:5 K103';
    expect(isServed(service.faq())).toBe(false);
    expect(service.faq().matcher.match('What is one?')).toMatchObject({ decision: 'abstain', warnings: [] });
    expect(service.state()).toMatchObject({ version: '', entries: 0, refused: reason });
    expect(told).toMatchObject([{ message: 'knowledge not in service', fields: { file: 'topic.yml', line: 5 } }]);
    await service.reload();
    expect(isServed(service.faq())).toBe(false);
    writeFileSync(join(dir, 'topic.yml'), TOPIC('mended', ['one']));
    await service.reload();
    expect(isServed(service.faq())).toBe(true);
    expect(service.state()).toMatchObject({ entries: 1, refused: null });
    expect(counted).toEqual(['refused', 'ok']);
  });
});

/** Links to files need rights there that nobody has, and no rename replaces a folder. */
const WINDOWS = process.platform === 'win32';
/** Milliseconds between looks: far fewer than in service, and still long beside saving a file. */
const LOOK_EVERY = 50;

describe('watching the folder', () => {
  const until = async (answer: () => string | undefined, wanted: string) => {
    for (let tries = 0; tries < 1000 && answer() !== wanted; tries++) await pause(5);
    return answer();
  };

  it.each([
    ['saved in place', (text: string) => writeFileSync(join(dir, 'topic.yml'), text)],
    [
      'renamed over, three times',
      (text: string) => {
        for (let at = 0; at < 3; at++) {
          writeFileSync(join(dir, 'topic.tmp'), text);
          renameSync(join(dir, 'topic.tmp'), join(dir, 'topic.yml'));
        }
      },
    ],
  ])('sees a file that is %s', async (_, save) => {
    const { service, answer } = await start();
    const stop = watchFolder(dir, await stateOf(dir), service.reload, LOOK_EVERY);
    await pause(LOOK_EVERY);
    for (const wanted of ['new', 'newer']) {
      save(TOPIC(wanted));
      expect(await until(answer, wanted)).toBe(wanted);
    }
    stop();
  });

  it.skipIf(WINDOWS)('sees a folder that is swapped by its symbolic link, as Kubernetes does', async () => {
    const releases = mkdtempSync(join(tmpdir(), 'iastm-releases-'));
    for (const name of ['one', 'two']) cpSync(dir, join(releases, name), { recursive: true });
    writeFileSync(join(releases, 'two', 'topic.yml'), TOPIC('swapped'));
    const current = join(releases, 'current');
    symlinkSync(join(releases, 'one'), current);
    const { service, answer } = await start(current);
    const stop = watchFolder(current, await stateOf(current), service.reload, LOOK_EVERY);
    await pause(LOOK_EVERY);
    symlinkSync(join(releases, 'two'), join(releases, 'next'));
    renameSync(join(releases, 'next'), current);
    expect(await until(answer, 'swapped')).toBe('swapped');
    stop();
    rmSync(releases, { recursive: true });
  });

  it.skipIf(WINDOWS)("sees a file beside an editor's lock, which is a link to nowhere", async () => {
    symlinkSync(join(dir, 'nowhere'), join(dir, '.#other.yml'));
    const { service, answer } = await start();
    const stop = watchFolder(dir, await stateOf(dir), service.reload, LOOK_EVERY);
    await pause(LOOK_EVERY);
    writeFileSync(join(dir, 'topic.yml'), TOPIC('beside'));
    expect(await until(answer, 'beside')).toBe('beside');
    stop();
  });

  it('sees what was saved after the folder was read and before the first look', async () => {
    const read = await stateOf(dir);
    const { service, answer } = await start();
    writeFileSync(join(dir, 'topic.yml'), TOPIC('early'));
    const stop = watchFolder(dir, read, service.reload, LOOK_EVERY);
    expect(await until(() => answer('six'), 'early')).toBe('early');
    stop();
  });
});
