import { describe, expect, it } from 'vitest';
import { DOUBTFUL } from '../../src/search/parameters.js';
import { LIBRARY, matcherOf } from './faqs.js';

describe('somebody who has what the FAQ has never heard of', () => {
  const heel = [
    'Does scraping help plantar fasciitis?',
    'heel pain or another disorder, does scraping help',
    'fibromyalgia and plantar fasciitis, does it help',
    'plantar fasciitis, any help from scraping',
  ] as const;
  const { match } = matcherOf({ ...LIBRARY, heel }, { watch: { skin: ['ringworm'] } });
  const ASKED = 'does scraping help plantar fasciitis';

  it.each([
    ['after "with"', 'a patient with scurvy,'],
    ['after "has"', 'she has malaria,'],
    ['after "history of"', 'patient, history of dengue,'],
    ['after "suffers from"', 'he suffers from tinnitus,'],
    ['after "diagnosed with"', 'diagnosed with leprosy,'],
    ['in two words', 'patient with tarsal coalition,'],
    ['as a kind of disease', 'patient has bipolar disorder,'],
    ['behind an article', 'a client with a stoma,'],
    ['in the sentence before', 'She has malaria. So'],
  ])('is at most offered an answer: %s', (_how, told) => {
    const { decision, confidence } = match(`${told} ${ASKED}`);
    expect(decision).not.toBe('answer');
    expect(confidence).toBeLessThanOrEqual(DOUBTFUL);
  });

  it.each([
    ['what a phrasing has', 'a patient with fibromyalgia,'],
    ['what an entry watches for', 'a patient with ringworm,'],
    ['what everyday talk has', 'my patient has an appointment tomorrow,'],
    ['a word that only says how something is', 'patient with gnarly heel pain,'],
    ['what is denied', 'no history of malaria,'],
    ['a figure', 'patient with 2'],
    ['a figure behind what a phrasing has', 'patient has fibromyalgia 7 years,'],
    ['what nobody has', 'in malaria season,'],
  ])('is none for %s', (_how, told) => {
    expect(match(`${told} ${ASKED}`)).toMatchObject({ decision: 'answer', entry: 'heel' });
  });
});
