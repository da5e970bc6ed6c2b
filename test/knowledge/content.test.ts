import { describe, expect, it } from 'vitest';
import type { Entry, Knowledge } from '../../src/knowledge/entry.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { marksOf } from '../../src/lint/rules.js';
import { KNOWLEDGE } from '../conversation.js';

const { knowledge } = (await loadKnowledge(KNOWLEDGE)) as { knowledge: Knowledge };
const entries = [...knowledge.entries.values()];
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const each = entries.map((entry) => [entry.id, entry] as const);

/** The questions that the FAQ promises to answer. More are welcome; none of these may go. */
const PROMISED =
  `what-is stands-for names-brands history tools gua-sha used-for how-it-works break-up-scar microtrauma fascia
tendon-healing painful bruising updated-theory receptors muscle-tone effective recovery range-of-motion contraindications
side-effects aftercare anticoagulants skin-conditions varicose-veins diabetes-neuropathy cancer children pregnancy
post-op-scars c-section knee-replacement acute-injury cleaning self-treatment refer consent toxins pressure dose
how-many-sessions session-length technique emollient who-may-perform training billing documentation adding-exercise
vs-massage vs-foam-rolling vs-cupping vs-dry-needling graston astym faktr rock-blades hawkgrips performance
plantar-fasciitis tennis-elbow achilles patellar it-band carpal-tunnel back-pain neck-pain shoulder knee-oa cellulite`.split(
    /\s+/,
  );

/** Where a wrong answer could harm a patient. */
const SAFETY =
  `bruising contraindications side-effects aftercare anticoagulants skin-conditions varicose-veins diabetes-neuropathy
cancer children pregnancy post-op-scars c-section knee-replacement acute-injury cleaning self-treatment refer consent pressure
neck-pain`.split(/\s+/);

describe('the shipped knowledge', () => {
  it('answers all 71 questions that it promises', () => {
    expect(PROMISED).toHaveLength(71);
    expect(PROMISED.filter((id) => !knowledge.entries.has(id))).toEqual([]);
  });

  it('marks every safety entry as one', () => {
    expect(SAFETY.filter((id) => !knowledge.entries.get(id)?.safety)).toEqual([]);
  });

  it.each(each)('%s is 60 to 150 words long, with a short form of at most 160 characters', (_, { answer, short }) => {
    expect(words(answer)).toBeGreaterThanOrEqual(60);
    expect(words(answer)).toBeLessThanOrEqual(150);
    expect(short?.length).toBeGreaterThan(20);
    expect(short?.length).toBeLessThanOrEqual(160);
    expect(marksOf(short ?? '')).toEqual([]);
  });

  it.each(each)('%s marks every source that it lists, and no other', (_, { answer, sources }) => {
    const marked = [...new Set(marksOf(answer))].sort((a, b) => a - b);
    expect(marked).toEqual(sources.map((_, at) => at + 1));
  });

  it.each(each)(
    '%s has eight to thirty phrasings and says how strong its evidence is',
    (_, { questions, evidence }) => {
      expect(questions.length).toBeGreaterThanOrEqual(8);
      expect(questions.length).toBeLessThanOrEqual(30);
      expect(evidence).toBeDefined();
    },
  );

  it.each(entries.filter(({ safety }) => safety).map((entry) => [entry.id, entry] as const))(
    '%s says that a clinician decides, and promises nothing',
    (_, { answer }) => {
      expect(answer).toMatch(/clinician|surgeon|doctor|midwife|prescriber|infection-control/i);
      expect(answer).not.toMatch(/\bno side effects\b|\b(is|are) (completely |perfectly )?safe\b|\bcures?\b/i);
    },
  );

  it('marks nothing as reviewed, since no clinician of a clinic has reviewed it', () => {
    expect(entries.filter(({ reviewed, reviewedBy }) => reviewed ?? reviewedBy).map(({ id }) => id)).toEqual([]);
  });

  it('cites neither of the two references that could not be found', () => {
    const citations = [...knowledge.sources.values()].map(({ citation }) => citation).join('\n');
    expect(citations).not.toMatch(/Imai|Schleip[^\n]*\(2016\)/);
  });
});

describe('the way from one entry to the next', () => {
  it.each(each)('%s leads to two to four others', (_, { related }) => {
    expect(related.length).toBeGreaterThanOrEqual(2);
    expect(related.length).toBeLessThanOrEqual(4);
  });

  it('leaves no island: every entry is reached from "what is IASTM"', () => {
    const reached = new Set<string>();
    const walk = (id: string) => {
      if (reached.has(id)) return;
      reached.add(id);
      for (const next of knowledge.entries.get(id)?.related ?? []) walk(next);
    };
    walk('what-is');
    expect(entries.map(({ id }: Entry) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});

describe('the reading path', () => {
  it('has four units of some fifteen entries, each with two or three questions on what was read', () => {
    const { path } = knowledge;
    expect(path).toHaveLength(4);
    const read = path.flatMap((unit) => unit.entries);
    expect(new Set(read).size).toBe(read.length);
    expect(read.length).toBeGreaterThanOrEqual(13);
    expect(read.length).toBeLessThanOrEqual(18);
    for (const { quiz, entries: own } of path) {
      expect([2, 3]).toContain(quiz.length);
      for (const { entry, options } of quiz) {
        expect(own).toContain(entry);
        expect(new Set(options).size).toBe(options.length);
      }
    }
  });
});

describe('the glossary', () => {
  it('defines each term in one line', () => {
    expect(knowledge.glossary.terms.length).toBeGreaterThan(30);
    for (const { definition } of knowledge.glossary.terms) {
      expect(definition).not.toContain('\n');
      expect(definition.length).toBeLessThanOrEqual(300);
    }
  });
});
