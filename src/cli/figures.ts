import type { Match } from '../search/match.js';
import type { Question } from './questions.js';

/** A question and what search made of it. */
export interface Matched {
  question: Question;
  match: Match;
}

/** A count and what it is a share of. */
export interface Share {
  count: number;
  of: number;
}

/** All figures of a run, in the words of the contract. Shares are counts; AUROC and calibration are null where nothing is there to compare. */
export interface Figures {
  answeredRight: Share;
  answeredWrong: Share;
  helped: Share;
  top1: Share;
  top3: Share;
  falseAnswers: Share;
  quiet: Share;
  /** Questions that must bring up a safety entry: it was answered, offered or shown as a warning. */
  warningsShown: Share;
  /** Of these: another entry was answered, and the warning was shown nowhere. */
  passedOver: Share;
  /** Questions in which nothing calls for a warning: one was shown. */
  warnedInVain: Share;
  auroc: number | null;
  calibrationError: number | null;
  /** By the entry that is best for its questions: how many there are, and how often it came first or helped. */
  byEntry: readonly EntryFigures[];
  /** Which entry came first instead of the right one, most frequent first. */
  confusions: readonly { wanted: string; got: string; count: number }[];
}

/** The figures of one question file. */
export interface FileFigures {
  file: string;
  figures: Figures;
}

export interface EntryFigures {
  entry: string;
  questions: number;
  top1: number;
  helped: number;
}

/** Whether an entry is right: accepted, or narrowing one that is (`<id>-<rest>`). */
export function isRight(entry: string | null | undefined, accept: readonly string[]): boolean {
  return typeof entry === 'string' && accept.some((id) => entry === id || entry.startsWith(`${id}-`));
}

/** All figures of some matched questions. */
export function figuresOf(matched: readonly Matched[]): Figures {
  const answerable = matched.flatMap(({ question: { answer }, match }) =>
    answer === undefined || answer === 'out' ? [] : [{ ...answer, match }],
  );
  const out = matched.flatMap(({ question, match }) => (question.answer === 'out' ? [match] : []));
  const warned = matched.flatMap(({ question: { warn = [] }, match }) => (warn.length > 0 ? [{ warn, match }] : []));
  const unwarned = matched.flatMap(({ question: { warn }, match }) => (warn?.length === 0 ? [match] : []));
  const share = (of: readonly unknown[], count: number): Share => ({ count, of: of.length });
  const count = (test: (one: Answerable) => boolean) => share(answerable, answerable.filter(test).length);
  return {
    answeredRight: count(answeredRight),
    answeredWrong: count((one) => one.match.decision === 'answer' && !answeredRight(one)),
    helped: count(helped),
    top1: count((one) => rightWithin(one, 1)),
    top3: count((one) => rightWithin(one, 3)),
    falseAnswers: share(out, out.filter(({ decision }) => decision === 'answer').length),
    quiet: share(out, out.filter(({ decision }) => decision === 'abstain').length),
    warningsShown: share(warned, warned.filter(({ warn, match }) => isShown(warn, match)).length),
    passedOver: share(
      warned,
      warned.filter(({ warn, match }) => match.decision === 'answer' && !isShown(warn, match)).length,
    ),
    warnedInVain: share(unwarned, unwarned.filter(({ warnings }) => warnings.length > 0).length),
    auroc: auroc(
      answerable.map(({ match }) => match.confidence),
      out.map(({ confidence }) => confidence),
    ),
    calibrationError: calibrationError(matched),
    byEntry: byEntry(answerable),
    confusions: confusions(answerable),
  };
}

interface Answerable {
  accept: readonly string[];
  best?: string;
  match: Match;
}

/** A reply is right when the entry answered is, or another part's answer, or a warning above them. */
function answeredRight({ match, accept }: Answerable): boolean {
  return match.decision === 'answer' && besides(match).some((entry) => isRight(entry, accept));
}

/** What a reader sees at once: the entry answered, those of other parts, and the warnings. */
function besides({ entry, also, warnings }: Match): (string | null)[] {
  return [entry, ...also, ...warnings.map((warning) => warning.entry)];
}

/** Whether one of some safety entries is answered, offered or warned of. */
function isShown(warn: readonly string[], match: Match): boolean {
  return [...besides(match), ...match.offered].some((entry) => isRight(entry, warn));
}

function rightWithin({ match, accept }: Answerable, places: number): boolean {
  return match.candidates.slice(0, places).some(({ entry }) => isRight(entry, accept));
}

function helped(one: Answerable): boolean {
  if (besides(one.match).some((entry) => isRight(entry, one.accept))) return true;
  return one.match.decision === 'suggest' && rightWithin(one, 3);
}

/** The chance that an answerable question has a higher confidence than one that is not; ties count half. */
export function auroc(answerable: readonly number[], out: readonly number[]): number | null {
  if (answerable.length === 0 || out.length === 0) return null;
  const all = [...answerable.map((value) => ({ value, in: true })), ...out.map((value) => ({ value, in: false }))];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    ranks += all.slice(from, to).filter((one) => one.in).length * ((from + to + 1) / 2);
    from = to;
  }
  return (ranks - (answerable.length * (answerable.length + 1)) / 2) / (answerable.length * out.length);
}

/** Mean gap between confidence and share right, over ten bins of confidence, of the questions that were answered. */
function calibrationError(matched: readonly Matched[]): number | null {
  const answered = matched.filter(
    ({ question, match }) => question.answer !== undefined && match.decision === 'answer',
  );
  if (answered.length === 0) return null;
  let gap = 0;
  for (let bin = 0; bin < 10; bin += 1) {
    const inside = answered.filter(({ match }) => Math.min(9, Math.floor(match.confidence * 10)) === bin);
    const off = inside.map(({ match, question }) => {
      const right = typeof question.answer === 'object' && isRight(match.entry, question.answer.accept);
      return match.confidence - (right ? 1 : 0);
    });
    gap += Math.abs(off.reduce((sum, value) => sum + value, 0));
  }
  return gap / answered.length;
}

function byEntry(answerable: readonly Answerable[]): EntryFigures[] {
  const figures = new Map<string, EntryFigures>();
  for (const one of answerable) {
    const entry = wanted(one);
    const sum = figures.get(entry) ?? { entry, questions: 0, top1: 0, helped: 0 };
    sum.questions += 1;
    sum.top1 += rightWithin(one, 1) ? 1 : 0;
    sum.helped += helped(one) ? 1 : 0;
    figures.set(entry, sum);
  }
  return [...figures.values()].sort(
    (a, b) => a.top1 / a.questions - b.top1 / b.questions || (a.entry < b.entry ? -1 : 1),
  );
}

function confusions(answerable: readonly Answerable[]) {
  const counts = new Map<string, { wanted: string; got: string; count: number }>();
  for (const one of answerable.filter((each) => !rightWithin(each, 1))) {
    const got = one.match.candidates[0]?.entry ?? '(nothing)';
    const key = `${wanted(one)} ${got}`;
    const sum = counts.get(key) ?? { wanted: wanted(one), got, count: 0 };
    sum.count += 1;
    counts.set(key, sum);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.wanted < b.wanted ? -1 : 1));
}

function wanted({ best, accept }: Answerable): string {
  return best ?? accept[0] ?? '';
}
