import { describe, expect, it } from 'vitest';
import { RECOGNIZERS } from '../../src/redact/recognizers.js';
import { find } from '../../src/redact/redact.js';
import { frozenRedact, vocabulary } from './frozen.js';

const words = await vocabulary();
const redact = await frozenRedact();

describe('the table of recognizers', () => {
  it.each(RECOGNIZERS)('$identifier: $why, as in "$example"', ({ identifier, example }) => {
    const { text, found } = redact(example);
    expect(found).toEqual([identifier]);
    expect(text).toContain(`[${identifier}]`);
  });

  it.each(RECOGNIZERS)('$identifier: $why: finds its example by itself', ({ identifier, pattern, example }) => {
    expect(example.match(pattern), identifier).not.toBeNull();
  });
});

describe('what is replaced', () => {
  it.each([
    ['pt John Smith asks about Graston', 'pt [name] asks about Graston'],
    ["mrs kowalski's knee", "mrs [name]'s knee"],
    ['mrs k called', 'mrs [name] called'],
    ['mrs do asked, Mr Will too', 'mrs [name] asked, Mr [name] too'],
    ['member id W4471 20938 ended', 'member id [insurance number] ended'],
    ['room 6 young, numb', 'room 6 [name], numb'],
    ['rm 3 gupta wants ice', 'rm 3 [name] wants ice'],
    ['Mrs Baker has a Baker’s cyst', 'Mrs [name] has a Baker’s cyst'],
    ['MRS KOWALSKI HAS A RASH', 'MRS [name] HAS A RASH'],
    ['pt JS has petechiae', 'pt [name] has petechiae'],
    ['Dr. Hill said so', 'Dr. [name] said so'],
    ['Thompson, Angela (DOB 6/9/72)', '[name] (DOB [date])'],
    ['JT, 7-30-62, PT 7-30-62 and MRI 4/12/24', '[date], PT [date] and MRI [date]'],
    ['seen 4/18, 4/20 and 5/2, pain 3/10', 'seen [date], pain 3/10'],
    ['mrs kowalski 8 22 1951 bruised', 'mrs [name] [number] bruised'],
    ['a 94 year old, not a 62yo', 'a [age], not a 62yo'],
    ['last four of social 6789', 'last four of social [social security number]'],
    ['MRN: 00482913, chart #48213', 'MRN: [record number], chart #[record number]'],
    ['1420 Maple Street, Apt 4, Tacoma, WA 98405 please', '[address] please'],
    ['<@U024BE7LH|dana> wrote <mailto:a@example.com|a@example.com>', '[person] wrote [email]'],
    ['&lt;tim@example.com&gt;', '&lt;[email]&gt;'],
    ['José Muñoz and Rene\u0301e Doe', '[name] and [name]'],
  ])('%s', (typed, cleared) => {
    expect(redact(typed).text).toBe(cleared);
  });

  it('tells of what another find has laid bare', () => {
    expect(redact('ref 77123456Jane asked')).toEqual({ text: 'ref [number][name] asked', found: ['number', 'name'] });
  });

  it('tells each kind once, in the order of the text', () => {
    expect(redact('pt Jane Doe 206-555-0147, dob 1/2/60, cell 206-555-0148').found).toEqual(['name', 'phone', 'date']);
  });

  it('gives the places of the text as typed', () => {
    const text = 'R&amp;D: 2\u200B0\u200B6-５５５-0147!';
    expect(find(text, words).map(({ start, end }) => text.slice(start, end))).toEqual(['2\u200B0\u200B6-５５５-0147']);
  });
});

it('takes a character that unfolds into two finds once', () => {
  expect(redact('Ŷ㏆').text).toMatch(/^\[(?:name|word)\]$/);
});

describe('what people hide a number behind', () => {
  it.each([
    ['zero-width characters', '206\u200B-555\u200D-01\u206047'],
    ['full-width digits', '２０６−５５５−０１４７'],
    ['Arabic-Indic digits', '٢٠٦-٥٥٥-٠١٤٧'],
    ['keycaps', '2\uFE0F\u20E30\uFE0F\u20E36\uFE0F\u20E3-555-0147'],
    ['odd dashes and spaces', '206\u2011555\u00A00147'],
    ['brackets and an extension', '(206) 555.0147 ext. 9'],
  ])('%s', (_how, number) => {
    expect(redact(`at ${number} today`)).toEqual({ text: 'at [phone] today', found: ['phone'] });
  });
});

describe('what stays', () => {
  it.each([
    'Graston, Achilles, de Quervain, Dupuytren, Osgood-Schlatter, Tyler twist, Cyriax, Ruffini, Astym, FAKTR',
    'HawkGrips, RockBlades, gua sha, Baker’s cyst, Colles, Morton’s neuroma, McKenzie, Mulligan, Maitland',
    'positive Spurling, Phalen and Tinel; Thomas test; Dr. Graston; James Cyriax',
    '30-60 strokes at 45 degrees, 2-3 times a week, 8-22 min, n=143, 1-10, 3/10, 10 x 3, 6/52',
    '97140, 97124 and modifier 59; 97140 97530; G0283; ICD-10 M72.2',
    'L4-5, S1, C5/6, T4-T8; 62yo, s/p 6 wks, at 3 pm on Friday',
    'Pt on Eliquis; pt asking if; patient wants; pt says; Patient Education; pt HEP',
    'seen 3/10 pain; visit 1.5 hours; eval 2/3 sessions; sat 4/5 improvement',
    'room 6 young runner; asking for long strokes; mr and mrs',
    'what if I miss a session; ms patients; dr note; a tool called the scanner',
  ])('%s', (text) => {
    expect(redact(text)).toEqual({ text, found: [] });
  });

  it('leaves what has been cleared already', () => {
    const cleared = 'pt [name] at [phone], dob [date], MRN [record number]';
    expect(redact(cleared)).toEqual({ text: cleared, found: [] });
  });
});
