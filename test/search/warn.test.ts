import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/search/matcher.js';
import { sentences } from '../../src/search/text/normalize.js';
import { train } from '../../src/search/train.js';
import { createWarner, shownWarnings } from '../../src/search/warn.js';
import { knowledgeOf, LIBRARY } from './faqs.js';

const WATCH = {
  keloid: ['keloid'],
  bleeding: ['blood thinner', 'warfarin', 'haemophilia', 'ibuprofen 800', 'high-dose NSAIDs'],
  devices: ['pacemaker', 'insulin pump', 'port-a-cath', 'plate and screws'],
  skin: ['open sore', 'weeping', 'fresh ink', 'skin graft'],
  collapse: ['passed out', 'had a stroke', 'no feeling in the foot'],
  children: ['8 year old', 'year old boy'],
  pressure: ['hypertension'],
  nephro: ['nephropathy'],
  refer: ['running a fever', 'chest pain'],
  'refer-clot': ['DVT', 'swelling in the calf', 'history of clots'],
  long: ['hot red throbbing leg'],
  small: ['is it me'],
  double: ['eliquis with anticoagulant'],
  names: ['Severs', 'AIDS', 'Fasting', 'DMARDs', 'MDS', 'Raynaud', 'radiotherapy'],
};

const model = train(
  knowledgeOf(LIBRARY, {
    watch: WATCH,
    safety: Object.keys(WATCH),
    answers: { card: 'Bring the pacemakor form.' },
    glossary: {
      terms: [{ name: 'Keloid', definition: 'A scar that grows.', also: ['growing scar'] }],
      shorthand: new Map([
        ['htn', 'hypertension'],
        ['ppm', 'permanent pacemaker'],
      ]),
      synonyms: [
        ['blood thinner', 'anticoagulant', 'eliquis'],
        ['doctor', 'MD'],
        ['radiotherapy', 'radiation'],
      ],
    },
  }),
);
/** An FAQ that answers what it watches for, too. */
const answering = train(
  knowledgeOf(
    {
      ...LIBRARY,
      keloid: ['What is a keloid?', 'keloid and its causes', 'about keloids'],
      pump: ['Is an insulin pump a problem?', 'insulin pump and the tools', 'about pumps'],
      ink: ['What about fresh ink?', 'fresh ink on the skin', 'is fresh ink a problem'],
    },
    { watch: { keloid: ['keloid'], pump: ['insulin pump'], ink: ['fresh ink'] } },
  ),
);

const warner = createWarner(model.watch, model.lexicon, (entry) => entry.startsWith('refer'));
const warn = (text: string) => warner(sentences(text));
const warned = (text: string) => warn(text).map(({ entry }) => entry);

describe('a watched word', () => {
  it.each([
    ['by itself', 'keloid', 'keloid'],
    ['in capitals', 'KELOID on the shoulder', 'keloid'],
    ['with an accent', 'kéloïd', 'keloid'],
    ['in Slack’s markup', 'a *keloid*, _really_', 'keloid'],
    ['in a link', '<https://example.org/k|keloid photo>', 'keloid'],
    ['behind a mention and an emoji', '<@U012AB> :wave: keloid?', 'keloid'],
    ['with an invisible mark in it', 'kel\u200boid', 'keloid'],
    ['in the plural', 'several keloids', 'keloid'],
    ['with a possessive', "the pacemaker's pocket", 'devices'],
    ['in American spelling', 'hemophilia B', 'bleeding'],
    ['by another word of its glossary term', 'a growing scar on the shoulder', 'keloid'],
    ['by another word of its group', 'she takes Eliquis', 'bleeding'],
    ['by its group in another form', 'on anticoagulants', 'bleeding'],
    ['by the clinic’s shorthand', 'HTN, tennis elbow', 'pressure'],
    ['behind the clinic’s shorthand', 'has a PPM', 'devices'],
    ['parted in two', 'a pace maker', 'devices'],
    ['parted by a hyphen', 'a pace-maker', 'devices'],
    ['joined to one', 'an insulinpump on the belly', 'devices'],
    ['joined, though written with hyphens', 'portacath', 'devices'],
    ['with a letter dropped', 'on warfrin', 'bleeding'],
    ['with letters swapped', 'has a pacemkaer', 'devices'],
    ['with a neighbouring key', 'haemophiloa', 'bleeding'],
    ['with a slip in the last of its words', 'insulin pumo', 'devices'],
    ['as a name, in small letters', 'severs, both heels', 'names'],
    ['as a name, in the plural of one', 'three raynauds today', 'names'],
    ['as a name, with a possessive', "has Raynaud's", 'names'],
    ['as an abbreviation', 'has aids', 'names'],
    ['as one of several', 'took a dmard', 'names'],
    ['by a word of its group, in the plural', 'two radiations', 'names'],
  ])('is heard %s: "%s"', (_how, text, entry) => {
    expect(warned(text)).toEqual([entry]);
  });

  it.each([
    ['another word of medicine', 'hypotension'],
    ['another word that is a word', 'neuropathy'],
    ['a word that only begins with it', 'keloidal tissue is not it'],
    ['half of a phrase', 'open on sundays? sore afterwards, blood test'],
    ['a word that an answer has', 'the pacemakor form'],
    ['a long phrase run together', 'a hotredthrobbingleg'],
    ['small words alone', 'is it me'],
    ['small words run together', 'isitme'],
    ['another word with the stem of a name', 'severe knee pain'],
    ['another word with the stem of an abbreviation', 'first aid kit'],
    ['another form of a word with a capital', 'how fast does it work'],
    ['another form of a word of its group', 'pain radiates down the arm'],
    ['another group’s word that its plural would be', 'ask the doctor'],
    ['nothing that is watched', 'tennis elbow, how often?'],
    ['nothing at all', ''],
    ['marks', '?! :wave: <@U1>'],
  ])('is not heard in %s: "%s"', (_what, text) => {
    expect(warned(text)).toEqual([]);
  });
});

