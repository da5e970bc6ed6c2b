import { describe, expect, it } from 'vitest';
import { frozenRedact } from './frozen.js';

const redact = await frozenRedact();

describe('a word that nothing knows goes', () => {
  it.each([
    ['as a word, in small letters', 'is zorblax ok', 'is [word] ok'],
    ['as a name, with a capital inside a sentence', 'is Zorblax ok', 'is [name] ok'],
    ['as a word where a sentence begins', 'hurts. Zorblax ok?', 'hurts. [word] ok?'],
    ['with its accents and marks', 'is zörbla\u0303x ok', 'is [word] ok'],
    ['in any script', 'is 佐藤 or Ольга ok', 'is [word] or [name] ok'],
    ['whole, with an apostrophe in it', "is d'zorblax ok", 'is [word] ok'],
    ['whole, with a back quote for an apostrophe', 'is d`zorblax ok', 'is [word] ok'],
    ['without what only belongs to it', "zorblax's knee", "[word]'s knee"],
    ['with the other half of its hyphen', 'is zorblax-long ok', 'is [word] ok'],
    ['as one with the unknown words beside it', 'is zorblax qwrtz, vlorp ok', 'is [word] ok'],
    ['as one with a capital name beside it', 'zorblax Qwrtz is ok', '[name] is ok'],
    ['with the initial behind it', 'is zorblax k ok', 'is [word] ok'],
    ['with the initial before it', 'is T Qwrtz ok', 'is [name] ok'],
    ['with the small words of its surname', 'van der zorblax hurts', '[word] hurts'],
    ['with the small words before what a recognizer took', 'de la rosa hurts', '[name] [name] hurts'],
    ['when a colleague is called by it', '@zorblax is it ok', '@[word] is it ok'],
  ])('%s: %s', (_how, typed, cleared) => {
    expect(redact(typed)).toEqual({ text: cleared, found: cleared === '[name] [name] hurts' ? ['name'] : [] });
  });

  it('without a word to the asker, who is told of sure finds alone', () => {
    expect(redact('zorblax has a bruise, call 206-555-0147')).toEqual({
      text: '[word] has a bruise, call [phone]',
      found: ['phone'],
    });
  });

  it('and what that lays bare goes too, without a word to the asker', () => {
    expect(redact('pt Thomas Zorblax test')).toEqual({ text: 'pt [name] [name] test', found: [] });
  });

  it('and not the shorthand letters beside it', () => {
    expect(redact('zorblax w knee pain, R knee').text).toBe('[word] w knee pain, R knee');
  });
});

describe('a capital inside a sentence', () => {
  it.each([
    ['makes a name of an English word that the FAQ does not have', 'told Pickle to ice', 'told [name] to ice'],
    ['and of what would be a slip in small letters', 'told Brusing to ice', 'told [name] to ice'],
    ['says nothing of an abbreviation in capitals', 'is the ACL ok', 'is the ACL ok'],
    ['makes a name of one written as a name', 'is Fhl ok after it', 'is [name] ok after it'],
    ['and of shorthand', 'is Ty ok after it', 'is [name] ok after it'],
    [
      'says nothing of a word of the FAQ',
      'is Scraping better than Massage here',
      'is Scraping better than Massage here',
    ],
    ['says nothing in a headline', 'Is Pickle Or Scraping Better', 'Is Pickle Or Scraping Better'],
    ['says nothing where all is written in capitals', 'IS PICKLE JUICE OK', 'IS PICKLE JUICE OK'],
    ['says something in a text that begins small', 'from Pickle Pond', 'from [name]'],
    ['leaves an emphasised word', 'is it HEAVENLY or not', 'is it HEAVENLY or not'],
    ['says nothing where a sentence begins', 'Does it hurt? Pickle juice ok?', 'Does it hurt? Pickle juice ok?'],
    [
      'leaves authors who are cited',
      'what did Zorblax et al and Qwrtz 2016 find',
      'what did Zorblax et al and Qwrtz 2016 find',
    ],
  ])('%s: %s', (_what, typed, cleared) => {
    expect(redact(typed).text).toBe(cleared);
  });
});

