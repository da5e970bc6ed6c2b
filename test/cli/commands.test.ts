import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { lines } from '../io.js';

const ROOT = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe.each(Object.entries(COMMANDS))('npm run %s', (name, load) => {
  it('is a script, and shows the help whose first line is its row in the README', async () => {
    expect(scripts[name]).toBe(`node .ci/build.mjs && node dist/cli/run.js ${name}`);
    const io = lines();
    const command = await load();
    expect(await command(['--help'], io)).toBe(0);
    const [, usage = ''] = /^Usage: (npm run .+)$/.exec(io.printed[0] ?? '') ?? [];
    expect(readme).toContain(`\n| \`${usage.replaceAll('|', '\\|')}\` | `);
  });

  it('refuses a flag that it does not know, with its help, as wrong use', async () => {
    const io = lines();
    const command = await load();
    expect(await command(['--nonsense'], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain('Usage: npm run ');
    expect(io.printed).toEqual([]);
  });
});
