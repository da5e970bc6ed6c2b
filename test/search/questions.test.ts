import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { figuresOf, isRight } from '../../src/cli/figures.js';
import { VERBATIM } from '../../src/search/parameters.js';
import { EVERYDAY } from '../../src/search/text/everyday.js';
import { faqOf } from '../frozen.js';

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

const { knowledge, matcher } = await faqOf();
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

describe('the frozen FAQ', () => {
  it('finds every phrasing that is asked word for word', () => {
    const missed = [...knowledge.entries.values()].flatMap(({ id, questions }) =>
      questions.filter((q) => matcher.match(q).entry !== id).map((q) => `${id}: ${q}`),
    );
    expect(missed).toEqual([]);
  });

  it('answers no everyday talk at once, however near a phrasing comes to it', () => {
    expect(EVERYDAY.filter((line) => matcher.match(line).decision === 'answer')).toEqual([]);
  });

  it.each([
    ['hawkrips', 'hawkgrips'],
    ['rocklades', 'rock-blades'],
    ['grason?', 'graston'],
    ['what does the acroym mean', 'stands-for'],
    ['does it incrase strength', 'performance'],
  ])('finds "%s", a phrasing but for a slip, and is less sure than of the phrasing', (typed, entry) => {
    const { candidates, corrections, confidence } = matcher.match(typed);
    const [{ typed: wrong = '', read = '' } = {}] = corrections;
    expect(candidates[0]?.entry).toBe(entry);
    expect(confidence).toBeLessThan(VERBATIM);
    expect(matcher.match(typed.replace(wrong, read)).confidence).toBeGreaterThanOrEqual(VERBATIM);
  });

  it.each(
    `menu|source?|sources|shorter please|shorter|stroke|strokes|longer|more|help|hello|thanks|ok|yes|no|why|who|next|
    again|stop|go on|tell me more|what else|example?|in short|details|pdf|video|link|price|cost|test|table|pain|skin|
    pls explain|bye|back|scar|recovery`.split(/\|\s*/),
  )('has no answer to "%s" alone', (words) => {
    expect(matcher.match(words).decision).not.toBe('answer');
  });
});

describe('two questions in one message', () => {
  it.each([
    ['What does IASTM stand for? How do I clean the tools?', ['stands-for', 'cleaning']],
    ['what oil do you use, and how hard should I press', ['emollient', 'pressure']],
    ['how do I hold the tool and how long is a session', ['technique', 'session-length']],
    ['Is it the same as gua sha? And does it hurt?', ['gua-sha', 'painful']],
    ['How does it work? Is there any evidence?', ['how-it-works', 'effective']],
    ['can I treat a pregnant patient and how do I clean the tools', ['pregnancy', 'cleaning']],
    ['can I treat someone on blood thinners, also how much pressure', ['anticoagulants', 'pressure']],
    ['does it help plantar fasciitis? how many sessions?', ['plantar-fasciitis', 'how-many-sessions']],
    ['New hire here. What is IASTM? Who must not be treated?', ['what-is', 'contraindications']],
    ['how do I disinfect the blades? can I use them over a tattoo?', ['cleaning', 'skin-conditions']],
    ['What should the patient do afterwards, and is redness normal?', ['aftercare', 'side-effects']],
    ['who shouldnt get it and how do i clean the tools', ['contraindications', 'cleaning']],
    ['does it hurt and how many sessions', ['painful', 'how-many-sessions']],
    ['does it break up scar tissue? and is it painful?', ['break-up-scar', 'painful']],
  ])('are both answered: "%s"', (text, entries) => {
    const { decision, entry, also, warnings } = matcher.match(text);
    expect(decision).toBe('answer');
    // What is warned of is shown above, and not a second time below.
    const shown = [entry, ...also, ...warnings.map((warning) => warning.entry)];
    expect(shown).toEqual(expect.arrayContaining(entries));
  });

  it.each([
    ['How does it work? Can I treat a pregnant patient?', 'pregnancy', 'how-it-works'],
    ['what does IASTM stand for and how do I clean the tools', 'cleaning', 'stands-for'],
  ])('are answered with the safety entry first: "%s"', (text, first, second) => {
    const { entry, also } = matcher.match(text);
    expect([first, second].map((id) => knowledge.entries.get(id)?.safety)).toEqual([true, false]);
    expect([entry, ...also]).toEqual([first, second]);
  });

  it.fails('are still not both answered where the second is short: move it up when mended', () => {
    const { entry, also, offered } = matcher.match('is bruising normal and how long does it last');
    expect([entry, ...also, ...offered]).toEqual(expect.arrayContaining(['bruising', 'bruising-fading']));
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
