import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { evaluate } from '../../src/cli/eval.js';
import { figuresOf } from '../../src/cli/figures.js';
import type { Question } from '../../src/cli/questions.js';
import type { Match } from '../../src/search/match.js';
import { KNOWLEDGE } from '../frozen.js';
import { lines } from '../io.js';

/** What search might have made of a question. */
function made(decision: Match['decision'], confidence: number, ...entries: string[]): Match {
  return {
    decision,
    entry: decision === 'answer' ? (entries[0] ?? null) : null,
    confidence,
    candidates: entries.map((entry, at) => ({ entry, confidence: at === 0 ? confidence : confidence / 4 })),
    offered: decision === 'suggest' ? entries.slice(0, 3) : [],
    warnings: [],
    also: [],
    corrections: [],
  };
}

const wants = (...accept: string[]): Question => ({ q: 'a question', answer: { accept } });
const OUT: Question = { q: 'a question', answer: 'out' };
const warns = (...warn: string[]): Question => ({ q: 'a question', warn });

describe('the figures', () => {
  const figures = figuresOf([
    { question: wants('one'), match: made('answer', 0.9, 'one', 'two') },
    { question: wants('one'), match: made('answer', 0.9, 'one-more', 'two') },
    { question: wants('one'), match: made('answer', 0.9, 'two', 'one') },
    { question: wants('one', 'three'), match: made('suggest', 0.5, 'four', 'two', 'three') },
    { question: wants('one'), match: made('suggest', 0.5, 'four', 'two', 'three', 'one') },
    { question: wants('one'), match: made('abstain', 0.1, 'one') },
    { question: OUT, match: made('answer', 0.9, 'one') },
    { question: OUT, match: made('suggest', 0.4, 'one', 'two') },
    { question: OUT, match: made('abstain', 0, 'one') },
    { question: OUT, match: made('abstain', 0) },
  ]);

  it('count what the contract says: an entry that narrows the right one is right too', () => {
    expect(figures).toMatchObject({
      answeredRight: { count: 2, of: 6 },
      answeredWrong: { count: 1, of: 6 },
      helped: { count: 3, of: 6 },
      top1: { count: 3, of: 6 },
      top3: { count: 5, of: 6 },
      falseAnswers: { count: 1, of: 4 },
      quiet: { count: 2, of: 4 },
    });
  });

  it('count a warning, and another part of the answer, as help; and what was passed over', () => {
    const warned = { ...made('answer', 0.9, 'one'), warnings: [{ entry: 'red', watched: 'red' }] };
    const both = { ...made('answer', 0.9, 'one'), also: ['two'] };
    const abstained = { ...made('abstain', 0.1, 'one'), warnings: [{ entry: 'red', watched: 'red' }] };
    const found = figuresOf([
      { question: { ...wants('red'), ...warns('red', 'blue') }, match: warned },
      { question: wants('two'), match: both },
      { question: wants('red'), match: abstained },
      { question: warns('red'), match: made('suggest', 0.5, 'two', 'red-hot') },
      { question: warns('red'), match: made('answer', 0.9, 'one') },
      { question: warns('red'), match: made('abstain', 0.1) },
      { question: warns(), match: warned },
      { question: warns(), match: made('answer', 0.9, 'one') },
    ]);
    expect(found).toMatchObject({
      answeredRight: { count: 2, of: 3 },
      helped: { count: 3, of: 3 },
      falseAnswers: { count: 0, of: 0 },
      warningsShown: { count: 2, of: 4 },
      passedOver: { count: 1, of: 4 },
      warnedInVain: { count: 1, of: 2 },
    });
  });

  it('AUROC is the chance that an answerable question has more confidence than another, ties half', () => {
    // Pairs won of 24: each 0.9 beats 0.4, 0, 0 and ties with 0.9; each 0.5 beats three; 0.1 beats two.
    expect(figures.auroc).toBeCloseTo((3 * 3.5 + 2 * 3 + 2) / 24, 10);
  });

  it('the calibration error is that of the questions answered: here all of one bin', () => {
    expect(figures.calibrationError).toBeCloseTo(Math.abs(0.9 - 2 / 4), 10);
  });
});

describe('npm run eval', () => {
  function file(...questions: object[]): string {
    const dir = mkdtempSync(join(tmpdir(), 'iastm-eval-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const path = join(dir, 'questions.jsonl');
    writeFileSync(path, questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
    return path;
  }

  it('prints every figure with its count, also where nothing of the kind was asked', async () => {
    const io = lines();
    const path = file({ q: 'what does IASTM stand for?', accept: ['stands-for'], best: 'stands-for' });
    expect(await evaluate(['--knowledge', KNOWLEDGE, path], io)).toBe(0);
    const text = io.printed.join('\n');
    for (const name of ['answered right', 'answered wrong', 'helped', 'top 1', 'top 3']) {
      expect(text).toMatch(new RegExp(`${name} +\\d+\\.\\d %  \\d of 1`));
    }
    for (const name of ['false answers', 'quiet', 'warnings shown', 'passed over', 'AUROC', 'calibration error'])
      expect(text).toContain(name);
  });

  it('prints one JSON object per file, and one for all together', async () => {
    const io = lines();
    const one = file({ q: 'what does IASTM stand for?', accept: ['stands-for'] });
    const two = file({ q: 'who won the game', class: 'out' });
    expect(await evaluate(['--json', '--knowledge', KNOWLEDGE, one, two], io)).toBe(0);
    expect(io.printed.map((line) => JSON.parse(line).file)).toEqual([one, two, 'all files']);
    expect(JSON.parse(io.printed[2] ?? '{}')).toMatchObject({ top1: { of: 1 }, quiet: { count: 1, of: 1 } });
  });

  it('reads our own held-out questions', async () => {
    const io = lines();
    const own = join(import.meta.dirname, '../questions/basics.yml');
    expect(await evaluate(['--knowledge', KNOWLEDGE, own, join(own, '../out.yml')], io)).toBe(0);
    expect(io.printed.join('\n')).toMatch(/quiet +\d+\.\d % {2}\d+ of 200/);
  });

  it('takes a folder for the question files in it, by name, and nothing else of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'iastm-eval-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'b.yml'), 'abstain:\n  - ask: who won the game\n');
    writeFileSync(join(folder, 'a.jsonl'), '\ufeff{"q": "is bruising normal", "accept": ["bruising"]}\r\n');
    writeFileSync(join(folder, 'README.md'), '# No questions');
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'sub/c.jsonl'), '{"q": "a", "class": "out"}');
    const io = lines();
    expect(await evaluate(['--json', '--knowledge', KNOWLEDGE, folder], io)).toBe(0);
    const files = ['a.jsonl', 'b.yml'].map((name) => join(folder, name));
    expect(io.printed.map((line) => JSON.parse(line).file)).toEqual([...files, 'all files']);
    rmSync(join(folder, 'a.jsonl'));
    rmSync(join(folder, 'b.yml'));
    expect(await evaluate([folder], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain('holds no question file');
  });

  it('refuses what is no question with its line', async () => {
    const io = lines();
    const path = file({ q: 'a', accept: ['b'] }, { question: 'a' });
    expect(await evaluate(['--knowledge', KNOWLEDGE, path], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain(`${path}:2 is no question.`);
    expect(await evaluate([], io)).toBe(2);
    expect(await evaluate(['nowhere.jsonl'], io)).toBe(2);
  });
});
