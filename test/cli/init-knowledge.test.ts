import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ask } from '../../src/cli/ask.js';
import { check } from '../../src/cli/check.js';
import { initKnowledge } from '../../src/cli/init-knowledge.js';
import { lines } from '../io.js';
import { folderOf, TODAY } from '../lint/folder.js';

describe('npm run init-knowledge', () => {
  it('makes a folder that the check has nothing to say of, and that answers', async () => {
    const dir = join(folderOf({}), 'ours');
    const io = lines();
    expect(await initKnowledge([dir], io)).toBe(0);
    expect(io.printed.join('\n')).toContain(`set KNOWLEDGE_DIR=${dir}`);
    const checked = lines();
    expect(await check([dir], checked, TODAY)).toBe(0);
    expect(checked.printed.at(-1)).toBe('0 errors, 0 warnings');
    const asked = lines();
    await ask(['--json', '--knowledge', dir, 'who wrote the answers of this bot'], asked);
    expect(JSON.parse(asked.printed[0] ?? '')).toMatchObject({ entry: 'about-this-faq' });
  });

  it('has a git repository, a workflow, a README for leads, and what editors need', async () => {
    const dir = join(folderOf({}), 'ours');
    await initKnowledge([dir], lines());
    expect(execFileSync('git', ['-C', dir, 'status', '--porcelain']).toString()).toContain('?? about.yml');
    expect(readFileSync(join(dir, 'README.md'), 'utf8')).toMatch(/^# For leads/);
    expect(readdirSync(join(dir, 'schema'))).toContain('topic.json');
    const workflow = parse(readFileSync(join(dir, '.github/workflows/check.yml'), 'utf8'));
    expect(workflow.jobs.check.steps.at(-1).run).toBe('npm run -s check -- ../knowledge-of-clinic');
  });

  it('overwrites nothing', async () => {
    const dir = folderOf({ 'mine.yml': 'mine' });
    const io = lines();
    expect(await initKnowledge([dir], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain('is not empty');
    expect(readdirSync(dir)).toEqual(['mine.yml']);
    expect(await initKnowledge([], lines())).toBe(2);
    writeFileSync(join(dir, 'file'), '');
    expect(await initKnowledge([join(dir, 'file', 'below')], io)).toBe(1);
    expect(existsSync(join(dir, 'about.yml'))).toBe(false);
  });
});