describe('a name that is a word of every day goes', () => {
  it.each([
    ['by its capital inside a sentence', 'how do I press on Grant', 'how do I press on [name]'],
    ['by what only people do', 'rose has psoriasis', '[name] has psoriasis'],
    ['also behind a joining word', 'no because mark wants it', 'no because [name] wants it'],
    ['by "is", where it begins', 'hope is 14 weeks pregnant', '[name] is 14 weeks pregnant'],
    ['by what belongs to it', "with frank's knee, softer?", "with [name]'s knee, softer?"],
    ['between "is" and what people are', 'is grant ok after it', 'is [name] ok after it'],
    ['between "can" and what people do', 'can mark swim after', 'can [name] swim after'],
    ['before a pause, with a capital', 'Frank: sore shins', '[name]: sore shins'],
    ['before a pause, as a surname', 'Stone, plantar', '[name], plantar'],
    ['with its surname', 'Rose Hill sore', '[name] sore'],
    ['with its surname in capitals', 'ROSE GREEN HAS A RASH', '[name] HAS A RASH'],
    ['with another person', 'bill and sue both want it', '[name] and [name] both want it'],
    ['behind a meeting', 'scraped rose yesterday', 'scraped [name] yesterday'],
    ['behind a meeting that ends the question', 'ok but i told mark', 'ok but i told [name]'],
    ['behind "for" at the end', 'same for rose?', 'same for [name]?'],
    ['behind "for" and a time', 'a note for rose tomorrow', 'a note for [name] tomorrow'],
    ['by who was spoken to', 'spoke to rose about her arm', 'spoke to [name] about her arm'],
    ['by who did it', 'seen by hope on day 2', 'seen by [name] on day 2'],
    ['by who was told', 'told frank to ice it', 'told [name] to ice it'],
    ['though it is an eponym', 'told fitzpatrick to ice', 'told [name] to ice'],
    ['by a title, as a surname', 'dr long said no', 'dr [name] said no'],
    ['by a title of elsewhere', 'mlle rose a mal', '[name] a [word]'],
    ['by whose husband it is', 'her husband mark has a clot', 'her husband [name] has a clot'],
    ['by what only a mind does', 'today grant says it hurts', 'today [name] says it hurts'],
    ['by what is done meanwhile', 'rose still has a bruise', '[name] still has a bruise'],
    ['by the hour', 'my 2pm mark is on eliquis', 'my 2pm [name] is on eliquis'],
    ['with somebody of theirs', 'mark and his wife are here', '[name] and his wife are here'],
    ['as a helping word behind who was told', 'told will to ice', 'told [name] to ice'],
    ['when it is mostly a name', 'heather hurts', '[name] hurts'],
    ['as a surname that people do things by', 'King wants more', '[name] wants more'],
    ['as a less frequent surname that people do things by', 'bacon wants more', '[name] wants more'],
    ['as a method that people do things by', 'McKenzie has a bruise', '[name] has a bruise'],
    ['by a helping word without its apostrophe', 'mark wont ice it', '[name] wont ice it'],
    ['by what happens to bodies alone', 'bell tore her calf', '[name] tore her calf'],
    ['by an ended deed, where it is rare as a word', 'gene stopped eliquis', '[name] stopped eliquis'],
    ['by what it does, where it is rare as a word', 'lance uses a spoon', '[name] uses a spoon'],
    ['by how it is, where it is rare as a word', 'sue w eczema, ok', '[name] w eczema, ok'],
    ['behind a comma', 'sorry, frank is sore', 'sorry, [name] is sore'],
    ['behind a comma, as a surname', 'hi all, bell fainted', 'hi all, [name] fainted'],
    ['by how only people are', 'stone is pregnant', '[name] is pregnant'],
    ['by how only people are, in a question', 'is mark allergic to it', 'is [name] allergic to it'],
    ['by what is taken', 'hope on warfarin, light', '[name] on warfarin, light'],
    ['by what is taken, behind "is"', 'bell is on blood thinners', '[name] is on blood thinners'],
    ['by not showing up', 'mark no show again', '[name] no show again'],
    ['by the room', 'grant in bed 3, dizzy', '[name] in bed 3, dizzy'],
    ['by the room in brackets', 'stone (rm 5) is red', '[name] (rm 5) is red'],
    ['behind the room', 'rm 5 hope dizzy', 'rm 5 [name] dizzy'],
    ['by the age', 'bill 58m, sore calf', '[name] 58m, sore calf'],
    ['by the age in two words', 'bell 58 yo, sore calf', '[name] 58 yo, sore calf'],
    ['by the weeks since a surgery', 'drew 3 wks post op', '[name] 3 wks post op'],
    ['by anything that is its own', "is mark's itb better", "is [name]'s itb better"],
    ['by what is its own, as a surname', "do bell's left hip", "do [name]'s left hip"],
    ['by what hurts, with a capital', 'Banks left hip', '[name] left hip'],
    ['by what hurts, where it is rare as a word', 'gene heel pain', '[name] heel pain'],
    ['with a dash behind it', 'gene - sore calf', '[name] - sore calf'],
    ['with a dash behind it, as a surname', 'Stone - sore calf', '[name] - sore calf'],
    ['by an hour behind a meeting', 'treated bell at 3', 'treated [name] at 3'],
    ['by a day behind a meeting', 'scraped mark at 3, sore', 'scraped [name] at 3, sore'],
    ['by a meeting to come', 'have drew at 11, calf', 'have [name] at 11, calf'],
    ['by a meeting to come, as a surname', 'got bell at 11, calf', 'got [name] at 11, calf'],
    ['by who is next', 'i have mark next', 'i have [name] next'],
    ['before who did something for somebody', 'after mark i clean it', 'after [name] i clean it'],
    ['by who was told, as a surname', 'told bell to ice it', 'told [name] to ice it'],
    ['by an at sign', 'is this ok @hope', 'is this ok @[name]'],
    ['by thanks', 'ok thanks bill', 'ok thanks [name]'],
    ['by what is asked of it', 'bell can you check', '[name] can you check'],
    ['by what is begged of it', 'frank pls check', '[name] pls check'],
    ['beside what is unknown', 'zorblax and mark both want it', '[word] and [name] both want it'],
    ['before what is unknown', 'mark and zorblax both want it', '[name] and [word] both want it'],
  ])('%s: %s', (_how, typed, cleared) => {
    expect(redact(typed)).toEqual({ text: cleared, found: [] });
  });
});

