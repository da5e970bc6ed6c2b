import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../../src/english/dictionary.js';
import { createSpeller, editDistance, meanOther } from '../../../src/search/text/spelling.js';
import { MORPHEMES } from '../../../src/search/text/words.js';
import { strangeWord } from '../letters.js';

/** A speller of an FAQ that has some words, each in a few phrasings, and good words that none has. */
function spellerOf(words: string, good = '') {
  const listed = (line: string) => line.split(' ').filter(Boolean);
  return createSpeller({ words: new Map(listed(words).map((word) => [word, 3])), good: new Set(listed(good)) });
}

const clinic = spellerOf(
  'bruising tendon pressure foam roller scar fasciitis neuropathy haemophilia pacemaker keloid contraindications',
  'bracing stylus',
);

describe('correcting a slip', () => {
  it.each([
    ['bruisng', 'bruising', 'a letter dropped'],
    ['bruissing', 'bruising', 'a letter doubled'],
    ['brusiing', 'bruising', 'two letters swapped'],
    ['bruisibg', 'bruising', 'a neighbouring key'],
    ['presure', 'pressure', 'a letter dropped'],
    ['tendn', 'tendon', 'a letter dropped in a short word'],
    ['keliod', 'keloid', 'two letters swapped in a short word'],
    ['haemophila', 'haemophilia', 'a letter dropped'],
    ['pacemkaer', 'pacemaker', 'two letters swapped'],
    ['oacemaker', 'pacemaker', 'its first letter'],
    ['contraindcatoins', 'contraindications', 'two slips in a long word'],
    ['fascitis', 'fasciitis', 'as many write it'],
    ['facsiitis', 'fasciitis', 'two letters swapped'],
    ['etndon', 'tendon', 'its first two letters swapped'],
    ['tendbn', 'tendon', 'any other letter, where it has six'],
    ['oacemzker', 'pacemaker', 'two slips, one of them in front: it ends alike'],
    ['pcaemakre', 'pacemaker', 'two slips, one of them behind: it begins alike'],
  ])('reads %s as %s (%s)', (typed, meant) => {
    expect(clinic(typed)).toEqual({ words: [meant] });
  });

  it('parts words that were run together, and only words of the FAQ', () => {
    expect(clinic('foamroller').words).toEqual(['foam', 'roller']);
    expect(clinic('foamweather').words).toEqual(['foamweather']);
    expect(spellerOf('hip pain')('hippain').words).toEqual(['hip', 'pain']);
    expect(spellerOf('up pain')('uppain').words).toEqual(['uppain']);
  });

  it.each([
    ['bruising', 'it is a word of the FAQ'],
    ['bruised', 'its stem is known'],
    ['bracing', 'an answer has it'],
    ['weather', 'it is everyday English'],
    ['scab', 'b and r are far apart on the keyboard'],
    ['xylophone', 'nothing is near'],
    ['97140', 'it is a number'],
    ['été', 'it is not English'],
    ['ice', 'it is short'],
    ['whats', 'people type it'],
    ['dont', 'people type it'],
    ['scr', 'three letters are too few'],
    ['yendon', 'a wrong first letter is believed in long words only'],
  ])('leaves %s alone: %s', (typed) => {
    expect(clinic(typed)).toEqual({ words: [typed] });
  });

  it.each([
    ['blabe', 'blade', 'b and d are far apart on the keyboard'],
    ['elbod', 'elbow', 'w and d are, each a row and more than a key'],
    ['stretvn', 'stretch', 'two slips are believed from eight letters on'],
    ['electroencephalographicaly', 'electroencephalographically', 'words of more than 24 letters are not looked at'],
    ['btwn', 'btwin', 'people type it for between'],
  ])('leaves %s alone in an FAQ with %s: %s', (typed, only) => {
    expect(spellerOf(only)(typed)).toEqual({ words: [typed] });
  });

  it.each([
    ['elbiw', 'elbow'],
    ['elboe', 'elbow'],
    ['elboq', 'elbow'],
    ['elbos', 'elbow'],
    ['thyroparathyroidectomizd', 'thyroparathyroidectomized'],
  ])('reads %s as %s, at its limit', (typed, meant) => {
    expect(spellerOf(meant)(typed)).toEqual({ words: [meant] });
  });

  it('leaves a word of an answer alone, though it looks like a slip', () => {
    expect(spellerOf('keloid', 'kelloid')('kelloid').words).toEqual(['kelloid']);
    expect(spellerOf('keloid')('kelloid').words).toEqual(['keloid']);
  });

  it('takes of two words at the same distance the one that more phrasings have', () => {
    const of = (banner: number, banter: number) =>
      createSpeller({ words: new Map(Object.entries({ banner, banter })), good: new Set() });
    expect([of(5, 1)('baner').words, of(1, 5)('baner').words]).toEqual([['banner'], ['banter']]);
  });

  it('takes of two words at the same distance the one that begins alike, however common the other is', () => {
    const speller = createSpeller({ words: new Map(Object.entries({ pacemaker: 1, lacemakr: 9 })), good: new Set() });
    expect(speller('pacemakr').words).toEqual(['pacemaker']);
  });

  it('corrects in either spelling of English: each reads the other', () => {
    for (const typed of ['hemophilia', 'haemophilia', 'haemophila']) {
      expect(spellerOf('haemophilia')(typed).words.join()).toMatch(/^ha?emophilia$/);
    }
    expect(spellerOf('tumor')('tumour')).toEqual({ words: ['tumour'] });
    expect(spellerOf('colour')('color')).toEqual({ words: ['color'] });
  });

  it('reads a word the same way however often it is asked, and whatever was asked before', () => {
    const busy = spellerOf('bruising pressure');
    const first = busy('bruisng');
    for (let at = 0; at < 4000; at += 1) busy(strangeWord(at));
    expect([busy('bruisng'), busy('presure').words]).toEqual([first, ['pressure']]);
  });
});

