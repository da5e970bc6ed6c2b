/** Shortest and longest word that is believed to be mistyped. */
const SHORTEST = 4;
const LONGEST = 24;
/** From this length on a word may be mistyped from any word, not only from a frequent one. */
const LONG = 6;
/** From this length on any one slip is believed, and what sounds alike: haemorage, fasciatis. Hardly a name is so near a word. */
const LONGER = 8;

/** Tells whether a lower-case word is probably a mistyped form of one of `words`; a short word only of one of `frequent`. */
export function createSlips(words: ReadonlySet<string>, frequent: ReadonlySet<string>): (word: string) => boolean {
  const shelves = new Map<string, string[]>();
  const sounds = new Set<string>();
  for (const word of words) {
    if (word.length < SHORTEST || (word.length < LONG && !frequent.has(word))) continue;
    for (const shelf of shelvesOf(word, word.length)) {
      const there = shelves.get(shelf);
      if (there === undefined) shelves.set(shelf, [word]);
      else there.push(word);
    }
    if (word.length >= LONGER) sounds.add(soundOf(word));
  }

  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST) return false;
    if (word.length >= LONGER && sounds.has(soundOf(word))) return true;
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      for (const shelf of shelvesOf(word, length)) {
        for (const target of shelves.get(shelf) ?? []) {
          if (isSlip(word, target)) return true;
        }
      }
    }
    return false;
  };
}

/** One slip behind the first letter spares the second letter or the last: words that share either stand on one shelf. */
function shelvesOf(word: string, length: number): readonly [string, string] {
  return [`${length}${word.slice(0, 2)}`, `${word[0]}${length}${word.at(-1)}`];
}

/** Whether `word` came from `target` by one slip behind the first letter: one letter left out, doubled, swapped or wrong. */
function isSlip(word: string, target: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === target[at]) at += 1;
  const rest = word.slice(at + 1);
  const restOfTarget = target.slice(at + 1);
  const any = word.length >= LONGER;
  if (word.length < target.length) return word.slice(at) === restOfTarget;
  if (word.length > target.length) return rest === target.slice(at) && (any || word[at] === word[at - 1]);
  if (rest === restOfTarget) return any || areAlike(word[at] ?? '', target[at] ?? '');
  return word[at] === target[at + 1] && word[at + 1] === target[at] && rest.slice(1) === restOfTarget.slice(1);
}

/** Letters that people write for each other: those that sound alike, and neighbours on the keyboard. */
const ALIKE = [
  'aeiouy',
  'csz',
  'ckq',
  'gj',
  'mn',
  'td',
  'fv',
  'bv',
  'as',
  'sd',
  'df',
  'fg',
  'gh',
  'hj',
  'jk',
  'kl',
  'we',
  'er',
  'rt',
  'ty',
  'op',
  'vb',
  'bn',
  'nm',
];

function areAlike(a: string, b: string): boolean {
  return ALIKE.some((letters) => letters.includes(a) && letters.includes(b));
}

/**
 * A word by its consonants, as they sound, and where its vowels are: which they are, and doubled letters, say little of a long
 * mistyped word. Without their places Tkachenko were a technique.
 */
function soundOf(word: string): string {
  const plain = word
    .replace(/ph/g, 'f')
    .replace(/sc(?=[ei])|c(?=[ei])|z/g, 's')
    .replace(/ck|[cq]/g, 'k');
  return `${word[0]}${plain
    .slice(1)
    .replace(/h/g, '')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/(.)\1+/g, '$1')}`;
}