describe('a watched phrase', () => {
  it.each([
    ['in order', 'an open sore on the heel', 'skin'],
    ['in another order', 'the sore is still open', 'skin'],
    ['with words between', 'swelling of her whole left calf', 'refer-clot'],
    ['with three content words between', 'open red hot angry sore', 'skin'],
    ['with a figure beside its neighbour', 'takes ibuprofen 800 a day', 'bleeding'],
    ['with its figure before a slash', 'ibuprofen 800/day', 'bleeding'],
    ['with a part of a year', 'my 8.5 year old', 'children'],
    ['with its figure and unit run together', 'ibuprofen 800mg', 'bleeding'],
    ['of one common word and small words, as it is written', 'he passed out on the table', 'collapse'],
    ['of small words, with its denial inside', 'no feeling in the foot', 'collapse'],
    ['with its own denial right before its last word', 'no foot feeling', 'collapse'],
    ['of an age', 'my 8 year old', 'children'],
    ['of an age beside another', 'my 8 year old and her 9 year old sister', 'children'],
    ['its words on both sides of its rarest', 'red and hot, a throbbing leg', 'long'],
  ])('is heard %s: "%s"', (_how, text, entry) => {
    expect(warned(text)).toEqual([entry]);
  });

  it.each([
    ['its words far apart', 'open from monday to friday from nine to noon and later by request, sore or not'],
    ['its words in two sentences', 'We are open. Sore knee, what helps?'],
    ['its words in two lines', 'open\nsore'],
    ['its common word alone', 'the exam is passed, lights out'],
    ['its small words moved', 'a stroke that she had practised'],
    ['its figure beside something else', '52 year old, 8 weeks'],
    ['its figure far from its word', 'ibuprofen at noon, table 800'],
    ['another figure', 'ibuprofen 400'],
    ['its denial', 'no open sore, no fever'],
    ['four content words between', 'open red hot angry swollen sore'],
    ['its words far apart on both sides', 'red knees elbows wrists hot shoulders hips fingers throbbing leg'],
  ])('is not heard with %s: "%s"', (_how, text) => {
    expect(warned(text)).toEqual([]);
  });

  it('is told as its lead wrote it, and the longest one met of an entry', () => {
    expect(warn('on warfarin, and high dose nsaids')).toEqual([{ entry: 'bleeding', watched: 'high-dose NSAIDs' }]);
    expect(warn('high dose nsaids, and on warfarin')).toEqual([{ entry: 'bleeding', watched: 'high-dose NSAIDs' }]);
    expect(warn('HEMOPHILIA')).toEqual([{ entry: 'bleeding', watched: 'haemophilia' }]);
    // The first of two that are as long.
    expect(warn('warfarin and haemophilia')).toEqual([{ entry: 'bleeding', watched: 'warfarin' }]);
    expect(warn('haemophilia and warfarin')).toEqual([{ entry: 'bleeding', watched: 'haemophilia' }]);
  });
});

