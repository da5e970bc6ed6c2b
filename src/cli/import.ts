import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Document } from 'yaml';
import type { Knowledge } from '../knowledge/entry.js';
import { loadKnowledge } from '../knowledge/load.js';
import { errorLines } from '../knowledge/problem.js';
import { type Draft, readDrafts } from './import-read.js';
import { FAILED, folderOf, type Io, MISUSED, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s import -- [--knowledge DIR] FILE
Makes a new topic file of questions and answers that a clinic has: CSV (question, answer, source), Markdown with headings, or a list
("Q: … A: …", or questions with their answers below). Nothing is overwritten, and nothing is served before you have renamed it.
  --knowledge DIR  another folder than that of KNOWLEDGE_DIR`;

const FLAGS = { knowledge: { type: 'string' } } as const;
/** Words of a question that make an entry's id. */
const ID_WORDS = 4;

/** `npm run import`. */
export async function importFile(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const [file, ...more] = words;
  if (file === undefined || more.length > 0) {
    io.err(`Name one file.\n${HELP}`);
    return MISUSED;
  }
  const dir = folderOf(io, values.knowledge);
  const { knowledge, problems: faults } = await loadKnowledge(dir);
  if (knowledge === null) {
    for (const line of errorLines(faults, dir)) io.err(line);
    return FAILED;
  }
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null || text.includes('\ufffd')) {
    io.err(`${file} cannot be read${text === null ? '' : ' as UTF-8: save it as "CSV UTF-8"'}.`);
    return MISUSED;
  }
  const { drafts, problems } = readDrafts(file, text);
  for (const { row, message } of problems) io.out(`${file}:${row}: ${message} It is left out.`);
  if (drafts.length === 0) return FAILED;
  const { yaml, notes } = topicOf(drafts, basename(file).replace(/\.[^.]*$/, ''), knowledge);
  for (const { row, message } of notes) io.out(`${file}:${row}: ${message}`);
  const target = join(dir, `imported-${basename(file).replace(/\.[^.]*$/, '')}.yml.draft`);
  try {
    await writeFile(target, yaml, { flag: 'wx' });
  } catch {
    io.err(`${target} is there already, or cannot be written. Move it away first: nothing is overwritten.`);
    return FAILED;
  }
  io.out(
    `${drafts.length} entries are in ${target}${problems.length === 0 ? '' : `, ${problems.length} rows are not`}.`,
  );
  io.out('Give each eight phrasings and its sources, rename the file to end in .yml, and run "npm run check".');
  return OK;
}

/** A topic in YAML. A source is taken over where it is an id of sources.yml, or its citation; else it is left for a lead to add. */
function topicOf(drafts: readonly Draft[], title: string, { entries, sources }: Knowledge) {
  const taken = new Set(entries.keys());
  const notes: { row: number; message: string }[] = [];
  const titles = new Map([...entries.values()].map(({ id, questions }) => [questions[0].toLowerCase(), id]));
  const content = drafts.map(({ row, question, answer, source }) => {
    const same = titles.get(question.toLowerCase());
    if (same !== undefined)
      notes.push({ row, message: `"${question}" is asked under "${same}" already. Join the two.` });
    const id = idOf(question, taken);
    taken.add(id);
    const cited = source
      .split(/\s*[;|]\s*/)
      .flatMap((each) => [...sources.values()].find((one) => one.id === each || one.citation === each)?.id ?? []);
    if (cited.length === 0)
      notes.push({
        row,
        message: `"${id}" needs a source: ${source === '' ? 'none is given' : `"${source}" is not in sources.yml`}.`,
      });
    return [
      id,
      { questions: [question], answer: `${answer}\n`, sources: cited.length > 0 ? cited : ['add-a-source'] },
    ] as const;
  });
  const document = new Document({ topic: title, entries: Object.fromEntries(content) });
  document.commentBefore = ' Imported. Read each answer beside its sources before anybody else does.';
  return { yaml: document.toString({ lineWidth: 0, blockQuote: 'literal' }), notes };
}

/** An id of the longer words of a question that nobody has yet. */
function idOf(question: string, taken: ReadonlySet<string>): string {
  const words = question
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const longer = words.filter((word) => word.length > 3);
  const id = (longer.length > 0 ? longer : words).slice(0, ID_WORDS).join('-') || 'entry';
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return free;
}
