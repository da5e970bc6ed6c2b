import { isDenied } from './denial.js';
import { COMMA, isFigure, isSmall, SIGN } from './text/normalize.js';

/** Who may have something, and what says so before "with", "from" and "of". */
const HAS = words('with w has have had having got');
const WHO_HAS = words(`
  patient patients client clients person people someone somebody anyone anybody who he she they i woman man lady guy girl boy kid
  child teen athlete runner one mom mum mother dad father wife husband son daughter diagnosed dx living born presents presenting`);
const TELLING: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['of', words('history')],
  ['from', words('suffer suffers suffering recovering')],
]);
const BEFORE_NOUN = words('a an the her his some very had got');
/** What only says of what kind something is: bipolar disorder. */
const KINDS = words(
  'contracture deficiency disease disorder fever implant implants infection intolerance palsy syndrome virus',
);

/**
 * Whether a sentence with its commas tells that somebody has something of which the FAQ has never heard: "a patient with scurvy".
 * Only the noun counts, not what is said of it: "with gnarly tennis elbow".
 */
export function tellsOfStrange(sentence: readonly string[], isHeard: (word: string) => boolean): boolean {
  const said = sentence.filter((word) => !word.startsWith(SIGN));
  return said.some((word, at) => {
    const before = HAS.has(word) ? WHO_HAS : TELLING.get(word);
    if (before?.has(said[at - 1] ?? '') !== true) return false;
    const from = said.findIndex((each, place) => place > at && !BEFORE_NOUN.has(each));
    const noun = from < 0 ? undefined : nounFrom(said, from);
    return noun !== undefined && !isHeard(noun) && !isDenied(said, from, said.indexOf(noun, from) + 1);
  });
}

/** The noun that begins at a place: of two words the last, unless that only says what kind of thing it is. */
function nounFrom(said: readonly string[], from: number): string | undefined {
  const [first = COMMA, second = COMMA] = said.slice(from, from + 2);
  if (first === COMMA || isSmall(first) || isFigure(first)) return undefined;
  return second === COMMA || isSmall(second) || isFigure(second) || KINDS.has(second) ? first : second;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
