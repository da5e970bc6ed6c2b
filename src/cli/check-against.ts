import { readConfig } from '../config.js';
import { addedPhrasings, phrasingsOf, type Replayed, replay, type Shift, shortened, testsOf } from '../faq/replay.js';
import { matcherWhenAsked, toldOf } from '../faq/told.js';
import type { Knowledge } from '../knowledge/entry.js';
import type { Match } from '../search/match.js';
import type { Matcher } from '../search/matcher.js';
import { openToRead } from '../store/open.js';
import { knowledgeBefore } from './before.js';
import type { Io } from './io.js';
import { jsonLine } from './lines.js';

/** The knowledge whose change is looked at, and what it is compared with: a folder, or a git tag, branch or commit. */
export interface Against {
  before: string;
  dir: string;
  knowledge: Knowledge;
  now: Pick<Matcher, 'match'>;
  json: boolean;
}

interface Changed extends Omit<Shift, 'what'> {
  what: Shift['what'] | 'added' | 'less sure';
}

/** Ways that are listed. */
const WAYS = 12;

const HEADINGS: readonly [Changed['what'], string][] = [
  ['lost', 'Lost: answered, offered or warned of before'],
  ['less sure', 'Less sure: the same entry is shown first, no longer as the answer'],
  ['added', 'Added: what the new phrasings were answered with before'],
  ['changed', 'Changed: another entry, or others are offered'],
  ['gained', 'Gained: answered now'],
];

/**
 * Asks both versions whatever is known to be asked, and lists each question whose answer changes, with the counts. Answers with the
 * number of those that are lost; null, with the reason told, where there is nothing to compare with.
 */
export async function checkAgainst({ before, dir, knowledge, now, json }: Against, io: Io): Promise<number | null> {
  const old = await knowledgeBefore(before, dir);
  if (typeof old === 'string' || old.knowledge === null) {
    io.err(typeof old === 'string' ? old : `The knowledge at ${before} has errors that keep it from being read.`);
    return null;
  }
  const then = matcherWhenAsked(old.knowledge);
  // What was struck out is asked all the same: people will.
  const struck = addedPhrasings(knowledge, old.knowledge).map(({ text, entry }) => ({
    text,
    entry: knowledge.entries.get(entry ?? '')?.id ?? null,
  }));
  const phrasings = [...phrasingsOf(old.knowledge, knowledge), ...struck];
  const short = shortened(phrasings);
  const tests = testsOf(knowledge);
  const asked = await askedTexts(io);
  const added = addedPhrasings(old.knowledge, knowledge);
  const all = unique([...tests, ...phrasings, ...short, ...asked]);
  io.err(`Training ${before} and ${dir}, then asking both ${all.length + added.length} questions: some 15 seconds …`);
  const called = (id: string) => knowledge.entries.get(id)?.id ?? id;
  const changes: Changed[] = [
    ...replay(all, then, now, called).map((shift) =>
      isLessSure(shift) && keepsWarnings(shift.text) ? { ...shift, what: 'less sure' as const } : shift,
    ),
    ...replay(added, then, now, called).map((shift) => ({ ...shift, what: 'added' as const })),
  ];
  for (const [what, heading] of HEADINGS) {
    const some = changes.filter((change) => change.what === what);
    if (json) for (const change of some) io.out(jsonLine(change));
    else if (some.length > 0)
      io.out([`${heading}: ${some.length}`, ...some.flatMap(what === 'less sure' ? shortly : linesOf), ''].join('\n'));
  }
  if (!json) for (const line of takenLines(changes)) io.out(line);
  const count = (what: Changed['what']) => changes.filter((change) => change.what === what).length;
  const tell = json ? io.err : io.out;
  tell(
    `Against ${before}: of ${all.length} questions ${count('lost')} are lost, ${count('less sure')} less sure, ${count('changed')} changed, ${count('gained')} gained; ${added.length} phrasings are new.`,
  );
  tell(
    `Asked: ${phrasings.length} phrasings, ${short.length} without their last word, ${tests.length} tests, ${asked.length} that people asked.`,
  );
  return count('lost');

  function keepsWarnings(text: string): boolean {
    const { shown, warned } = toldOf(now.match(text));
    return toldOf(then.match(text)).warned.every((id) => [...shown, ...warned].includes(called(id)));
  }

  function linesOf({ text, entry }: Changed): string[] {
    return [
      `  "${text}"${entry === null ? '' : ` (of ${entry})`}`,
      `    before  ${seen(then.match(text))}`,
      `    after   ${seen(now.match(text))}`,
    ];
  }
}

/** Whether what was the answer is the first that is offered now: people press once more. */
function isLessSure({ what, before, after }: Shift): boolean {
  return what === 'lost' && before.decision === 'answer' && before.entry !== null && after.entry === before.entry;
}

/** A question of which the entry stays the same, in one line. */
function shortly({ text, after }: Changed): string {
  return `  "${text}" (${after.entry})`;
}

/** Which entry takes how many questions from which, the most first. */
function takenLines(changes: readonly Changed[]): string[] {
  const taken = new Map<string, number>();
  for (const { before, after } of changes) {
    if (before.entry === after.entry) continue;
    const way = `${before.entry ?? 'no answer'} → ${after.entry ?? 'no answer'}`;
    taken.set(way, (taken.get(way) ?? 0) + 1);
  }
  if (taken.size === 0) return [];
  const ways = [...taken].sort(([, a], [, b]) => b - a);
  return [
    'Who is shown first now, in place of whom:',
    ...ways.slice(0, WAYS).map(([way, count]) => `  ${String(count).padStart(4)}  ${way}`),
    '',
  ];
}

function unique(questions: readonly Replayed[]): Replayed[] {
  const seen = new Map<string, Replayed>();
  for (const question of questions) {
    const key = question.text.toLowerCase();
    if (!seen.has(key)) seen.set(key, question);
  }
  return [...seen.values()];
}

/** "answered: painful", "offered: a, b", "no answer"; with what is warned of. */
function seen(match: Match): string {
  const { decision, shown, warned } = toldOf(match);
  const reply = {
    answer: `answered: ${shown.join(', ')}`,
    suggest: `offered: ${shown.join(', ')}`,
    abstain: 'no answer',
  };
  return `${reply[decision]}${warned.length === 0 ? '' : `; warned of: ${warned.join(', ')}`}`;
}

/** The texts that the store still keeps, which were redacted before they came there; none where it cannot be read. */
async function askedTexts(io: Io): Promise<Replayed[]> {
  const { config } = readConfig(io.environment);
  if (config === null || io.environment.DATABASE_URL === undefined) return [];
  const texts: Replayed[] = [];
  try {
    const store = await openToRead(config.databaseUrl);
    try {
      for await (const { text } of store.allAsked()) if (text) texts.push({ text, entry: null });
    } finally {
      await store.close();
    }
  } catch (error) {
    io.err(`What people asked is left out: ${error instanceof Error ? error.message : String(error)}`);
  }
  return texts;
}