describe('a word of every day stays', () => {
  it.each([
    ['will it mark, may I ask'],
    ['the rose has thorns'],
    ['a red mark is still there'],
    ['the mark is red'],
    ['a mark has appeared, rose colored'],
    ['her skin is red, felt hot and is red felt'],
    ['asked will it hurt, told may it bruise'],
    ['worked on red skin and treated long scars'],
    ["a clinic's page says so, our page wants it"],
    ['does the payer grant permission'],
    ['is olive oil ok, a pearl sized lump, faith in it'],
    ['do we chase the redness'],
    ["the grant's chart"],
    ['how long is it, in May or for summer?'],
    ['On Day 3 she is Long 2 sore'],
    ['is mark making normal'],
    ['can hope be lost'],
    ['saw mark on skin'],
    ['Grant money for it'],
    ['Bill 97140 and may be more'],
    ['an amber colored bruise and dawn dish soap'],
    ["St. John's wort, poison ivy and an x-ray"],
    ['a PT in Washington or in New York'],
    ['McKenzie, Mulligan or Maitland'],
    ['Thomas test, Baker’s cyst, is Bell’s palsy one'],
    ['Harrington rods, a Hickman line, Addison disease, Fitzpatrick V or skin type 4, Sinding-Larsen'],
    ['the J stroke, a z score, vitamin E'],
    ['pls tbh wdym'],
    ['rent for grant money'],
    ['mark w redness, still red, bill w a modifier, hope no bruise'],
    ['bill changed again'],
    ["a rose colored line, farmer's elbow, driver's knee, day's session"],
    ["skin. Red's ok, summer's over"],
    ['young 14 yo pitcher'],
    ['max 40 m of it'],
    ['mark 3 days after it'],
    ['long on prednisone'],
    ['price on a kit, price is on the page'],
    ['mark pls'],
    ['long can you scrape'],
    ['how long has it been there'],
    ['Sharp heel pain'],
    ['rose hip oil ok'],
    ['pat skin dry'],
    ['does Blue Cross pay'],
    ['did mckenzie today, have red next'],
    ['treat long today, saw price'],
    ['tell long scars apart'],
    ['in bed 2 days, we use pool room 4'],
    ['hope in room temp'],
    ['thanks, will it hurt'],
    ['for may i book, have june next'],
    ['hope: no pain, nick - old'],
    ['sore @rest, sore @church, on the calf, mark is red'],
    ['i don`t know'],
    ['James Cyriax and Tom Myers'],
    ['J. Travell and trigger points'],
    ['after 100-1500 Hz on it'],
    ["don't, can't, it's, they'll, we've, couldn't've"],
  ])('%s', (text) => {
    expect(redact(text)).toEqual({ text, found: [] });
  });
});

