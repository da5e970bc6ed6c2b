import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { edit } from '../../src/cli/edit.js';
import { KNOWLEDGE } from '../frozen.js';
import { lines } from '../io.js';

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'iastm-edit-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const name of ['sources.yml', 'hygiene.yml']) cpSync(join(KNOWLEDGE, name), join(dir, name));
  return dir;
}

describe('npm run edit', () => {
  it('shows what would change and writes nothing, unless it is said', async () => {
    const dir = folder();
    const before = readFileSync(join(dir, 'hygiene.yml'), 'utf8');
    const io = lines();
    const { printed: out } = io;
    expect(await edit(['--knowledge', dir, 'cleaning', 'zebra: crossing'], io, '2026-11-26')).toBe(0);
    expect(out.join('\n')).toContain('answer  “zebra: crossing”: no answer → cleaning');
    expect(out.at(-1)).toBe('Nothing is written. Say so with --publish.');
    expect(readFileSync(join(dir, 'hygiene.yml'), 'utf8')).toBe(before);
    expect(await edit(['--publish', '--knowledge', dir, 'cleaning', 'zebra: crossing'], io, '2026-11-26')).toBe(0);
    expect(out.at(-1)).toBe('Written; not committed.');
    const after = readFileSync(join(dir, 'hygiene.yml'), 'utf8').split('\n');
    expect(after.filter((line) => !before.split('\n').includes(line))).toEqual(['      - "zebra: crossing"']);
  });

  it.each([
    [['cleaning'], 2, 'Name an entry and one wording at least.'],
    [['nothing', 'x'], 1, 'There is no entry "nothing"'],
    [['cleanin', 'x'], 1, 'Did you mean "cleaning"?'],
    [['--knowledge', '/nowhere', 'cleaning', 'x'], 1, 'has errors'],
  ])('of %j says what is missing', async (args, code, said) => {
    const io = lines();
    expect(await edit(args.includes('--knowledge') ? args : ['--knowledge', folder(), ...args], io)).toBe(code);
    expect(io.complaints.join('\n')).toContain(said);
  });
});