describe('a word that is a word', () => {
  const pairs = `hypotension:hypertension hypoglycemia:hyperglycemia hypertrophic:hypotrophic abduction:adduction
    arteritis:arthritis statins:stains myelitis:myositis nephropathy:neuropathy nephrology:neurology neuritis:nephritis
    intravenous:intervenous intermuscular:intramuscular interarticular:intraarticular infraspinatus:supraspinatus
    ilium:ileum perineal:peroneal left:right tendinitis:tendinosis arthrosis:arthritis neuralgia:neuropathy
    myalgia:myopathy osteopenia:osteopathy radiculopathy:radiculitis infection:injection effusion:infusion scar:scab
    vein:vain medial:median palmar:plantar lumber:lumbar prostate:prostrate plaque:plague cellulitis:cellulite
    epidermal:epidural contraction:contracture pleural:plural synovitis:sinusitis thyroid:steroid gait:gate`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]);

  it.each(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))(
    '%s is never read as %s in an FAQ that has only that',
    (typed, only) => {
      expect(spellerOf(`patient ${only}`)(typed).words).toEqual([typed]);
    },
  );

  it.each([
    ['nephropathy', 'neuropathy'],
    ['neuropathy', 'nephropathy'],
    ['hypotension', 'hypertension'],
    ['abduction', 'adduction'],
    ['arteritis', 'arthritis'],
    ['statins', 'stains'],
    ['myelitis', 'myositis'],
    ['perineal', 'peroneal'],
    ['interarticular', 'intraarticular'],
    ['tendinosis', 'tendinitis'],
  ])('is told with its twin: %s beside %s', (typed, only) => {
    expect(spellerOf(`patient ${only}`)(typed)).toEqual({ words: [typed], twin: only });
  });

  it('is told with its twin whatever letter differs, from five letters on', () => {
    expect(spellerOf('joint')('point')).toEqual({ words: ['point'], twin: 'joint' });
    expect(spellerOf('vein')('vain')).toEqual({ words: ['vain'] });
  });

  it('has no twin where the FAQ has the word too, or where nothing looks like it', () => {
    expect(spellerOf('hypertension hypotension')('hypotension')).toEqual({ words: ['hypotension'] });
    expect(spellerOf('hypertension')('mattress')).toEqual({ words: ['mattress'] });
  });

  it('is not corrected to the FAQ’s word where its own slip was made: a slip of a twin is no slip of the other', () => {
    expect(spellerOf('patient neuropathy')('nephropthy').words).toEqual(['nephropthy']);
    expect(spellerOf('patient neuropathy')('neuropthy').words).toEqual(['neuropathy']);
    expect(spellerOf('patient hypertension')('hypotensoin').words).toEqual(['hypotensoin']);
    expect(spellerOf('patient hypertension')('hypertensoin').words).toEqual(['hypertension']);
    expect(spellerOf('patient infection')('injectoin')).toEqual({ words: ['injectoin'], twin: 'infection' });
    expect(spellerOf('patient infection')('infectoin')).toEqual({ words: ['infection'] });
  });

  it('is left alone in any FAQ', () => {
    const words = fc.constantFrom(...pairs.flat());
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 12 }), words, (own, typed) => {
        fc.pre(isEnglish(typed));
        expect(spellerOf(own.join(' '))(typed).words).toEqual([typed]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('parts of medical words', () => {
  it.each([
    ['hypotension', 'hypertension', true],
    ['neuritis', 'neurosis', true],
    ['intravenous', 'extravenous', true],
    ['nephrology', 'neurology', true],
    ['osteotomy', 'osteopathy', true],
    ['hypertension', 'hypertensive', false],
    ['bursitis', 'tendinitis', false],
    ['knee', 'heel', false],
    ['stomach', 'sinusitis', false],
    ['asthma', 'hypothermia', false],
  ])('%s and %s mean different things by them: %s', (a, b, differ) => {
    expect([meanOther(a, b), meanOther(b, a)]).toEqual([differ, differ]);
  });

  it('have one part of a group at the most: none ends or begins with another', () => {
    const nested = MORPHEMES.flatMap((group) =>
      group.filter((part) =>
        group.some(
          (other) =>
            other !== part &&
            (part.startsWith('…') ? other.endsWith(part.slice(1)) : other.startsWith(part.slice(0, -1))),
        ),
      ),
    );
    expect(nested).toEqual([]);
  });
});

describe('counting slips', () => {
  it.each([
    ['tendon', 'tendon', 0],
    ['tendon', 'tendno', 1],
    ['tendon', 'tenon', 1],
    ['tendon', 'tenddon', 1],
    ['tendon', 'tendin', 1],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['', '', 0],
  ])('counts %s → %s as %i slips, both ways', (a, b, slips) => {
    expect([editDistance(a, b), editDistance(b, a)]).toEqual([slips, slips]);
  });
});