describe('of numbers stay', () => {
  it.each([
    ['plain figures', '2 weeks, 5 mm, 30 degrees, 150 lb, 2.5 cm, .05, 0.012'],
    ['what is written on to its unit', '5mm 30s 2x 3wks 62yo 1st 22nd 120bpm 110deg'],
    ['what is written on to its word', 'grade2 week6 day10 x3 q2'],
    ['thousands and years', '$2,750 in 2016, 1999'],
    ['four digits with a unit or a sign', '1500 Hz, 2000 strokes, $2750, n=1430'],
    [
      'ranges, and measures of two numbers',
      '30-60, 4-6 weeks, 100-120 bpm, 100-1500 Hz, 150/90, 120-80, 7/10, 3x10, 4x4',
    ],
    ['schemes and ratios', '12-10-8, 15-20-30, 1:1, 24/7, 5.2-6.1'],
    ['levels and codes of diseases', 'L4-5, C5/6, T4-T8, M72.2, m77.1'],
    ['the codes that are billed', '97140 97530, 97140-59, G0283, 97140/97112'],
    ['what is written with digits', 'HbA1c, VO2max, SpO2, COVID19, gr8'],
    ['groups of years and of small rising numbers', 'in 2016 2017 2018, 10 20 30 40'],
    ['three numbers that are no date behind a name', 'sets of 8 10 12, on day 8 22 31'],
  ])('%s: %s', (_what, text) => {
    expect(redact(text)).toEqual({ text, found: [] });
  });
});

describe('of numbers go', () => {
  it.each([
    ['five digits and more', 'bruise 55512 on it', 'bruise [number] on it'],
    ['four digits without a unit', 'bruise 8841 on it', 'bruise [number] on it'],
    ['a number of a unit at the end of the question', 'bruise 8841', 'bruise [number]'],
    ['a date without its signs, behind a name', 'zorblax 8 22 51 bruised', '[word] [number] bruised'],
    ['a number with letters', 'bruise W4471 on it', 'bruise [number] on it'],
    ['three digits behind a letter', 'bruise w447 on it', 'bruise [number] on it'],
    ['digits behind an unknown word', 'bruise zorblax3 on it', 'bruise [number] on it'],
    ['digits before an unknown word', 'bruise 30zorblax on it', 'bruise [number] on it'],
    ['an unknown word that is joined to them', 'bruise zorblax/30 on it', 'bruise [number] on it'],
    ['groups joined by a dash', 'bruise 77-31-204 on it', 'bruise [number] on it'],
    ['what would be a range, but falls', 'bruise 204-118 on it', 'bruise [number] on it'],
    ['groups that are no scheme', 'bruise 61-22-90 on it', 'bruise [number] on it'],
    ['groups side by side', 'bruise 61 22 904 on it', 'bruise [number] on it'],
    ['single digits side by side', 'bruise 4 2 5 5 5 0 1 on it', 'bruise [number] on it'],
    ['groups with their letter', 'bruise 10044 8229 W on it', 'bruise [number] on it'],
    ['a code that nobody bills', 'bruise G0999 on it', 'bruise [number] on it'],
    ['too many places', 'bruise 3.14159 on it', 'bruise [number] on it'],
  ])('%s: %s', (_what, typed, cleared) => {
    expect(redact(typed)).toEqual({ text: cleared, found: [] });
  });
});