describe('a denied word', () => {
  it.each([
    ['denies keloid', []],
    ['not pace maker, a stent', []],
    ['eliquis', ['bleeding']],
    ['eliquis with an anticoagulant', ['double', 'bleeding']],
    ['no keloid, no warfarin', []],
    ['no keloid but on warfarin', ['bleeding']],
    ['no keloid. On warfarin', ['bleeding']],
    ['history: no clots', []],
    ['keloid ruled out, DVT not ruled out', ['refer-clot']],
    ['no warfarin today, though on warfarin since May', ['bleeding']],
    ['no tools on the keloid', ['keloid']],
    ['why no pacemaker patients', ['devices']],
  ])('"%s" warns of %j', (text, entries) => {
    expect(warned(text)).toEqual(entries);
  });
});

describe('the warnings of a message', () => {
  it('come with the red flags first, whatever was said first', () => {
    expect(warned('keloid, warfarin, pacemaker, and a DVT')).toEqual(['refer-clot', 'keloid', 'bleeding', 'devices']);
    expect(warned('warfarin; chest pain; keloid; DVT')).toEqual(['refer', 'refer-clot', 'bleeding', 'keloid']);
  });

  it('name an entry once, however often it was met', () => {
    expect(warned('warfarin and haemophilia and a blood thinner. warfarin!')).toEqual(['bleeding']);
  });

  it('are at most three, and none is of an entry that is answered', () => {
    const four = warn('keloid, warfarin, pacemaker, and a DVT');
    expect(shownWarnings(four, []).map(({ entry }) => entry)).toEqual(['refer-clot', 'keloid', 'bleeding']);
    expect(shownWarnings(four, [null]).length).toBe(3);
    expect(shownWarnings(four, ['keloid']).map(({ entry }) => entry)).toEqual(['refer-clot', 'bleeding', 'devices']);
  });

  it('are found again, in the same way, whatever was asked between', () => {
    const first = warn('pt w/ a pacemkaer, ok?');
    for (const text of ['keloid', 'hypotension', 'no pacemaker', 'x '.repeat(300)]) warn(text);
    expect(warn('pt w/ a pacemkaer, ok?')).toEqual(first);
  });

  it('stand with every decision: an answer, a suggestion, and silence', () => {
    const { match } = createMatcher(model);
    const said = ['when is the library open? keloid here', 'about a lost thing, keloid', 'keloid zzz'].map(match);
    expect(said[0]).toMatchObject({ decision: 'answer', entry: 'opening' });
    for (const { warnings, entry } of said) {
      expect([entry, ...warnings.map((warning) => warning.entry)]).toContain('keloid');
    }
    expect(match('my 8 year old passed out').decision).toBe('abstain');
    expect(match('my 8 year old passed out').warnings.map(({ entry }) => entry)).toEqual(['children', 'collapse']);
  });

  it('leave out the entry that is answered anyway', () => {
    const { match } = createMatcher(model);
    const { decision, entry, warnings } = match('about keloid');
    expect({ decision, entry }).toEqual({ decision: 'answer', entry: 'keloid' });
    expect(warnings).toEqual([]);
  });

  it.each([
    ['What does a late book cost? What about fresh ink? is an insulin pump a problem?', 'late', [], ['ink', 'pump']],
    ['What is a keloid? is an insulin pump a problem? When is the library open?', 'keloid', ['opening'], ['pump']],
    // What is warned of leaves its place to another.
    [
      'How do I get a library card? What is a keloid? Where can I print? What if I lost a book?',
      'card',
      ['printing', 'lost'],
      ['keloid'],
    ],
  ])('name no entry that is added below the answer: "%s"', (text, entry, also, warnings) => {
    const { match } = createMatcher(answering);
    const found = match(text);
    expect([found.entry, found.also, found.warnings.map((one) => one.entry)]).toEqual([entry, also, warnings]);
  });

  it('name none of them whatever is asked together, and at most two are added', () => {
    const { match } = createMatcher(answering);
    const questions = [...answering.phrasings.flat()];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...questions), { minLength: 2, maxLength: 6 }), (some) => {
        const { entry, also, warnings } = match(some.map((question) => question.replace(/\??$/, '?')).join(' '));
        const named = [entry, ...also, ...warnings.map((one) => one.entry)].filter((one) => one !== null);
        expect(new Set(named).size).toBe(named.length);
        expect(also.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  it('cross a thread with the model, as plain data', () => {
    const crossed = structuredClone(model);
    const again = createWarner(crossed.watch, crossed.lexicon, () => false);
    expect(again(sentences('warfrin')).map(({ entry }) => entry)).toEqual(['bleeding']);
  });
});
