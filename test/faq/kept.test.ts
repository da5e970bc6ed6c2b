import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { keptIn } from '../../src/faq/kept.js';
import { loadFaq } from '../../src/faq/load.js';

const ENTRY = `topic: Basics
entries:
  hurt:
    questions: [Does it hurt?, is it painful]
    answer: It can.
    sources: [one]
`;
const SOURCES = 'sources:\n  one:\n    citation: A book.\n    url: https://x.org/\n';

function start() {
  const root = mkdtempSync(join(tmpdir(), 'kept-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const at = (name: string) => join(root, name);
  for (const name of ['knowledge', 'program']) mkdirSync(at(name));
  writeFileSync(at('knowledge/basics.yml'), ENTRY);
  writeFileSync(at('knowledge/sources.yml'), SOURCES);
  writeFileSync(at('program/search.js'), '1');
  const make = vi.fn(async () => ({ made: new Map([['n', new Float64Array([make.mock.calls.length])]]) }));
  const get = () => keptIn(at('models'), [at('program')])(at('knowledge'), make);
  return { at, make, get, models: () => readdirSync(at('models')) };
}

describe('what was made of a knowledge folder', () => {
  it('is made once, and taken as it was the next time', async () => {
    const { get, make, models } = start();
    const first = await get();
    expect(await get()).toEqual(first);
    expect(make).toHaveBeenCalledTimes(1);
    expect(models()).toHaveLength(1);
  });

  const changes: [string, (at: (name: string) => string) => void][] = [
    ['one byte of a file', (at) => writeFileSync(at('knowledge/basics.yml'), ENTRY.replace('can', 'CAN'))],
    ['one byte of the program', (at) => writeFileSync(at('program/search.js'), '2')],
    ['a file more, of any name', (at) => writeFileSync(at('knowledge/notes.txt'), '')],
    [
      'a file in a folder below',
      (at) => {
        mkdirSync(at('knowledge/x'));
        writeFileSync(at('knowledge/x/y.yml'), '');
      },
    ],
    ['a file less', (at) => rmSync(at('knowledge/sources.yml'))],
    ['another name', (at) => renameSync(at('knowledge/basics.yml'), at('knowledge/other.yml'))],
    [
      'a line that moves from one file to the next',
      (at) => {
        writeFileSync(at('knowledge/basics.yml'), ENTRY + SOURCES.slice(0, 9));
        writeFileSync(at('knowledge/sources.yml'), SOURCES.slice(9));
      },
    ],
  ];
  it.each(changes)('is made anew after a change: %s', async (_, change) => {
    const { get, make, at } = start();
    await get();
    change(at);
    await get();
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is found again after a change is taken back, and with another time on the files', async () => {
    const { get, make, at } = start();
    await get();
    writeFileSync(at('knowledge/basics.yml'), 'topic: x');
    await get();
    writeFileSync(at('knowledge/basics.yml'), ENTRY);
    utimesSync(at('knowledge/basics.yml'), 1, 1);
    await get();
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is not kept where the folder changed while it was made', async () => {
    const { get, make, at } = start();
    make.mockImplementationOnce(async () => {
      writeFileSync(at('knowledge/basics.yml'), 'topic: x');
      return { made: new Map() };
    });
    await get();
    writeFileSync(at('knowledge/basics.yml'), ENTRY);
    await get();
    expect(make).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    ['empty', () => Buffer.alloc(0)],
    ['another’s', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)))],
  ])('is made anew where what is kept is broken: %s', async (_, harm) => {
    const { get, make, at, models } = start();
    await get();
    const file = at(`models/${models()[0]}`);
    writeFileSync(file, harm(readFileSync(file)));
    await get();
    await get();
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('two that make it at once leave one whole result, and nothing unfinished', async () => {
    const { get, make, models } = start();
    await Promise.all(Array.from({ length: 5 }, get));
    expect(models()).toHaveLength(1);
    const made = make.mock.calls.length;
    await get();
    expect(make).toHaveBeenCalledTimes(made);
  });

  it('where nothing can be kept, it is made each time', async () => {
    const { get, make, at } = start();
    writeFileSync(at('models'), 'a file in the place of the folder');
    await get();
    await get();
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('keeps the newest few, and sweeps up what was never finished', async () => {
    const { get, at, models } = start();
    mkdirSync(at('models'));
    writeFileSync(at('models/x.model.old'), '');
    writeFileSync(at('models/y.model.new'), '');
    utimesSync(at('models/x.model.old'), 1, 1);
    for (let n = 0; n < 7; n++) {
      writeFileSync(at('program/search.js'), `${n}`);
      await get();
    }
    expect(models().filter((name) => name.endsWith('.model'))).toHaveLength(4);
    expect(models().filter((name) => !name.endsWith('.model'))).toEqual(['y.model.new']);
  });

  it('answers to the last digit as what is made anew', async () => {
    const { at } = start();
    const keep = keptIn(at('models'), [at('program')]);
    const [made, kept] = [await loadFaq(at('knowledge'), keep), await loadFaq(at('knowledge'), keep)];
    expect(kept.faq?.version).toBe(made.faq?.version);
    expect(kept.problems).toEqual(made.problems);
    for (const question of ['does it hurt', 'is it painfull', 'wifi'])
      expect(kept.faq?.matcher.match(question)).toEqual(made.faq?.matcher.match(question));
  });
});
