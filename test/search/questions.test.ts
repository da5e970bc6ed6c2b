import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { figuresOf, isRight } from '../../src/cli/figures.js';
import { frozenFaq } from './frozen.js';

/** A question with the entries that are right for it; `entry` where there is only one. */
interface Find {
  ask: string;
  entry?: string;
  accept?: string[];
  clean?: string;
  why?: string;
}

interface QuestionFile {
  finds?: Find[];
  typos?: Find[];
  abstain?: { ask: string }[];
  'known-gaps'?: Find[];
}

const DIR = join(import.meta.dirname, '../questions');
const files = readdirSync(DIR)
  .filter((name) => name.endsWith('.yml'))
  .map((name): QuestionFile => parse(readFileSync(join(DIR, name), 'utf8')) ?? {});
const finds = files.flatMap((file) => file.finds ?? []);
const typos = files.flatMap((file) => file.typos ?? []);
const abstain = files.flatMap((file) => file.abstain ?? []);
const gaps = files.flatMap((file) => file['known-gaps'] ?? []);

const acceptOf = ({ accept, entry = '' }: Find) => accept ?? [entry];

const { matcher } = await frozenFaq();
const isFirst = (ask: string, find: Find) => isRight(matcher.match(ask).candidates[0]?.entry, acceptOf(find));

describe('held-out questions on the frozen knowledge', () => {
  it('finds most of them, and hardly ever answers wrong', () => {
    const figures = figuresOf([
      ...finds.map((find) => ({
        question: { q: find.ask, answer: { accept: acceptOf(find) } },
        match: matcher.match(find.ask),
      })),
      ...abstain.map(({ ask }) => ({ question: { q: ask, answer: 'out' as const }, match: matcher.match(ask) })),
    ]);
    const share = ({ count, of }: { count: number; of: number }) => count / of;
    expect(share(figures.top1)).toBeGreaterThan(GATES.top1);
    expect(share(figures.top3)).toBeGreaterThan(GATES.top3);
    expect(share(figures.helped)).toBeGreaterThan(GATES.helped);
    expect(share(figures.answeredRight)).toBeGreaterThan(GATES.answeredRight);
    expect(share(figures.answeredWrong)).toBeLessThan(GATES.answeredWrong);
    expect(share(figures.falseAnswers)).toBeLessThan(GATES.falseAnswers);
    expect(figures.auroc).toBeGreaterThan(GATES.auroc);
  });

  it('loses little to typing slips', () => {
    const typed = typos.filter((find) => isFirst(find.ask, find)).length;
    const clean = typos.filter((find) => isFirst(find.clean ?? find.ask, find)).length;
    expect((clean - typed) / Math.max(1, typos.length)).toBeLessThanOrEqual(GATES.lostToTypos);
  });

  it('still misses the known gaps: move a mended one to its topic’s finds', () => {
    const mended = gaps.filter((find) => isFirst(find.ask, find)).map(({ ask }) => ask);
    expect(mended).toEqual([]);
  });
});

/**
 * A little below (or above) what was reached when they were set, so that rewording one entry fails nothing: of 355, 294 first,
 * 329 among three, 315 helped, 205 right and 11 wrong at once; of 200 that have no answer 5 answered; AUROC 0.93.
 */
const GATES = {
  top1: 0.81,
  top3: 0.91,
  helped: 0.87,
  answeredRight: 0.55,
  answeredWrong: 0.035,
  falseAnswers: 0.04,
  auroc: 0.91,
  lostToTypos: 0.06,
};
