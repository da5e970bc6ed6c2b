import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { figuresOf, isRight } from '../../src/cli/figures.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { createMatcher, type Matcher } from '../../src/search/matcher.js';
import { train } from '../../src/search/train.js';
import { KNOWLEDGE } from '../conversation.js';

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

describe('held-out questions on the frozen knowledge', () => {
  let matcher: Matcher;
  const isFirst = (ask: string, find: Find) => isRight(matcher.match(ask).candidates[0]?.entry, acceptOf(find));

  beforeAll(async () => {
    const { knowledge } = await loadKnowledge(KNOWLEDGE);
    if (knowledge === null) throw new Error('The frozen knowledge does not load.');
    matcher = createMatcher(train(knowledge));
  });

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

/** A little below (or above) what was reached when they were set, so that rewording one entry fails nothing. */
const GATES = {
  top1: 0.79,
  top3: 0.91,
  helped: 0.85,
  answeredWrong: 0.03,
  falseAnswers: 0.1,
  auroc: 0.85,
  lostToTypos: 0.06,
};
