import { describe, expect, it } from 'vitest';
import { isDenied, isDenying } from '../../src/search/denial.js';
import { pieces, sentences } from '../../src/search/text/normalize.js';

/** Whether the finding between asterisks is denied, read as questions are: sentence by sentence. */
function denied(text: string): boolean {
  const finding = pieces(/\*(.+?)\*/.exec(text)?.[1] ?? '');
  for (const tokens of sentences(text.replaceAll('*', ''))) {
    const at = tokens.findIndex((_, from) => finding.every((word, offset) => tokens[from + offset] === word));
    if (at >= 0) return isDenied(tokens, at, at + finding.length);
  }
  throw new Error(`No finding in "${text}"`);
}

const DENIED: Readonly<Record<string, readonly string[]>> = {
  'before the finding': [
    'denies *fever*',
    'pt denied any history of *cancer*',
    'no *fever*',
    'no hx of *DVT*',
    'no known *pacemaker*',
    'no signs of *infection*',
    'no evidence of a *clot*',
    'no personal or family history of *clots*',
    'without *fever*',
    'free of *infection*',
    'absence of *swelling*',
    'negative for *DVT*',
    'neg for *fracture*',
    'x-ray excluded a *fracture*',
    'cleared her of *DVT*',
    'patient reports no *numbness*',
    'she has no *pacemaker*',
    'no implanted *device*',
    'no large implanted *device*',
    'no open *wounds*',
    'no *keloid* on the shoulder',
    'hx: no *cancer*',
    'pain, no *fever*',
  ],
  'by a verb': [
    'not on *warfarin*',
    'not currently on *warfarin*',
    "she doesn't have a *pacemaker*",
    "he isn't taking any *blood thinners*",
    'never had *cancer*',
    'has never been on *blood thinners*',
    'has not been diagnosed with *cancer*',
    'not *pregnant*',
    'is not *pregnant*, low back pain',
  ],
  'in a list': [
    'no *fever*, chills or night sweats',
    'no fever, *chills* or night sweats',
    'no fever, chills or *night sweats*',
    'no fever, chills, *night sweats* or weight loss',
    'no fever, no chills, no *night sweats*',
    'denies fever, chills, *weight loss* or numbness',
    'no cancer, *diabetes*, or pacemaker',
    'neither cancer nor *diabetes*',
    'denies fever and *chills*',
    'denies fevers/*chills*',
    'warfarin, no *aspirin*',
    'cancer, no *mets*',
  ],
  'behind the finding': [
    '*DVT* ruled out',
    '*fracture* was ruled out yesterday',
    '*DVT* has already been excluded',
    '*clot* excluded by doppler',
    '*pregnancy* test negative',
    '*red flags* all negative',
    '*cancer*: none',
    '*fever*: no, knee pain',
    'pregnant: no, *diabetic*: no',
  ],
};

