import { isAskable } from '../faq/lint-folder.js';
import type { Loaded } from '../knowledge/load.js';
import { blocks, type Problem } from '../knowledge/problem.js';
import { summarize, type TopicSummary } from '../lint/lint.js';
import { annotation, findingJson, findingText, isDue } from './findings.js';
import type { Io } from './io.js';

/** How findings are told. */
export interface Wanted {
  json?: boolean;
  github?: boolean;
  quiet?: boolean;
  reviews?: boolean;
}

/** Everything that was found, in the order of the files, then what is due, then the counts. */
export function report(dir: string, loaded: Loaded, problems: readonly Problem[], wanted: Wanted, io: Io): void {
  const json = wanted.json === true;
  const github = !json && (wanted.github === true || io.environment.GITHUB_ACTIONS === 'true');
  const isShown = (found: Problem) => json || wanted.reviews === true || !isDue(found);
  const shown = problems.filter(wanted.quiet ? isError : isShown);
  for (const found of shown) {
    io.out(json ? findingJson(found, dir) : github ? annotation(found, dir) : findingText(found, dir, loaded.texts));
  }
  const tell = json || github ? io.err : io.out;
  if (loaded.knowledge !== null) {
    const topics = summarize(loaded.knowledge, problems);
    if (wanted.reviews) tell(summaryTable(topics));
    else tell(dueLine(topics, problems));
  }
  tell(`${loaded.files.length} files read: ${loaded.files.join(', ')}`);
  tell(`${counts(problems)}${consequence(problems, loaded)}`);
}

/** Whether the check fails with a finding. */
export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** "1 error, 2 warnings". */
function counts(problems: readonly Problem[]): string {
  const errors = problems.filter(isError).length;
  const warnings = problems.filter((found) => !isError(found) && !isDue(found)).length;
  return `${several(errors, 'error')}, ${several(warnings, 'warning')}`;
}

function several(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What the errors keep from happening. */
function consequence(problems: readonly Problem[], { seen }: Loaded): string {
  const later = isAskable(seen) ? '' : '; who answers what is looked at once all of it can be read';
  if (problems.some(blocks)) return `; the bot does not serve the folder${later}`;
  return problems.some(isError) ? '; the bot serves the folder all the same' : '';
}

/** The open reviews in one line. */
function dueLine(topics: readonly TopicSummary[], problems: readonly Problem[]): string {
  const { entries, unreviewed, unverified, overdue } = sumOf(topics);
  const safety = problems.filter(({ code }) => code === 'K310').length;
  if (unreviewed + unverified + overdue === 0) return `Reviews: all ${entries} entries are reviewed.`;
  const parts = [
    unreviewed > 0 ? `${unreviewed} of ${entries} entries never reviewed (${safety} of them on safety)` : '',
    overdue > 0 ? `${overdue} overdue` : '',
    unverified > 0 ? `${unverified} with a source that nobody has read` : '',
  ];
  return `Reviews: ${parts.filter((part) => part !== '').join(', ')}. With --reviews each is named.`;
}

function sumOf(topics: readonly TopicSummary[]): Omit<TopicSummary, 'topic'> {
  const sum = (key: 'entries' | 'unreviewed' | 'unverified' | 'overdue') =>
    topics.reduce((total, topic) => total + topic[key], 0);
  return {
    entries: sum('entries'),
    unreviewed: sum('unreviewed'),
    unverified: sum('unverified'),
    overdue: sum('overdue'),
  };
}

function summaryTable(topics: readonly TopicSummary[]): string {
  const rows = [...topics, { topic: 'all', ...sumOf(topics) }];
  const width = Math.max(5, ...rows.map(({ topic }) => topic.length));
  const line = (topic: string, ...cells: (string | number)[]) =>
    [topic.padEnd(width), ...cells.map((cell) => String(cell).padStart(18))].join('');
  return [
    '',
    line('topic', 'entries', 'never reviewed', 'unverified source', 'review overdue'),
    ...rows.map(({ topic, entries, unreviewed, unverified, overdue }) =>
      line(topic, entries, unreviewed, unverified, overdue),
    ),
    '',
  ].join('\n');
}
