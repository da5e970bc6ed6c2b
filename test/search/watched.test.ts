import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isRight } from '../../src/cli/figures.js';
import { isEnglish } from '../../src/english/dictionary.js';
import { isUrgent } from '../../src/knowledge/urgent.js';
import type { Match } from '../../src/search/match.js';
import { pieces, sentences } from '../../src/search/text/normalize.js';
import { editDistance, meanOther } from '../../src/search/text/spelling.js';
import { stem } from '../../src/search/text/stem.js';
import { createWarner, shownWarnings } from '../../src/search/warn.js';
import { faqOf } from '../frozen.js';
import { neighboursOf } from './letters.js';

const { knowledge, model, matcher } = await faqOf();
const warner = createWarner(model.watch, model.lexicon, isUrgent);
const warn = (text: string) => warner(sentences(text));

/** Every watched phrase with its entry. */
const WATCHED = [...knowledge.entries.values()].flatMap(({ id, watchFor }) =>
  watchFor.map((phrase) => ({ entry: id, phrase })),
);

const CONDITIONS = [
  'tennis elbow',
  'plantar fasciitis',
  'low back pain',
  'frozen shoulder',
  'IT band syndrome',
  'carpal tunnel',
  'Achilles tendinopathy',
  'neck tension',
];

/** What people write about a condition and a warning, in both orders. */
const CARRIERS: readonly ((condition: string, warning: string) => string)[] = [
  (c, w) => `${c} pt, ${w}, ok to use the tools?`,
  (c, w) => `${w}, ${c} pt, ok to use the tools?`,
  (c, w) => `can I scrape a patient with ${c} and ${w}?`,
  (c, w) => `${w}. ${c}. Tools or not?`,
  (c, w) => `Hi team, pt with ${c}; ${w} - still fine to go ahead?`,
  (c, w) => `${c}: ${w}?`,
  (c, w) => `*${c}*, _${w}_, thoughts? :pray:`,
  (c, w) => `${w.toUpperCase()} AND ${c.toUpperCase()}, SAFE?`,
  (c, w) => `Here for ${c}\n• ${w}\n• plays tennis`,
  (c, w) => `<@U012AB> new eval: ${c} (${w}). Do I treat?`,
  (c, w) => `how often do I treat ${c} if she mentions ${w}`,
  (c, w) => `${w} + ${c}, how much pressure?`,
  (c, w) => `she has ${w}, what do I do for the ${c} today`,
];

const conditionAt = (at: number) => CONDITIONS[at % CONDITIONS.length] ?? '';

const matched = new Map<string, Match>();

/** The match of a text, made once. */
function match(text: string): Match {
  const known = matched.get(text) ?? matcher.match(text);
  matched.set(text, known);
  return known;
}

/** The answered entry, and the warnings above it. */
function shownBy(text: string): string[] {
  const { entry, warnings } = match(text);
  return [...(entry === null ? [] : [entry]), ...warnings.map((warning) => warning.entry)];
}

