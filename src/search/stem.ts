/** A light English stemmer: plural, tense and a few endings, so that "scraped", "scraping" and "scrapes" meet. */

const VOWEL = /[aeiouy]/;

/** Irregular forms that clinic and office English meets daily. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    news: 'news',
    feet: 'foot',
    teeth: 'tooth',
    children: 'child',
    women: 'woman',
    men: 'man',
    people: 'person',
    went: 'go',
    gone: 'go',
    goes: 'go',
    did: 'do',
    does: 'do',
    done: 'do',
    has: 'have',
    had: 'have',
    was: 'be',
    were: 'be',
    is: 'be',
    are: 'be',
    am: 'be',
    been: 'be',
    made: 'make',
    gave: 'give',
    given: 'give',
    took: 'take',
    taken: 'take',
    got: 'get',
    paid: 'pay',
    bought: 'buy',
    sent: 'send',
    lost: 'lose',
    left: 'leave',
    felt: 'feel',
    held: 'hold',
    kept: 'keep',
    told: 'tell',
    said: 'say',
    found: 'find',
    worn: 'wear',
    broke: 'break',
    broken: 'break',
    worse: 'bad',
    worst: 'bad',
    better: 'good',
    best: 'good',
    stole: 'steal',
    stolen: 'steal',
    chose: 'choose',
    chosen: 'choose',
    spent: 'spend',
    ran: 'run',
    bring: 'bring',
    brought: 'bring',
    taught: 'teach',
    thought: 'think',
    knew: 'know',
    known: 'know',
    saw: 'see',
    seen: 'see',
    wrote: 'write',
    written: 'write',
  }),
);

/** The stem of a lower-case word. Words with digits, and words of three letters or fewer, stay as they are. */
export function stem(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length <= 3 || /[^a-z]/.test(word)) return word;
  return finish(tense(plural(word)));
}

function plural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

function tense(word: string): string {
  for (const ending of ['ing', 'ed']) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length < 3 || !VOWEL.test(rest)) return word;
    return undouble(rest);
  }
  return word;
}

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

function finish(word: string): string {
  let rest = word;
  if (rest.endsWith('ly') && rest.length > 5) rest = rest.slice(0, -2);
  if (rest.endsWith('ment') && rest.length > 7) rest = rest.slice(0, -4);
  if (/(?:at|is|et|iz)ion$/.test(rest) && rest.length > 6) rest = rest.slice(0, -3);
  if (rest.length > 4 && rest.endsWith('e')) rest = rest.slice(0, -1);
  if (rest.length > 3 && rest.endsWith('y')) rest = `${rest.slice(0, -1)}i`;
  return rest;
}
