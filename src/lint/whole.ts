import type { Entry, Place } from '../knowledge/entry.js';
import type { Code, Problem } from '../knowledge/problem.js';

/** What could not be read of a folder, as far as a finding may come from it. */
export interface Missing {
  /** Whether every entry was read, and every field of it. */
  isComplete: boolean;
  /** Whether the glossary was read whole. */
  hasGlossary: boolean;
  /** The fields of an entry that could not be read, or not whole. */
  lostOf(entry: Entry): ReadonlySet<string>;
}

/** What is told of one entry because of what stands elsewhere: elsewhere may be what could not be read. */
const OF_ALL: ReadonlySet<Code> = new Set<Code>(['K304', 'K331', 'K333']);
/** What is told of words that the glossary may explain, or give a meaning of their own. */
const OF_GLOSSARY: ReadonlySet<Code> = new Set<Code>(['K319', 'K320', 'K344']);
/** By the fields that a finding is about: what it misses may stand there, where one of them could not be read. */
const OF_FIELDS: Partial<Record<Code, readonly string[]>> = {
  K307: ['sources'],
  K308: ['sources', 'answer'],
  K310: ['reviewed', 'reviewed_by'],
  K311: ['reviewed', 'reviewed_by'],
  K312: ['review_every'],
  K313: ['reviewed', 'reviewed_by'],
  K316: ['evidence'],
  K318: ['watch_for'],
  K322: ['questions'],
  K326: ['short'],
  K330: ['related'],
  K355: ['watch_for'],
};

/** Without findings that only say that something could not be read, which is told already. */
export function withoutFollowUps(problems: readonly Problem[], entries: Iterable<Entry>, missing: Missing): Problem[] {
  const placed = [...entries].sort((a, b) => b.place.line - a.place.line);
  return problems.filter(({ code, place }) => {
    if (!missing.isComplete && OF_ALL.has(code)) return false;
    if (!missing.hasGlossary && OF_GLOSSARY.has(code)) return false;
    const fields = OF_FIELDS[code];
    const entry = fields && ownerOf(placed, place);
    return !(entry && fields.some((field) => missing.lostOf(entry).has(field)));
  });
}

/** The entry that a place stands in, among those of all files, the last of a file first. */
function ownerOf(entries: readonly Entry[], { file, line }: Place): Entry | undefined {
  return entries.find(({ place }) => place.file === file && place.line <= line);
}
