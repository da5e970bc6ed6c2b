import { COMMA } from './normalize.js';

// Whether a finding that a sentence names is denied in it. After NegEx (Chapman WW and others, 2001, J Biomed Inform 34:301),
// which looks for a phrase of denial before or after the finding. Narrower than NegEx where the two may differ: between the
// phrase and the finding only words of `BETWEEN` or other items of a list may stand, so "is it not ok with a pacemaker" denies
// no pacemaker. In doubt nothing is denied, and the warning stands.

/** What denies the finding after it. `not` by itself denies only with a verb of having, or right before the finding. */
const BEFORE =
  'denies|denied|deny|denying|no|without|never|negative for|neg for|free of|free from|absence of|ruled out|not|non|' +
  '(?:not|never) (?:currently |actually |known to )?(?:have|has|having|had|take|takes|taking|took|on|using|use|wear|wears|wearing|' +
  'diagnosed with|been diagnosed with|been on|be on|report|reporting|a|an)|reports no|nor|neither';

/** What may stand between a denial and the finding. */
const BETWEEN =
  'a|an|any|the|his|her|their|my|known|recent|recently|current|currently|previous|prior|past|active|acute|new|other|such|' +
  'history of|history|hx of|hx|sign of|signs of|sign|signs|symptom of|symptoms of|symptoms|evidence of|complaint of|complaints of|' +
  'personal|family|diagnosis of|use of|issues with|problems with|actual|obvious|apparent|having|ever had|had|taking|on';

/** Conditions and questions in which a denial is none: "if not pregnant", "why no blood thinners", "not ruled out". */
const UNSETTLED =
  /(?:^| )(?:if|unless|until|till|once|when|whether|why|before|should|must|need|needs|have to|has to|not sure|unsure|can we|to be)(?: \S+){0,2}$/;

/** What denies the finding before it. */
const AFTER =
  /^(?:(?:was|were|is|are|has|have|had|been|already|now|got|get|came back|test|scan|doppler|screen|both) )*(?:ruled out|excluded|denied|negative|neg)(?= |$)/;

/** A rule about people is no denial: "no pregnant patients". */
const PEOPLE =
  /^(?:patient|patients|pt|pts|client|clients|people|women|men|ladies|folks|persons|athletes|runners|one|ones)(?= |$)/;

const CUE = new RegExp(`(?:^|.* )(${BEFORE})(?: (?:${BETWEEN}))*$`);
/** Items of a list between the denial and the finding, the last joined by or: "no fever, chills or". */
const LIST = new RegExp(
  `(?:^|.* )(${BEFORE})(?: (?!(?:but|and|has|have|is|are|with|who|on|in|now|though)(?: |$))[^ ,]+){1,4}` +
    `(?: ,(?: (?!(?:but|and|has|have|is|are|with|who|in|now|though)(?: |$))[^ ,]+){1,4})*(?: ,)? (?:or|nor|and\\/or)(?: (?:${BETWEEN}))*$`,
);
/** The same before a comma, where the list goes on and is closed by or behind the finding. */
const OPEN_LIST = new RegExp(
  `(?:^|.* )(${BEFORE})(?: (?!(?:but|and|has|have|is|are|with|who|in|now|though)(?: |$))[^ ,]+){1,4}` +
    `(?: ,(?: (?!(?:but|and|has|have|is|are|with|who|in|now|though)(?: |$))[^ ,]+){1,4})* ,(?: (?:${BETWEEN}))*$`,
);
const CLOSED_BY_OR = /^(?:, (?:[^ ,]+ ){1,4})*(?:, )?(?:or|nor) /;
/** "denies fever and chills" at the end of what is denied. */
const AND =
  /(?:^|.* )(denies|denied|deny|denying|negative for|neg for|no history of)(?: [^ ,]+){1,3}(?: ,(?: [^ ,]+){1,3})*(?: ,)? and$/;

/** Whether the tokens from `from` to `to` (not included) of a sentence are denied by what stands around them. */
export function isDenied(tokens: readonly string[], from: number, to: number): boolean {
  const left = tokens.slice(Math.max(0, from - REACH), from).join(' ');
  const right = tokens.slice(to, to + REACH).join(' ');
  if (AFTER.test(right)) return !UNSETTLED.test(left) && !/(?:^| )not(?: |$)/.test(left);
  const cue = CUE.exec(left)?.[1] ?? LIST.exec(left)?.[1];
  const list = cue ?? (CLOSED_BY_OR.test(right) ? OPEN_LIST.exec(left)?.[1] : undefined);
  const denial = list ?? (right === '' || right.startsWith(COMMA) ? AND.exec(left)?.[1] : undefined);
  if (denial === undefined) return false;
  if (PEOPLE.test(right) || /^(?:anymore|any more|any longer|or not)(?= |$)/.test(right)) return false;
  return !UNSETTLED.test(left.slice(0, left.lastIndexOf(denial)).trimEnd());
}

/** Tokens on either side that may deny: NegEx looks six words far; a list is longer. */
const REACH = 16;
