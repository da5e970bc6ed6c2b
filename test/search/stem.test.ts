import { describe, expect, it } from 'vitest';
import { stem } from '../../src/search/stem.js';
import { strangeWord } from './letters.js';

describe('stemming', () => {
  it.each([
    'scrape scraped scrapes scraping',
    'bruise bruises bruising bruised',
    'therapy therapies',
    'stop stopped stopping stops',
    'swell swells swelling',
    'treat treats treated treating treatment treatments',
    'light lightly',
    'injury injuries',
    'patch patches',
    'mobilise mobilises mobilised mobilising',
  ])('brings the forms of a word together: %s', (words) => {
    expect(new Set(words.split(' ').map(stem)).size).toBe(1);
  });

  it.each([
    ['haemophilia', 'hemophilia'],
    ['haematoma', 'hematoma'],
    ['leukaemia', 'leukemia'],
    ['anaesthetic', 'anesthetic'],
    ['orthopaedic', 'orthopedic'],
    ['paediatric', 'pediatric'],
    ['gynaecologist', 'gynecologist'],
    ['lymphoedema', 'lymphedema'],
    ['oedema', 'edema'],
    ['oesophagus', 'esophagus'],
    ['diarrhoea', 'diarrhea'],
    ['dyspnoea', 'dyspnea'],
    ['foetus', 'fetus'],
    ['tumour', 'tumor'],
    ['tumours', 'tumors'],
    ['colour', 'color'],
    ['discolouration', 'discoloration'],
    ['behaviour', 'behavior'],
    ['labour', 'labor'],
    ['centre', 'center'],
    ['fibres', 'fibers'],
    ['litre', 'liter'],
    ['mobilisation', 'mobilization'],
    ['randomised', 'randomized'],
    ['sensitising', 'sensitizing'],
    ['paralysed', 'paralyzed'],
    ['analyse', 'analyze'],
  ])('reads British %s as American %s', (british, american) => {
    expect(stem(british)).toBe(stem(american));
  });

  it.each([
    ['hours', 'hour', 'hors hor'],
    ['four', 'fours', 'for fore'],
    ['course', 'courses', 'corse'],
    ['shoes', 'shoe', 'she shes'],
    ['toes', 'toe', 'tes'],
    ['swelling', 'swells', 'sweling swollen'],
    ['does', 'does', 'dose do'],
    ['your', 'your', 'yor'],
    ['tour', 'tours', 'tor'],
    ['poem', 'poems', 'pem'],
    ['journey', 'journeys', 'jorney'],
    ['ring', 'rings', 'r'],
    ['bed', 'beds', 'b'],
    ['analysis', 'analysis', 'analysi'],
    ['pus', 'pus', 'pu'],
  ])('does %s no harm', (word, form, others) => {
    expect(stem(word)).toBe(stem(form));
    expect(others.split(' ').map(stem)).not.toContain(stem(word));
  });

  it('leaves short words and words with other signs as they are', () => {
    for (const word of ['', 'is', 'leg', 'ice', 'ros', 'a1cs', '97140s', 'x-rays', 'été', 'wées'])
      expect(stem(word)).toBe(word);
  });

  it('gives the same stem however often and after whatever it is asked', () => {
    const first = stem('scrapings');
    for (let at = 0; at < 25_000; at += 1) stem(`${strangeWord(at)}s`);
    expect([stem('scrapings'), stem('unheardofs')]).toEqual([first, 'unheardof']);
  });
});