describe('every watched phrase of the FAQ', () => {
  it('is heard in the sentences that people put it in, beside a condition', () => {
    // Each in every third of them, which is quick enough; the next test draws from all.
    const missed = WATCHED.flatMap(({ entry, phrase }, at) =>
      CARRIERS.filter((_, way) => (at + way) % 3 === 0)
        .map((carry, way) => carry(conditionAt(at + way), phrase))
        .filter((text) => !warn(text).some((warning) => warning.entry === entry))
        .map((text) => `${entry}: ${text}`),
    );
    expect(WATCHED.length).toBeGreaterThan(1000);
    expect(missed).toEqual([]);
  });

  it('shows its entry, whatever is answered, unless three that come before it are shown', () => {
    const carried = fc.tuple(fc.constantFrom(...WATCHED), fc.constantFrom(...CARRIERS), fc.constantFrom(...CONDITIONS));
    fc.assert(
      fc.property(carried, ([{ entry, phrase }, carry, condition]) => {
        const text = carry(condition, phrase);
        const { entry: answered, warnings } = matcher.match(text);
        const met = warn(text);
        expect(met.map((warning) => warning.entry)).toContain(entry);
        expect(warnings).toEqual(shownWarnings(met, [answered]));
        if (answered === entry || warnings.some((warning) => warning.entry === entry)) return;
        const before = met.slice(
          0,
          met.findIndex((warning) => warning.entry === entry),
        );
        expect(warnings.length).toBe(3);
        expect(before).toEqual(expect.arrayContaining([...warnings]));
      }),
      { numRuns: 600 },
    );
  });

  it('comes first where it is a red flag', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(WATCHED, { minLength: 2, maxLength: 4 }), (some) => {
        const urgent = warn(some.map(({ phrase }) => phrase).join('. ')).map(({ entry }) => isUrgent(entry));
        expect(urgent).toEqual([...urgent].sort((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 100 },
    );
  });

  it('is heard with one slip in a long word, where the slip means nothing else', () => {
    const watched = [...model.watch.spelling.words.keys()];
    const long = WATCHED.flatMap((one) => {
      const words = pieces(one.phrase);
      return words.flatMap((word, place) => (/^[a-z]{9,}$/.test(word) ? [{ ...one, words, place, word }] : []));
    });
    expect(long.length).toBeGreaterThan(300);
    const known = new Set([...watched, ...model.spelling.words.keys()].map(stem));
    const meansElse = (slip: string, word: string) =>
      isEnglish(slip) ||
      // A form of another word: "sockings" beside stockings.
      known.has(stem(slip)) ||
      isEnglish(stem(slip)) ||
      // Another part of medicine: "osteopemia".
      meanOther(slip, word) ||
      watched.some(
        (other) => other !== word && Math.abs(other.length - slip.length) < 2 && editDistance(slip, other) < 2,
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...long),
        fc.constantFrom('drop', 'double', 'swap', 'key'),
        fc.nat(),
        fc.nat(),
        ({ entry, words, place, word }, kind, where, which) => {
          const slip = slipped(word, kind, where % word.length, which);
          fc.pre(slip !== word && !meansElse(slip, word));
          const text = `tennis elbow pt, ${words.with(place, slip).join(' ')}, ok to use the tools?`;
          expect(warn(text).map((warning) => warning.entry)).toContain(entry);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** A word with a letter dropped, doubled, swapped with the next, or hit on a neighbouring key. */
function slipped(word: string, kind: 'drop' | 'double' | 'swap' | 'key', at: number, which: number): string {
  const letter = word[at] ?? '';
  const keys = neighboursOf(letter);
  const instead = {
    drop: '',
    double: letter + letter,
    swap: `${word[at + 1] ?? ''}${letter}`,
    key: keys[which % keys.length] ?? letter,
  };
  return word.slice(0, at) + instead[kind] + word.slice(kind === 'swap' ? at + 2 : at + 1);
}

describe('a condition with a warning beside it', () => {
  const WARNINGS: Readonly<Record<string, readonly string[]>> = {
    'has haemophilia': ['anticoagulants'],
    'is on warfarin': ['anticoagulants'],
    'takes Eliquis twice a day': ['anticoagulants'],
    'low platelets from chemo': ['anticoagulants', 'cancer'],
    'keloid over the shoulder blade': ['post-op-scars', 'skin-conditions'],
    'shingles on the ribs': ['skin-conditions'],
    'psoriasis plaques on both elbows': ['skin-conditions'],
    'weeping open sore': ['skin-conditions'],
    'fresh tattoo from saturday': ['skin-conditions'],
    'long-term prednisone, paper thin skin': ['skin-conditions', 'contraindications'],
    '18 weeks pregnant': ['pregnancy'],
    'wears an insulin pump': ['contraindications', 'diabetes-neuropathy'],
    'pacemaker since May': ['contraindications'],
    'blood pressure not under control': ['contraindications'],
    'on dialysis three times a week': ['contraindications'],
    'osteoporosis with an old spine fracture': ['contraindications', 'acute-injury'],
    'rheumatoid arthritis in a flare': ['contraindications'],
    'Ehlers-Danlos': ['contraindications'],
    'CRPS after the cast': ['contraindications'],
    'cortisone shot on tuesday': ['contraindications'],
    'plate and screws in the leg': ['contraindications'],
    'arm lymphoedema since her mastectomy': ['cancer'],
    'a DVT last year': ['varicose-veins'],
    'numb around the saddle since sunday': ['refer'],
  };

  it('is shown with it, in every one of 192 messages', () => {
    const messages = CONDITIONS.flatMap((condition) =>
      Object.entries(WARNINGS).map(([warning, right]) => ({
        text: `${condition} pt, ${warning}, ok to use the tools?`,
        right,
      })),
    );
    expect(messages.length).toBe(192);
    const passedOver = messages.filter(({ text, right }) => !shownBy(text).some((entry) => isRight(entry, right)));
    expect(passedOver.map(({ text }) => `${text} ${shownBy(text)}`)).toEqual([]);
  });
});

describe('the held-out table of warnings', () => {
  interface Row {
    ask: string;
    warn: string[];
    why?: string;
  }
  const table: Record<'warned' | 'stands' | 'unwarned', Row[]> = parse(
    readFileSync(join(import.meta.dirname, '../questions/warnings.yml'), 'utf8'),
  );

  const isShown = ({ ask, warn: right }: Row) => {
    const { offered, also } = match(ask);
    return [...shownBy(ask), ...offered, ...also].some((entry) => isRight(entry, right));
  };
  const isPassedOver = (row: Row) => match(row.ask).decision === 'answer' && !isShown(row);
  const asks = (rows: readonly Row[]) => rows.map(({ ask }) => ask);
  const wronglyWarned = (why: string) => {
    const rows = table.unwarned.filter((row) => row.why === why);
    expect(rows.length).toBeGreaterThanOrEqual(40);
    return asks(rows.filter(({ ask }) => warn(ask).length > 0));
  };

  it('has enough rows to tell', () => {
    expect(table.warned.length).toBeGreaterThanOrEqual(250);
    expect(table.stands.length).toBeGreaterThanOrEqual(40);
  });

  it('is mostly shown, and hardly ever passed over', () => {
    expect(table.warned.filter(isShown).length / table.warned.length).toBeGreaterThanOrEqual(GATES.shown);
    expect(asks(table.warned.filter(isPassedOver)).length).toBeLessThanOrEqual(GATES.passedOver);
  });

  it('stands where a denial is meant for something else', () => {
    expect(table.stands.filter(isShown).length).toBeGreaterThanOrEqual(table.stands.length - GATES.fallen);
    expect(asks(table.stands.filter(isPassedOver))).toEqual([]);
  });

  it('warns of nothing in ordinary questions, and seldom of what is denied or meant otherwise', () => {
    expect(wronglyWarned('ordinary')).toEqual([]);
    expect(wronglyWarned('denied').length).toBeLessThanOrEqual(GATES.denied);
    expect(wronglyWarned('office').length).toBeLessThanOrEqual(GATES.office);
  });
});

/** A little below (or above) what was reached when they were set: 303 of 320 shown, 4 passed over, 39 of 40, 5 of 50, 12 of 40. */
const GATES = { shown: 0.94, passedOver: 5, fallen: 2, denied: 7, office: 14 };
