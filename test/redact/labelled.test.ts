import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { redaction } from '../../src/cli/redaction.js';
import { type LabelledSet, measure, readMarks } from '../../src/redact/measure.js';
import { RECOGNIZERS } from '../../src/redact/recognizers.js';
import { find } from '../../src/redact/redact.js';
import { KNOWLEDGE } from '../frozen.js';
import { lines } from '../io.js';
import { frozenKnowledge, frozenRedact, vocabulary } from './frozen.js';

const IDENTIFIERS = new Set(RECOGNIZERS.map(({ identifier }) => identifier));
/** Words of ordinary questions that may go: a gap must stay readable. */
const MOST_WORDS_GONE = 0.01;
/** The same where every question has a word that is a name too. */
const MOST_WORD_NAMES_GONE = 0.02;
/** How many names must go. Of those that are words of every day some may stay; of all else nothing may. */
const SETS = [
  ['labelled.yml', 0.98, MOST_WORDS_GONE],
  ['held-out.yml', 0.98, MOST_WORDS_GONE],
  ['clinic.yml', 0.98, MOST_WORDS_GONE],
  ['hard.yml', 0.9, MOST_WORDS_GONE],
  ['blind.yml', 0.95, MOST_WORDS_GONE],
  ['word-names.yml', 0.98, MOST_WORD_NAMES_GONE],
  ['word-names-held-out.yml', 0.9, MOST_WORD_NAMES_GONE],
] as const;
/** An asker is told that a patient's details were found, hence hardly ever for nothing. */
const MOST_TOLD = 0.01;

const words = await vocabulary();
const path = (file: string) => join(import.meta.dirname, file);
const read = (file: string) => parse(readFileSync(path(file), 'utf8')) as LabelledSet;

describe.each(SETS)('%s', (file, nameRecall, mostGone) => {
  const set = read(file);
  const measured = measure(set, (text) => find(text, words));

  it('marks known kinds only, and something in every question that it calls one with identifiers', () => {
    const marked = set.identifiers.map(readMarks);
    expect(marked.filter(({ marks }) => marks.length === 0)).toEqual([]);
    const unknown = marked.flatMap(({ marks }) => marks).filter(({ identifier }) => !IDENTIFIERS.has(identifier));
    expect(unknown).toEqual([]);
    expect([...set.identifiers, ...set.clean].filter((line) => /[{}]/.test(readMarks(line).text))).toEqual([]);
  });

  it(`of names at least ${100 * nameRecall} of 100 go`, () => {
    const { marked, missed } = measured.recall.get('name') ?? { marked: 0, missed: [] };
    expect((marked - missed.length) / marked, missed.join('\n')).toBeGreaterThanOrEqual(nameRecall);
  });

  it('everything else goes whole', () => {
    const missed = [...measured.recall].filter(([kind]) => kind !== 'name').flatMap(([, { missed }]) => missed);
    expect(missed).toEqual([]);
  });

  it(`of the words of ordinary questions at most ${100 * mostGone} in 100 go`, () => {
    const { all, gone } = measured.words;
    expect(gone.length / all, gone.join('\n')).toBeLessThanOrEqual(mostGone);
  });

  it('tells at most 1 in 100 askers of ordinary questions that details were found', () => {
    expect(measured.told.length / measured.clean, measured.told.join('\n')).toBeLessThanOrEqual(MOST_TOLD);
  });
});

describe('the sets together', () => {
  it('are large enough to measure by', () => {
    const { identifiers, clean } = read('labelled.yml');
    expect(identifiers.length).toBeGreaterThanOrEqual(150);
    expect(clean.length).toBeGreaterThanOrEqual(120);
    const clinic = read('clinic.yml');
    expect(clinic.identifiers.length).toBeGreaterThanOrEqual(150);
    expect(clinic.clean.length).toBeGreaterThanOrEqual(200);
  });

  it("leave the FAQ's own questions as they are", async () => {
    const knowledge = await frozenKnowledge();
    const redact = await frozenRedact();
    const own = [...knowledge.entries.values()].flatMap(({ questions }) => questions);
    const changed = own.map((question) => redact(question).text).filter((text, at) => text !== own[at]);
    expect(own.length).toBeGreaterThan(0);
    expect(changed.length / own.length, changed.join('\n')).toBeLessThanOrEqual(MOST_WORDS_GONE);
  });
});

describe('npm run redaction', () => {
  it('prints recall by kind, the words that go with it, and who is told for nothing', async () => {
    const io = lines();
    expect(await redaction(['--knowledge', KNOWLEDGE, path('labelled.yml')], io)).toBe(0);
    expect(io.printed.join('\n')).toMatch(/^ {2}name +\d+ of \d+ \(\d+\.\d %\)$/m);
    expect(io.printed.join('\n')).toMatch(/^ {2}ordinary words gone +\d+ of \d+ \(\d+\.\d %\)$/m);
    expect(io.printed.join('\n')).toMatch(/^ {2}asker told for nothing +\d+ of \d+ \(\d+\.\d %\)$/m);
  });

  it('asks for a file when none is given, and says when one or the knowledge cannot be read', async () => {
    const io = lines();
    expect(await redaction([], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain('test/redact/clinic.yml');
    expect(await redaction(['--knowledge', KNOWLEDGE, 'nowhere.yml'], io)).toBe(1);
    expect(io.complaints.at(-1)).toContain('nowhere.yml cannot be read');
    expect(await redaction(['--knowledge', import.meta.dirname, path('labelled.yml')], io)).toBe(1);
  });
});
