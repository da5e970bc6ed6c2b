import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importFile } from '../../src/cli/import.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { lines } from '../io.js';
import { folderOf, GOOD } from '../lint/folder.js';

/** Imports a file into the good folder. */
async function imported(name: string, text: string, files: Record<string, string> = {}) {
  const dir = folderOf({ ...GOOD, ...files });
  const file = join(folderOf({ [name]: text }), name);
  const io = lines();
  const code = await importFile(['--knowledge', dir, file], io);
  const target = join(dir, `imported-${name.replace(/\.[^.]*$/, '')}.yml.draft`);
  const entries = existsSync(target) ? parse(readFileSync(target, 'utf8')).entries : null;
  const told = io.printed.map((line) => line.replaceAll(file, name));
  return { code, dir, file, target, entries, told, complaints: io.complaints };
}

describe('npm run import', () => {
  it.each([
    ['faq.csv', 'Question,Answer,Source\n"Where, please, is the drill?","In the ""big"" box.\n\nBelow.",good-2020\n'],
    [
      'faq.csv',
      '\ufeffsource;answer;question\r\ngood-2020;"In the ""big"" box.\r\n\r\nBelow.";Where, please, is the drill?\r\n',
    ],
    ['faq.csv', '"Where, please, is the drill?","In the ""big"" box.\n\nBelow.",Good A (2020). A good study.'],
    ['faq.md', '# Tools\n\n## Where, please, is the drill?\n\nIn the "big" box.\n\nBelow.\n\nSource: good-2020\n'],
    ['faq.txt', 'Q: Where, please, is the drill?\nA: In the "big" box.\n\nBelow.\nSource: good-2020\n'],
    ['faq.txt', '1. Where, please, is the drill? In the "big" box.\n\nBelow.\nReference: good-2020'],
  ])('takes %s', async (name, text) => {
    const { code, entries, told } = await imported(name, text);
    expect(entries).toEqual({
      'where-please-drill': {
        questions: ['Where, please, is the drill?'],
        answer: 'In the "big" box.\n\nBelow.\n',
        sources: ['good-2020'],
      },
    });
    expect(told[0]).toMatch(/^1 entries are in .*imported-faq\.yml\.draft\.$/);
    expect(code).toBe(0);
  });

  it.each([
    ['what is open, "is closed?,It is.\n', 1],
    ['"what is open,It is.\nwhat is this,"It is."\n', 1],
    ['what is this,"It is.\n', 1],
    ['what is "this",It "is" ,good-2020\n', 0],
    ['"what is this" ,"It ""is"".", good-2020\n', 0],
  ])('leaves a row out whose quotation marks let rows run together: %j', async (row, times) => {
    const { told } = await imported('faq.csv', `question,answer,source\n${row}`);
    expect(told.filter((line) => line.includes('A quotation mark opens here'))).toHaveLength(times);
  });

  it('tells by row what it leaves out and what is to be done', async () => {
    const { code, entries, told } = await imported(
      'faq.csv',
      'question,answer,source\nWhat is a drill?,A tool.,\n,An answer.,\nWhat is a saw?,,\nwhat is a drill?,Again.,\nWhat is a drill bit?,A bit.,Nobody 1999\nwhat is good,It is.,good-2020\n',
    );
    expect(told.slice(0, -2)).toEqual([
      'faq.csv:3: There is no question. It is left out.',
      'faq.csv:4: "What is a saw?" has no answer. It is left out.',
      'faq.csv:5: "what is a drill?" stands in row 2 already. It is left out.',
      'faq.csv:2: "what-drill" needs a source: none is given.',
      'faq.csv:6: "what-drill-2" needs a source: "Nobody 1999" is not in sources.yml.',
      'faq.csv:7: "what is good" is asked under "good" already. Join the two.',
    ]);
    expect(Object.keys(entries)).toEqual(['what-drill', 'what-drill-2', 'what-good']);
    expect(code).toBe(0);
  });

  it('is not served before it is renamed, and is read then', async () => {
    const { dir, target } = await imported(
      'faq.csv',
      'question,answer,source\nIs: it # 3?,"- **One:** it is.\n- Two",good-2020\n',
    );
    expect((await loadKnowledge(dir)).knowledge?.entries.size).toBe(2);
    renameSync(target, target.replace('.draft', ''));
    const { knowledge } = await loadKnowledge(dir);
    expect(knowledge?.entries.get('is-it-3')).toMatchObject({
      questions: ['Is: it # 3?'],
      answer: '- **One:** it is.\n- Two',
    });
  });

  it('overwrites nothing, and tells what it cannot read', async () => {
    const { dir, file, target } = await imported('faq.csv', 'question,answer\na?,b\n');
    writeFileSync(target, 'mine');
    const io = lines();
    expect(await importFile(['--knowledge', dir, file], io)).toBe(1);
    expect(io.complaints[0]).toContain('nothing is overwritten');
    expect(readFileSync(target, 'utf8')).toBe('mine');
    expect((await imported('empty.csv', '')).code).toBe(1);
    expect((await imported('empty.md', 'no heading, no question')).told).toEqual([
      'empty.md:1: No question was found. It is left out.',
    ]);
    expect(await importFile(['--knowledge', dir, 'no-such-file'], lines())).toBe(2);
    expect(await importFile([], lines())).toBe(2);
  });
});
