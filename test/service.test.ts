import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Faq, loadFaq } from '../src/faq.js';
import { stateOf, watchFolder } from '../src/knowledge/watch.js';
import { createService } from '../src/service.js';

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

async function start(folder = dir) {
  const { faq } = await loadFaq(folder);
  const told: { message: string; fields: object }[] = [];
  const log = (fields: object, message: string) => told.push({ message, fields });
  const service = createService(faq as Faq, {
    load: () => loadFaq(folder),
    log: { debug: log, info: log, warn: log, error: log },
    now: () => new Date('2026-11-23T10:00:00Z'),
    observe: { loaded: () => {} },
  });
  const answer = (id = 'one') => service.faq().knowledge.entries.get(id)?.answer;
  return { service, told, answer };
}

describe('the knowledge in service', () => {
  it('is swapped in one step when the files change', async () => {
    const { service, answer } = await start();
    const before = service.state().version;
    writeFileSync(join(dir, 'topic.yml'), TOPIC('new'));
    await service.reload();
    expect(answer()).toBe('new');
    expect(service.state().version).not.toBe(before);
  });

  it.each([
    ['broken', TOPIC('new').replace('answer', 'anwser'), 'the files have errors'],
    ['cut off', TOPIC('new').trimEnd(), 'a file no longer ends with a line break, as if it were cut off'],
    ['shrunken', TOPIC('new', ['one', 'two', 'three', 'four']), '2 entries are gone; restart to put this into service'],
    ['empty', '', 'the files have errors'],
  ])('stays as it is when the files are %s, says why, and recovers by itself', async (_, text, reason) => {
    const { service, told, answer } = await start();
    writeFileSync(join(dir, 'topic.yml'), text);
    await service.reload();
    expect(answer()).toBe('old');
    expect(service.state().refused).toBe(reason);
    expect(told.at(-1)).toMatchObject({ message: 'knowledge not reloaded', fields: { reason } });
    writeFileSync(join(dir, 'topic.yml'), TOPIC('mended'));
    await service.reload();
    expect(answer()).toBe('mended');
    expect(service.state().refused).toBeNull();
  });

  it('takes a file whose editor never writes a last line break', async () => {
    writeFileSync(join(dir, 'topic.yml'), TOPIC('old').trimEnd());
    const { service, answer } = await start();
    writeFileSync(join(dir, 'topic.yml'), TOPIC('new').trimEnd());
    await service.reload();
    expect(answer()).toBe('new');
  });

  it('tells file, line, column and code of what is broken', async () => {
    const { service, told } = await start();
    writeFileSync(join(dir, 'topic.yml'), TOPIC('new').replace('sources: [a]', 'sources: [b]'));
    await service.reload();
    expect(told.find(({ message }) => message === 'knowledge problem')?.fields).toMatchObject({
      file: 'topic.yml',
      line: 3,
      col: 3,
      code: 'K203',
    });
  });

  it('stays when loading itself fails', async () => {
    const { faq } = await loadFaq(dir);
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const load = () => Promise.reject(new Error('thread died'));
    const service = createService(faq as Faq, { load, log, now: () => new Date(), observe: { loaded: () => {} } });
    await service.reload();
    expect(service.state().refused).toBe('loading failed');
    expect(service.faq().knowledge.entries.size).toBe(6);
  });
});

describe('watching the folder', () => {
  const until = async (answer: () => string | undefined, wanted: string) => {
    for (let tries = 0; tries < 100 && answer() !== wanted; tries++) await pause(50);
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
    const stop = watchFolder(dir, await stateOf(dir), service.reload);
    await pause(100);
    for (const wanted of ['new', 'newer']) {
      save(TOPIC(wanted));
      expect(await until(answer, wanted)).toBe(wanted);
    }
    stop();
  });

  it('sees a folder that is swapped by its symbolic link, as Kubernetes does', async () => {
    const releases = mkdtempSync(join(tmpdir(), 'iastm-releases-'));
    for (const name of ['one', 'two']) cpSync(dir, join(releases, name), { recursive: true });
    writeFileSync(join(releases, 'two', 'topic.yml'), TOPIC('swapped'));
    const current = join(releases, 'current');
    symlinkSync(join(releases, 'one'), current);
    const { service, answer } = await start(current);
    const stop = watchFolder(current, await stateOf(current), service.reload);
    await pause(100);
    symlinkSync(join(releases, 'two'), join(releases, 'next'));
    renameSync(join(releases, 'next'), current);
    expect(await until(answer, 'swapped')).toBe('swapped');
    stop();
    rmSync(releases, { recursive: true });
  });

  it("sees a file beside an editor's lock, which is a link to nowhere", async () => {
    symlinkSync(join(dir, 'nowhere'), join(dir, '.#other.yml'));
    const { service, answer } = await start();
    const stop = watchFolder(dir, await stateOf(dir), service.reload);
    await pause(100);
    writeFileSync(join(dir, 'topic.yml'), TOPIC('beside'));
    expect(await until(answer, 'beside')).toBe('beside');
    stop();
  });

  it('waits until a file that is written in pieces stands still', async () => {
    const { service, answer } = await start();
    const seen = new Set<string | undefined>();
    const stop = watchFolder(dir, await stateOf(dir), service.reload);
    await pause(100);
    const text = TOPIC('pieces');
    for (let part = 1; part <= 4; part++) {
      writeFileSync(join(dir, 'topic.yml'), text.slice(0, (text.length * part) / 4));
      seen.add(answer('six'));
      await pause(250);
    }
    expect(await until(() => answer('six'), 'pieces')).toBe('pieces');
    expect([...seen]).toEqual(['old']);
    stop();
  });

  it('sees what was saved after the folder was read and before the first look', async () => {
    const read = await stateOf(dir);
    const { service, answer } = await start();
    writeFileSync(join(dir, 'topic.yml'), TOPIC('early'));
    const stop = watchFolder(dir, read, service.reload);
    expect(await until(() => answer('six'), 'early')).toBe('early');
    stop();
  });

  it('loads nothing while nothing changes', async () => {
    let loads = 0;
    const stop = watchFolder(dir, await stateOf(dir), async () => void loads++);
    await pause(1600);
    expect(loads).toBe(0);
    stop();
    expect(readdirSync(dir)).toHaveLength(2);
    expect(readFileSync(join(dir, 'topic.yml'), 'utf8')).toBe(TOPIC('old'));
  });
});
