import { fileURLToPath } from 'node:url';
import type { Change } from '../knowledge/change.js';
import type { Refusal } from '../knowledge/edit.js';
import type { Knowledge } from '../knowledge/entry.js';
import { type Loaded, loadKnowledge } from '../knowledge/load.js';
import { blocks, type Problem } from '../knowledge/problem.js';
import { createMatcher } from '../search/matcher.js';
import { runAside } from './aside.js';
import { withTexts } from './copy.js';
import type { KeepOfTexts } from './kept.js';
import { lintFolder } from './lint-folder.js';
import { modelOf } from './load.js';
import { plan } from './plan.js';
import { type Outcome, outcomeOf, phrasingsOf, replay, type Shift, testsOf } from './replay.js';
import { matcherWhenAsked } from './told.js';

/** What is to be proved. Plain data: it crosses to a process aside. */
export interface ProofInput {
  dir: string;
  changes: readonly Change[];
  /** What people have asked, redacted. */
  asked: readonly string[];
  /** What the edit is to answer, with the entry that should. */
  wanted: { entry: string; wordings: readonly string[] };
  /** ISO date. */
  today: string;
}

/** What an edit would do, before it is published. */
export type Proof =
  | { refused: Refusal; file: string }
  | {
      refused?: undefined;
      /** Null where a fault forbids serving it: then nothing was replayed. */
      knowledge: Knowledge | null;
      /** The version that the folder would have. */
      version: string;
      /** What the check finds that it did not find before, and whatever keeps the folder out of service; what must be mended first. */
      findings: readonly Finding[];
      /** Where something else is decided, the losses first. */
      shifts: readonly Shift[];
      /** How many questions were replayed. */
      replayed: number;
      /** What the edit is to answer, and what would be decided of it. */
      wordings: readonly { text: string; after: Outcome }[];
    };

/** What the check finds, with the field that it is about, where that is known. `stood`: also without the edit. */
export type Finding = Problem & { field: string | null; stood: boolean };

/** That a new entry was not reviewed yet stands on its card. */
const REVIEWS: ReadonlySet<string> = new Set(['K310', 'K311']);

/** Milliseconds that two trainings and a replay may take. */
const LIMIT = 120_000;

/** Proves an edit in a process of its own, so that answering goes on meanwhile. Rejects as `loadFaqAside` does. */
export async function proveAside(input: ProofInput, signal: AbortSignal): Promise<Proof> {
  const script = fileURLToPath(new URL('./proof-child.js', import.meta.url));
  return (await runAside(script, [], { limit: LIMIT, signal, input })) as Proof;
}

/** Asks the folder as it is, and with the edit, the same. What is in service is learned already, and what is published is then. */
export async function prove({ dir, changes, asked, wanted, today }: ProofInput, keep?: KeepOfTexts): Promise<Proof> {
  const planned = await plan({ dir, changes });
  if (planned.refused !== undefined) return planned;
  const texts = new Map(planned.files.map(({ file, after }) => [file, after]));
  const before = await loadKnowledge(dir);
  const after = await withTexts(dir, { files: before.files, texts, name: 'proof' }, loadKnowledge);
  const isBroken = after.knowledge === null || after.problems.some(blocks);
  const matcherOf = async ({ knowledge: read, texts: of }: Loaded) => {
    if (read === null) return undefined;
    return isBroken ? matcherWhenAsked(read) : createMatcher(await modelOf({ knowledge: read, texts: of }, keep));
  };
  const [then, now] = [await matcherOf(before), await matcherOf(after)];
  const known = new Set(lintFolder(before, today, then).map(mark));
  const findings = lintFolder(after, today, now)
    .map((found) => ({ ...found, stood: known.has(mark(found)) }))
    .filter((found) => blocks(found) || (!found.stood && !REVIEWS.has(found.code)))
    .sort(
      (a, b) =>
        Number(blocks(b)) - Number(blocks(a)) || (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0),
    )
    .map((found) => ({ ...found, field: fieldAt(after.texts.get(found.place.file) ?? '', found.place.line) }));
  const { knowledge, version } = after;
  const bare = { knowledge: null, version, findings, shifts: [], replayed: 0, wordings: [] };
  if (knowledge === null || now === undefined || isBroken) return bare;
  const wordings = wanted.wordings.map((text) => ({ text, after: outcomeOf(now.match(text)) }));
  if (before.knowledge === null || then === undefined) return { ...bare, knowledge, wordings };
  const own = new Set(wanted.wordings);
  const questions = [
    ...phrasingsOf(before.knowledge, knowledge),
    ...testsOf(knowledge),
    ...[...new Set(asked)].map((text) => ({ text, entry: own.has(text) ? wanted.entry : null })),
  ];
  const order = ['lost', 'changed', 'gained'];
  const shifts = replay(questions, then, now, (id) => knowledge.entries.get(id)?.id ?? id).sort(
    (a, b) => order.indexOf(a.what) - order.indexOf(b.what),
  );
  return { knowledge, version, findings, shifts, replayed: questions.length, wordings };
}

/** The field of an entry that a line stands in. */
function fieldAt(text: string, line: number): string | null {
  const above = text.split('\n').slice(0, line).toReversed();
  const [, field] =
    above.map((each) => /^ {3,}([a-z_]+):(?:\s|$)|^ {1,2}\S/.exec(each)).find((found) => found !== null) ?? [];
  return field ?? null;
}

/** By which a finding is known again though its line has moved. */
function mark({ code, place, message }: Problem): string {
  return `${code} ${place.file} ${message}`;
}
