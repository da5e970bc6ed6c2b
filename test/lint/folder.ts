import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { check } from '../../src/cli/check.js';
import type { Problem } from '../../src/knowledge/problem.js';
import { lines } from '../io.js';

/** A day on which the good folder's reviews are fresh. */
export const TODAY = '2026-11-23';

/** What an entry is written with; what is left out is as it should be. */
export interface Written {
  questions?: readonly string[];
  short?: string;
  answer?: string;
  related?: readonly string[];
  /** Further lines: `safety: true`. */
  more?: readonly string[];
  sources?: string;
}

/** An entry in YAML. */
export function entry(id: string, written: Written = {}): string {
  const { questions = phrasings(id), answer = answerOf(62), related = [id === 'good' ? 'other' : 'good'] } = written;
  const { short = `The ${id} tools stay in the box until somebody wants them.`, sources = '[good-2020]' } = written;
  return [
    `  ${id}:`,
    '    questions:',
    ...questions.map((question) => `      - ${question}`),
    `    short: ${short}`,
    '    answer: |',
    ...answer.split('\n').map((line) => `      ${line}`),
    '    evidence: good',
    ...(related.length === 0 ? [] : [`    related: [${related.join(', ')}]`]),
    '    reviewed: 2026-10-01',
    '    reviewed_by: A. Lead',
    ...(written.more ?? []).map((line) => `    ${line}`),
    `    sources: ${sources}`,
    '',
  ].join('\n');
}

/** A topic file with these entries. */
export function topic(...entries: readonly string[]): string {
  return `topic: Good\nentries:\n${entries.join('')}`;
}

/** Ways to ask about a thing: eight, or as many as are wanted. */
export function phrasings(thing: string, count = 8): string[] {
  const ways = [
    'what is',
    'where are tools called',
    'who has',
    'may I use',
    'why use',
    'when do we buy',
    'how do I wash',
    'show me',
  ];
  return Array.from({ length: count }, (_, at) => {
    const room = at < ways.length ? '' : ` in room ${at}`;
    return `${ways[at % ways.length]} ${thing}${room}`;
  });
}

/** An answer of so many words, at least six, in which the clinician decides. */
export function answerOf(words: number): string {
  const bullet = ['Look', 'at', 'the', 'edge', 'and', 'feel', 'it', 'first.'];
  const rest = words - 5;
  const bullets = Array.from({ length: Math.ceil(rest / 8) }, (_, at) => bullet.slice(0, Math.min(8, rest - at * 8)));
  return ['Ask the clinician for help [1].', '', ...bullets.map((line) => `- ${line.join(' ')}`)].join('\n');
}

/** A safety entry that only K314 is found in, since one of its sources is unread. */
const OTHER = entry('other', {
  questions: phrasings('spare handle'),
  answer: `${answerOf(62)} Also [2] and [3].`,
  more: ['safety: true', 'watch_for: [broken handle, cracked grip, splintered shaft, loose screw]'],
  sources: '[good-2020, other-2020, unread-2020]',
});

/** A folder in which only K314 is found, on "other". */
export const GOOD = {
  'a-good.yml': topic(entry('good'), OTHER),
  'sources.yml': `sources:
  good-2020:
    citation: Good A (2020). A good study.
    url: https://doi.org/10.1000/good
  other-2020:
    citation: Other B (2020). Another study.
  unread-2020:
    citation: Unread C (2020). A study.
    verified: false
`,
};

/** Files in a folder of their own, which is gone when the test ends. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const dir = mkdtempSync(join(tmpdir(), 'iastm-lint-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

/** What `npm run check` finds in the good folder with further files, or other files in place of its own. */
export async function found(files: Record<string, string | Uint8Array>) {
  const dir = folderOf({ ...GOOD, ...files });
  const io = lines();
  const exit = await check(['--json', dir], io, TODAY);
  const problems = io.printed.map((line): Omit<Problem, 'place'> & { file: string; line: number; col: number } =>
    JSON.parse(line),
  );
  return { dir, exit, problems, of: (code: string) => problems.filter((problem) => problem.code === code) };
}
