import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask } from '../../src/cli/ask.js';
import { KNOWLEDGE } from '../frozen.js';
import { lines } from '../io.js';

const FIELDS = ['question', 'decision', 'entry', 'confidence', 'candidates', 'warnings', 'also', 'took_ms'];
const HERE = ['--knowledge', KNOWLEDGE];

describe('npm run ask', () => {
  it('writes one JSON object per line of standard input, in order, with every field of the contract', async () => {
    const questions = ['does it hurt?', 'what is the wifi password', '', '👍', 'is bruising normal'];
    const io = lines(questions);
    expect(await ask(['--json', ...HERE], io)).toBe(0);
    const results = io.printed.map((line) => JSON.parse(line));
    expect(results.map(({ question }) => question)).toEqual(questions);
    for (const result of results) {
      expect(Object.keys(result)).toEqual(FIELDS);
      expect(['answer', 'suggest', 'abstain']).toContain(result.decision);
      expect(result.entry === null).toBe(result.decision !== 'answer');
      expect(result.confidence).toBe(result.candidates[0]?.confidence ?? 0);
      expect(result.candidates.length).toBeLessThanOrEqual(5);
    }
    expect(results[1]).toMatchObject({ decision: 'abstain', entry: null });
    expect(results[2]).toMatchObject({ decision: 'abstain', confidence: 0, candidates: [] });
  });

  it('takes thousands of lines', async () => {
    const io = lines(Array.from({ length: 2_000 }, (_, at) => `does it hurt ${at}`));
    expect(await ask(['--json', ...HERE], io)).toBe(0);
    expect(io.printed).toHaveLength(2_000);
  });

  it('prints what Slack would show, and why with --why', async () => {
    const io = lines();
    expect(await ask(['--why', ...HERE, 'does', 'it', 'hurt?'], io)).toBe(0);
    const text = io.printed.join('\n');
    expect(text).toContain('Evidence:');
    expect(text).toContain('nearest phrasing:');
    expect(text).toMatch(/ \(https:\/\/\S+\)/);
    expect(text).not.toMatch(/<http|&amp;|\*|`/);
  });

  it('shows no sign of Slack’s markup in any reply', async () => {
    const io = lines([
      'help',
      'topics',
      'topic safety',
      'sources',
      'glossary',
      'privacy',
      'wifi password',
      'back pain & <b>',
    ]);
    expect(await ask(HERE, io)).toBe(0);
    expect(io.printed.join('\n')).not.toMatch(/<http|&\w+;|(?<!\d )\*|`|(?<!\w)_\(/);
  });

  it('names the leads and the days of the configuration, as the bot in Slack would', async () => {
    const io = lines(['privacy', 'what is the wifi password']);
    io.environment = { LEADS: 'U0ANNA1', RETENTION_DAYS: '30' };
    expect(await ask(HERE, io)).toBe(0);
    expect(io.printed.join('\n')).toMatch(/30 days.*@U0ANNA1/s);
    const faulty = lines(['privacy']);
    faulty.environment = { LEADS: 'Anna', RETENTION_DAYS: '30' };
    expect(await ask(HERE, faulty)).toBe(0);
    expect(faulty.printed.join('\n')).toContain('90 days');
  });

  it('gives one line of JSON for a line with a sign that some readers break lines at', async () => {
    const io = lines(['does it\u2028hurt']);
    expect(await ask(['--json', ...HERE], io)).toBe(0);
    expect(io.printed).toHaveLength(1);
    expect(io.printed[0]).not.toContain('\u2028');
    expect(JSON.parse(io.printed[0] ?? '')).toMatchObject({ question: 'does it\u2028hurt' });
  });

  it('takes what is said to the bot itself for no question, with --json too', async () => {
    const io = lines(['thanks', 'are you a bot', 'forget me']);
    expect(await ask(['--json', ...HERE], io)).toBe(0);
    for (const line of io.printed) {
      expect(JSON.parse(line)).toMatchObject({ decision: 'abstain', entry: null, warnings: [], also: [] });
    }
    const plain = lines(['thanks', 'are you a bot', 'topcis']);
    expect(await ask(HERE, plain)).toBe(0);
    expect(plain.printed.join('\n')).toMatch(/Glad to help.*a program, not a person.*questions answered/s);
  });

  it('meets a greeting and details of a patient as Slack does', async () => {
    const io = lines(['hi', 'does it hurt Mrs. Kowalski?']);
    expect(await ask(HERE, io)).toBe(0);
    const text = io.printed.join('\n');
    expect(text).toContain('/iastm topics');
    expect(text).toContain('do not belong here');
  });

  it('refuses a folder with errors, with place and remedy', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'iastm-ask-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    writeFileSync(join(dir, 'x.yml'), 'topic: X\nentries:\n  one:\n    questions: [a]\n');
    const io = lines();
    expect(await ask(['--knowledge', dir, 'a'], io)).toBe(1);
    expect(io.complaints[0]).toMatch(/x\.yml:3:3 error K104/);
    expect(await ask(['--knowledge', join(dir, 'nowhere'), 'a'], io)).toBe(1);
    expect(io.complaints.join('\n')).toContain('cannot be read');
  });

  it('answers from a folder that has only what is required', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'iastm-ask-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const entry = (id: string, question: string) =>
      `  ${id}:\n    questions: [${question}]\n    answer: It is ${id}.\n    sources: [a]\n`;
    writeFileSync(
      join(dir, 'x.yml'),
      `topic: X\nentries:\n${entry('parking', 'Where can I park?')}${entry('lunch', 'When is lunch?')}`,
    );
    writeFileSync(join(dir, 'sources.yml'), 'sources:\n  a:\n    citation: A (2020).\n');
    const io = lines();
    expect(await ask(['--json', '--knowledge', dir, 'where can I park'], io)).toBe(0);
    expect(JSON.parse(io.printed[0] ?? '{}').candidates[0]).toMatchObject({ entry: 'parking' });
  });

  it('shows its help, and refuses unknown flags with it', async () => {
    const io = lines();
    expect(await ask(['--help'], io)).toBe(0);
    expect(await ask(['--nonsense'], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain('Usage: npm run -s ask');
  });
});
