import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { redaction } from '../../src/cli/redaction.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { type LabelledSet, measure, readMarks } from '../../src/redact/measure.js';
import { redact } from '../../src/redact/redact.js';
import type { Kind } from '../../src/redact/rule.js';
import { RULES } from '../../src/redact/rules.js';
import { KNOWLEDGE } from '../conversation.js';
import { lines } from '../io.js';

const KINDS = new Set(RULES.map(({ kind }) => kind));
/** What has a form of its own must go nearly always; a name has none. */
const SURE: readonly Kind[] = ['phone', 'email', 'social security number', 'record number', 'date', 'link'];
const SURE_RECALL = 0.98;
const NAME_RECALL = 0.9;
const MOST_FALSE_ALARMS = 0.02;

const path = (file: string) => join(import.meta.dirname, file);
const read = (file: string) => parse(readFileSync(path(file), 'utf8')) as LabelledSet;

describe.each(['labelled.yml', 'held-out.yml'])('%s', (file) => {
  const set = read(file);
  const measured = measure(set);
  const recall = (kind: Kind) => {
    const { marked, missed } = measured.recall.get(kind) ?? { marked: 0, missed: [] };
    return { share: (marked - missed.length) / marked, missed };
  };

  it('marks known kinds only, and something in every question that it calls one with identifiers', () => {
    const marked = set.identifiers.map(readMarks);
    expect(marked.filter(({ marks }) => marks.length === 0)).toEqual([]);
    expect(marked.flatMap(({ marks }) => marks).filter(({ kind }) => !KINDS.has(kind))).toEqual([]);
    expect([...set.identifiers, ...set.clean].filter((line) => /[{}]/.test(readMarks(line).text))).toEqual([]);
  });

  it.each(SURE)('%s: at least 98 of 100 go', (kind) => {
    const { share, missed } = recall(kind);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(SURE_RECALL);
  });

  it('name: at least 90 of 100 go', () => {
    const { share, missed } = recall('name');
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(NAME_RECALL);
  });

  it('at most 2 of 100 clean questions lose anything', () => {
    const { clean } = measured.falseAlarms;
    expect(clean.length / measured.clean, clean.join('\n')).toBeLessThanOrEqual(MOST_FALSE_ALARMS);
  });
});

describe('the sets together', () => {
  it('are large enough to measure by', () => {
    const { identifiers, clean } = read('labelled.yml');
    expect(identifiers.length).toBeGreaterThanOrEqual(150);
    expect(clean.length).toBeGreaterThanOrEqual(120);
  });

  it("leave the FAQ's own questions alone", async () => {
    const { knowledge } = await loadKnowledge(KNOWLEDGE);
    const own = [...(knowledge?.entries.values() ?? [])].flatMap(({ questions }) => questions);
    const changed = own.filter((question) => redact(question).found.length > 0);
    expect(own.length).toBeGreaterThan(0);
    expect(changed.length / own.length, changed.join('\n')).toBeLessThanOrEqual(MOST_FALSE_ALARMS);
  });
});

describe('npm run redaction', () => {
  it('prints recall by kind and the false alarms', async () => {
    const io = lines();
    expect(await redaction([path('labelled.yml')], io)).toBe(0);
    expect(io.printed.join('\n')).toMatch(/^ {2}name +\d+ of \d+ \(\d+\.\d %\)$/m);
    expect(io.printed.join('\n')).toMatch(/^ {2}false alarms: +\d+ of \d+ \(\d+\.\d %\) clean questions$/m);
  });

  it('asks for a file when none is given, and says when one cannot be read', async () => {
    const io = lines();
    expect(await redaction([], io)).toBe(2);
    expect(io.complaints.join('\n')).toContain('test/redact/labelled.yml');
    expect(await redaction(['nowhere.yml'], io)).toBe(1);
    expect(io.complaints.at(-1)).toContain('nowhere.yml cannot be read');
  });
});
