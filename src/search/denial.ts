import { isContent } from './rank/features.js';
import { COMMA } from './text/normalize.js';

// Whether a finding that a sentence names is denied in it. After NegEx (Chapman WW and others, 2001, J Biomed Inform 34:301),
// which looks for a phrase of denial before or after the finding. Narrower than NegEx where the two may differ: between the
// phrase and the finding only words of `BETWEEN`, one or two words more, or other items of a list may stand, so "is it not ok with a
// pacemaker" denies no pacemaker. In doubt nothing is denied, and the warning stands.

/** What denies the finding after it. `not` by itself denies only with a verb of having, or right before the finding. */
const BEFORE =
  'denies|denied|deny|denying|no|without|never|negative for|neg for|free of|free from|clear of|clear for|absence of|' +
  'ruled out|rules out|excluded|excludes|cleared (?:her|him|them|me|us|patient) (?:of|for)|not|nor|neither|reports no|' +
  '(?:not|never) (?:currently |actually |known to )?(?:have|has|having|had|take|takes|taking|took|on|using|use|wear|wears|wearing|' +
  'diagnosed with|been diagnosed with|been on|be on|report|reporting|a|an)';

/** What may stand between a denial and the finding. */
const BETWEEN =
  'a|an|any|the|his|her|their|my|known|recent|recently|current|currently|previous|prior|past|active|acute|new|other|such|' +
  'kind of|history of|history|hx of|hx|sign of|signs of|sign|signs|symptom of|symptoms of|symptoms|evidence of|complaint of|' +
  'complaints of|personal|family|diagnosis of|use of|issues with|problems with|actual|obvious|apparent|having|ever had|had|' +
  'taking|on';

/** Words that begin something else: an item of a list goes no further. */
const ELSE = '(?!(?:but|and|has|have|is|are|was|with|who|on|in|now|though|wants|needs|so|because)(?: |$))';

/** Conditions and questions in which a denial is none: "if not pregnant", "why no blood thinners", "not ruled out". */
const UNSETTLED =
  /(?:^| )(?:if|unless|until|till|once|when|whether|why|before|should|must|need|needs|have to|has to|not|never|unsure|can we|to be)(?: [^ ,]+){0,2}$|(?:^| )(?:make sure|makes sure|check|confirm|verify|ensure|find out|ask)(?: [^ ,]+){0,4}$/;

/** What denies the finding before it. */
const AFTER =
  /^(?:(?:was|were|is|are|has|have|had|been|already|now|got|get|all|both|history|hx|came back|test|tests|scan|doppler|screen|checklist|risk|factors) )*(?:ruled out|excluded|denied|negative|neg|all clear|none|nil|no(?= ,|$))(?= |$)/;

/**
 * A rule about people is no denial: "no pregnant patients". Nor is what was true until lately ("not on warfarin any more"), nor
 * what has not been looked at ("no DVT scan yet").
 */
const NO_FINDING =
  /^(?:patient|patients|pt|pts|client|clients|people|women|men|ladies|folks|persons|athletes|runners|one|ones|anymore|any more|any longer|or not|scan|scans|test|tests|testing|result|results|workup|clearance|screening|check)(?= |$)/;

const CUE = new RegExp(`(?:^|.* )(${BEFORE})(?: (?:${BETWEEN}))*$`);
const ITEM = `(?: ${ELSE}[^ ,]+){1,4}`;
/** Items of a list between the denial and the finding, the last joined by or: "no fever, chills or". */
const LIST = new RegExp(`(?:^|.* )(${BEFORE})${ITEM}(?: ,${ITEM})*(?: ,)? (?:or|nor|and or)(?: (?:${BETWEEN}))*$`);
/** The same before a comma, where the list goes on and is closed by or behind the finding. */
const OPEN_LIST = new RegExp(`(?:^|.* )(${BEFORE})${ITEM}(?: ,${ITEM})* ,(?: (?:${BETWEEN}))*$`);
const CLOSED_BY_OR = /^(?:, (?:[^ ,]+ ){1,4})*(?:, )?(?:or|nor) /;
/** "denies fever and chills" at the end of what is denied. */
const AND = new RegExp(
  `(?:^|.* )(denies|denied|deny|denying|negative for|neg for|no history of)${ITEM}(?: ,${ITEM})*(?: ,)? and$`,
);

/** Whether the tokens from `from` to `to` (not included) of a sentence are denied by what stands around them. */
export function isDenied(tokens: readonly string[], from: number, to: number): boolean {
  const left = tokens.slice(Math.max(0, from - REACH), from).join(' ');
  const right = tokens.slice(to, to + REACH).join(' ');
  if (AFTER.test(right)) return !UNSETTLED.test(left);
  if (NO_FINDING.test(right)) return false;
  const denial =
    denialBefore(left, right) ??
    nounDenial(withoutLast(tokens, from, 1), right) ??
    nounDenial(withoutLast(tokens, from, 2), right);
  return denial !== undefined && !UNSETTLED.test(denial.before);
}

/** "It is not the keloid that hurts" says that there is one. */
const POINTED_AT = /(?:^| )not (?:the|this|that|his|her|my|their|your)(?: \S+){0,2}$/;

/** The denial that reaches the end of what stands on the left, and what stands before it. */
function denialBefore(left: string, right: string): { before: string } | undefined {
  const found =
    CUE.exec(left) ??
    LIST.exec(left) ??
    (CLOSED_BY_OR.test(right) ? OPEN_LIST.exec(left) : null) ??
    (right === '' || right.startsWith(COMMA) ? AND.exec(left) : null);
  const phrase = found?.[1];
  if (phrase === 'not' && POINTED_AT.test(left)) return undefined;
  return phrase === undefined ? undefined : { before: left.slice(0, left.lastIndexOf(phrase)).trimEnd() };
}

/** The same, but for a verb's denial: what follows "not" is not a part of the finding's name. */
function nounDenial(left: string, right: string): { before: string } | undefined {
  return / (?:not|never)$/.test(` ${left}`) ? undefined : denialBefore(left, right);
}

/** What stands on the left but for one or two words that may belong to the finding: "no open wounds". Empty where they may not. */
function withoutLast(tokens: readonly string[], from: number, words: number): string {
  if (from <= words) return '';
  const last = tokens.slice(from - words, from);
  const belong = last.every((word) => isContent(word) && word !== COMMA && !OTHERWISE.test(word) && !isDenying(word));
  return belong ? tokens.slice(Math.max(0, from - REACH), from - words).join(' ') : '';
}

/** Words that take a denial for themselves, or turn it round: "no longer", "no doubt", "no tools", "without stopping". */
const OTHERWISE =
  /^(?:tools?|scrape|iastm|graston|massage|treatments?|blades?|pressure|changes?|improvement|problems?|longer|more|only|just|sure|certain|clear|idea|doubt|way|matter|wonder|worries|reason|question|chance|luck|relief|except|besides|than|\p{L}+ing)$/u;

/** Whether a token by itself denies something. */
export function isDenying(token: string): boolean {
  return /^(?:no|not|never|without|denies|denied|negative|neg|none|nil|nor)$/.test(token);
}

/** Tokens on either side that may deny: NegEx looks six words far; a list is longer. */
const REACH = 16;
