import { isMeantForTheBot } from '../replies/to-the-bot.js';
import { createGroups, type Reading } from '../search/rank/likeness.js';
import type { Gap, Missed } from '../store/store.js';

/** A gap with those of its questions whose words are still kept; the first of them stands for it. */
export interface Grouped extends Gap {
  missed: readonly Missed[];
}

export interface Grouping {
  joined: readonly { asked: string; gap: string }[];
  left: readonly string[];
  gaps: readonly Grouped[];
}

/** What a reading needs: the words of a question compared, and the id of a gap by the words that found it. */
export interface GroupDeps {
  read(text: string): Reading;
  idOf(words: string): string;
  /** Lets other work go on. */
  rest(): Promise<void>;
}

/** Questions that are read without a rest. */
const AT_ONCE = 50;
/** Words with which people try the bot out. */
const TRIAL = new Set([
  'test',
  'testing',
  'tests',
  'tested',
  'tst',
  'try',
  'trial',
  'hello',
  'world',
  'one',
  'two',
  'three',
  'a',
  'is',
  'this',
]);

/**
 * Puts questions that were asked in vain since an instant to the gaps that there are, oldest first, or founds one. Who stands in a gap
 * stays there, so that a gap is the same tomorrow; who has been helped meanwhile leaves. The same rows give the same gaps. A gap of
 * which no words are kept any more is known again by the words that founded it, with what leads have said of it.
 */
export async function regroup(
  missed: readonly Missed[],
  known: readonly Gap[],
  since: Date,
  { read, idOf, rest }: GroupDeps,
): Promise<Grouping> {
  const byId = new Map(missed.filter(({ asked }) => isGap(asked.text)).map((each) => [each.asked.id, each]));
  const groups = createGroups();
  const standing = new Map<string, Gap & { missed: Missed[] }>();
  const left: string[] = [];
  let readings = 0;
  const readOf = async ({ asked: { text } }: Missed) => {
    readings += 1;
    if (readings % AT_ONCE === 0) await rest();
    return read(withoutMarks(text));
  };

  for (const gap of known) {
    const members = gap.members.filter(({ asked, at }) => byId.has(asked) || at < since);
    left.push(...gap.members.filter((member) => !members.includes(member)).map(({ asked }) => asked));
    const worded = members.flatMap(({ asked }) => byId.get(asked) ?? []);
    for (const each of worded) {
      groups.add(gap.id, await readOf(each));
      byId.delete(each.asked.id);
    }
    if (members.length > 0) standing.set(gap.id, { ...gap, members, missed: worded });
  }

  const joined: { asked: string; gap: string }[] = [];
  for (const each of byId.values()) {
    const reading = await readOf(each);
    if (reading.size === 0) continue;
    const { id: asked, person, at } = each.asked;
    const id = groups.nearest(reading) ?? idOf(bareWords(each.asked.text));
    const gap = standing.get(id) ?? { id, state: 'new' as const, since: null, members: [], missed: [] };
    standing.set(id, { ...gap, members: [...gap.members, { asked, person, at }], missed: [...gap.missed, each] });
    groups.add(id, reading);
    joined.push({ asked, gap: id });
  }
  return { joined, left, gaps: [...standing.values()] };
}

/** A text without capitals and signs: two that are the same then tell a lead the same. */
export function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether words ask something of the FAQ: courtesy, trials, and words to the bot, mistyped too, do not. */
function isGap(text: string): boolean {
  const said = withoutMarks(text);
  const words = said.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.some((word) => !TRIAL.has(word)) && !isMeantForTheBot(said);
}

/** What was taken out of a question tells nothing of what it asks. */
function withoutMarks(text: string): string {
  return text.replace(/\[[a-z ]{2,30}\]/g, ' ');
}