const STANDS: Readonly<Record<string, readonly string[]>> = {
  'nothing is denied': ['on *warfarin*', 'has a *pacemaker*, ok?', 'fever and *chills*', '*DVT* in 2019, none since'],
  'something else is denied': [
    'no fever but has a *pacemaker*',
    'no pain, has a *pacemaker*',
    'no pain and on *warfarin*',
    'no pain but fever or a *keloid*',
    'no pain now, has fever or a *keloid*',
    'denies pain but has a *keloid*',
    'no complaints. On *warfarin*',
    'not diabetic, on *warfarin*',
    'no cancer, *18 weeks* pregnant',
    'no relief, *fever* since monday',
    'no improvement, *DVT* last year',
    'she has no pain with the *keloid*',
    'no redness around the *keloid*',
    '*pacemaker*, no metal plates',
    '*DVT*, negative for fracture',
    '*diabetes* no meds',
    'no treatment for her *cancer*',
    'no mention of a *pacemaker* on the form',
    '*hypertension* not controlled',
  ],
  'the tools are denied, not the finding': [
    'no tools on the *keloid*',
    'no scraping over *varicose veins*',
    'not ok with a *pacemaker*',
    'is it not ok with a *pacemaker*',
    "isn't it fine to blade over a *keloid*",
    'not safe on *warfarin*',
    'not a good idea with *warfarin*',
    'not directly over the *varicose veins*',
    'should not be done with *warfarin*',
    'not during *pregnancy*',
    'is *warfarin* a no?',
  ],
  'the medicine is not stopped': [
    'cannot stop *warfarin*',
    "he can't stop taking *warfarin*",
    'without stopping *warfarin*',
    'he never stopped taking *warfarin*',
    'never without her *insulin pump*',
  ],
  'it is not settled': [
    'no tools until *fracture* is ruled out',
    'until *DVT* is ruled out, no calf work',
    '*DVT* not ruled out',
    '*clot* has not been ruled out',
    "haven't ruled out *cancer*",
    "can't rule out a *clot*",
    'once *fracture* is ruled out',
    'if not *pregnant*, can we do the low back',
    'unless she is not *pregnant*',
    'why no *blood thinners*',
    "why can't people with a *pacemaker* be treated",
    'not sure if she is *pregnant*',
    'not sure whether it is *cancer*',
    'not certain about the *clot*',
    'no idea whether he is on *warfarin*',
    '*pregnant* or not?',
    "isn't she *pregnant*?",
    "doesn't he have a *pacemaker*?",
  ],
  'a rule about people': ['no *pregnant* patients', 'no *diabetic* clients please', 'no *cancer* people then?'],
  'it was true until lately': ['no longer on *warfarin*', 'not on *warfarin* any more', 'not on *warfarin* anymore'],
  'the denial is turned round': [
    'no doubt a *keloid*',
    'not only *diabetes*',
    'not just a bruise, it is a *haematoma*',
    'negative except for a *pacemaker*',
    'no history except *cancer*',
    'no meds other than *warfarin*',
    'no meds besides *warfarin*',
    'nothing but a *keloid*',
    "don't forget the *pacemaker*",
    'did not mention the *warfarin*',
    'never told us about the *pacemaker*',
    'no, she is *pregnant*',
    'no negative *DVT*',
    'no large metal implanted *device*',
  ],
};

const rows = (table: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(table).flatMap(([why, texts]) => texts.map((text) => [text, why] as const));

describe('denial', () => {
  it.each(rows(DENIED))('is heard in "%s" (%s)', (text) => {
    expect(denied(text)).toBe(true);
  });

  it.each(rows(STANDS))('is none in "%s" (%s)', (text) => {
    expect(denied(text)).toBe(false);
  });

  // In doubt the warning stands.
  it.each([
    'hx of non-*Hodgkin* lymphoma',
    'non-Hodgkin *lymphoma*',
    'non-union *fracture*',
    'non-displaced *fracture*',
    'non-insulin dependent *diabetes*',
    'non small cell *lung cancer*',
    'need to make sure no *fracture*',
    'make sure she is not *pregnant*',
    'check that he is not on *warfarin*',
    'confirm she is not *pregnant*',
    "it's not the *keloid* that hurts",
    'it is not the *pacemaker* I worry about',
    'no *DVT* scan yet',
    'non *diabetic*',
  ])('is none where a part of a name, a check or a pointer only looks like one: "%s"', (text) => {
    expect(denied(text)).toBe(false);
  });

  it.fails.each(['*keloid*: no?'])('is still heard where there is none: "%s"; move a mended one up', (text) => {
    expect(denied(text)).toBe(false);
  });

  it('reaches no further than its window, and no empty sentence breaks it', () => {
    const far = `no ${'very '.repeat(20)}*fever*`;
    expect(denied(far)).toBe(false);
    // A list of sixteen words and commas, and a longer one.
    const list = 'fever, chills, sweats, nausea, vomiting, cough';
    expect(denied(`denies ${list} or *numbness*`)).toBe(true);
    expect(denied(`denies ${list}, tingling, weakness, headache or *numbness*`)).toBe(false);
    expect(isDenied([], 0, 0)).toBe(false);
    expect(isDenied(['fever'], 0, 1)).toBe(false);
  });

  it.each(['no', 'not', 'never', 'without', 'denies', 'denied', 'negative', 'none', 'nor'])(
    'knows "%s" by itself',
    (word) => {
      expect(isDenying(word)).toBe(true);
    },
  );

  it.each(['know', 'nothingness', 'note', 'on', ''])('does not take "%s" for one', (word) => {
    expect(isDenying(word)).toBe(false);
  });
});
