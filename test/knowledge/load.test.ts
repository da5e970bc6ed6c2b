import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isKnowledgeFolder, loadKnowledge } from '../../src/knowledge/load.js';

const entries = (id: string) =>
  `entries:\n  ${id}:\n    questions: [What is ${id}?]\n    answer: It is.\n    sources: [a]\n`;
const GOOD = { 'safety.yml': entries('one'), 'sources.yml': 'sources:\n  a:\n    citation: A (2020).\n' };

/** A folder with these files. */
function folder(files: Record<string, string | Uint8Array> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'iastm-load-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const [name, content] of Object.entries({ ...GOOD, ...files })) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

async function told(dir: string) {
  const { knowledge, problems } = await loadKnowledge(dir);
  return { served: knowledge !== null, told: problems.map(({ code, place }) => `${code} ${place.file}`) };
}

describe('a knowledge folder', () => {
  it('is read with the names of its files, .yml and .yaml alike', async () => {
    const { knowledge, problems, files } = await loadKnowledge(folder({ 'other.yaml': entries('two') }));
    expect(problems).toEqual([]);
    expect(files).toEqual(['other.yaml', 'safety.yml', 'sources.yml']);
    expect([...(knowledge?.entries.keys() ?? [])]).toEqual(['two', 'one']);
  });

  it('has a version of names and bytes, and of nothing that is not read', async () => {
    const version = async (files: Record<string, string> = {}) => (await loadKnowledge(folder(files))).version;
    const first = await version();
    expect(first).toMatch(/^[0-9a-f]{12}$/);
    expect(await version({ 'README.md': 'x', 'safety.yml~': 'x' })).toBe(first);
    expect(await version({ 'safety.yml': `${GOOD['safety.yml']}# x\n` })).not.toBe(first);
    expect(await version({ 'safety.yml': entries('two'), 'two.yml': entries('one') })).not.toBe(
      await version({ 'safety.yml': entries('one'), 'two.yml': entries('two') }),
    );
  });

  it.each(['no such folder', 'safety.yml'])('that is none ("%s") is a problem with a remedy', async (name) => {
    const { knowledge, problems } = await loadKnowledge(join(folder(), name));
    expect(knowledge).toBeNull();
    expect(problems).toMatchObject([{ code: 'K102', remedy: expect.stringContaining('KNOWLEDGE_DIR') }]);
    expect(await isKnowledgeFolder(join(folder(), name))).toBe(false);
  });

  it('without an entry is a problem, also beside warnings', async () => {
    const dir = folder({ 'safety.yml~': '' });
    rmSync(join(dir, 'safety.yml'));
    expect(await told(dir)).toEqual({ served: false, told: ['K102 .', 'K115 safety.yml~'] });
    expect(await isKnowledgeFolder(dir)).toBe(true);
  });

  it('is known by the names of its files alone', async () => {
    expect(await isKnowledgeFolder(folder({ 'safety.yml': 'broken: [' }))).toBe(true);
    const other = folder();
    for (const name of Object.keys(GOOD)) rmSync(join(other, name));
    writeFileSync(join(other, 'README.md'), '');
    expect(await isKnowledgeFolder(other)).toBe(false);
    writeFileSync(join(other, 'safety.YML'), '');
    expect(await isKnowledgeFolder(other)).toBe(true);
  });
});

describe('nothing that looks like knowledge is passed over without a word', () => {
  it('of two files of one name neither is served, and the other is not read entry by entry', async () => {
    expect(await told(folder({ 'safety.yaml': entries('one') }))).toEqual({
      served: false,
      told: ['K113 safety.yaml'],
    });
    expect(await told(folder({ 'Copy of safety.yml': entries('one') }))).toEqual({
      served: false,
      told: ['K113 Copy of safety.yml'],
    });
  });

  it('a file whose name keeps it from being read is an error', async () => {
    expect(await told(folder({ 'heart.YML': entries('two') }))).toEqual({ served: false, told: ['K114 heart.YML'] });
  });

  it('a backup, an editor’s file and a hidden one are warnings', async () => {
    const dir = folder({ 'safety.yml.bak': 'x', '.safety.yml.swp': 'x', '.heart.yml': 'x' });
    expect(await told(dir)).toEqual({
      served: true,
      told: ['K115 .heart.yml', 'K115 .safety.yml.swp', 'K115 safety.yml.bak'],
    });
  });

  it('a folder with YAML files below is a warning with their number; others and hidden ones are nothing', async () => {
    const dir = folder({ 'drafts/a.yml': '', 'drafts/deep/b.yml': '', 'pictures/a.png': '', '.git/a.yml': '' });
    const { knowledge, problems } = await loadKnowledge(dir);
    expect(knowledge?.entries.size).toBe(1);
    expect(problems).toMatchObject([
      { code: 'K115', place: { file: 'drafts' }, message: expect.stringContaining('2 YAML files') },
    ]);
  });

  it('a linked folder is one like any other', async () => {
    const dir = folder();
    symlinkSync(folder(), join(dir, 'more'), 'junction');
    expect(await told(dir)).toEqual({ served: true, told: ['K115 more'] });
  });

  it('a folder that is named like a file is an error', async () => {
    expect(await told(folder({ 'heart.yml/a.txt': '' }))).toEqual({ served: false, told: ['K102 heart.yml'] });
  });

  it.each([
    ['heart.txt', entries('two'), true],
    ['heart', entries('two'), true],
    ['GLOSSARY.TXT', 'synonyms:\r\n  - [a, b]\r\n', true],
    ['notes.txt', 'My sources: none.\nentries:\n\nto write\n', false],
    ['LICENSE', 'MIT\n', false],
  ])('a plain text file is known by its content: %s', async (name, content, looksSo) => {
    expect((await told(folder({ [name]: content }))).told).toEqual(looksSo ? [`K115 ${name}`] : []);
  });
});

describe('a knowledge file that is no ordinary one', () => {
  it('of 32 MB is read, and of a byte more is not', async () => {
    const dir = folder({ 'big.yml': '' });
    truncateSync(join(dir, 'big.yml'), 32 * 1024 * 1024);
    expect((await told(dir)).told).toEqual(['K109 big.yml']);
    truncateSync(join(dir, 'big.yml'), 32 * 1024 * 1024 + 1);
    expect((await told(dir)).told).toEqual(['K102 big.yml']);
  });

  it('is not UTF-8, and says so', async () => {
    const { problems } = await loadKnowledge(folder({ 'heart.yml': Uint8Array.of(0x74, 0xe9, 0x0a) }));
    expect(problems).toMatchObject([{ code: 'K102', message: 'The file is not UTF-8 text.' }]);
  });

  describe.skipIf(process.platform === 'win32')('on Unix', () => {
    it('is read behind a link', async () => {
      const dir = folder();
      symlinkSync(join(folder({ 'other.yml': entries('two') }), 'other.yml'), join(dir, 'linked.yml'));
      expect(await told(dir)).toEqual({ served: true, told: [] });
    });

    it('is not there any more', async () => {
      const dir = folder();
      symlinkSync(join(dir, 'nowhere'), join(dir, 'heart.yml'));
      expect(await told(dir)).toEqual({ served: false, told: ['K102 heart.yml'] });
    });

    it('is a pipe that nobody writes to, and is refused without waiting', async () => {
      const dir = folder();
      execFileSync('mkfifo', [join(dir, 'heart.yml')]);
      execFileSync('mkfifo', [join(dir, 'heart.txt')]);
      const { problems } = await loadKnowledge(dir);
      expect(problems).toMatchObject([
        { code: 'K102', place: { file: 'heart.yml' }, message: expect.stringContaining('no ordinary file') },
      ]);
    });

    it.each(['/dev/zero', '/dev/null', tmpdir()])('is a link to %s', async (target) => {
      const dir = folder();
      symlinkSync(target, join(dir, 'heart.yml'));
      const { problems } = await loadKnowledge(dir);
      expect(problems).toMatchObject([{ code: 'K102', message: expect.stringContaining('no ordinary file') }]);
    });
  });
});
