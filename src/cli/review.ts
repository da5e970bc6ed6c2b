import { dayOf } from '../knowledge/day.js';
import type { Knowledge } from '../knowledge/entry.js';
import { type Due, reviewsDue } from '../knowledge/review.js';
import { reviewReply } from '../replies/review.js';
import { configOf, FAILED, type Io, MISUSED, OK, readArgs } from './io.js';
import { jsonLine } from './lines.js';
import { readable } from './terminal.js';

const HELP = `Usage: npm run -s review -- [--walk] [--json]
What is due for review by a clinician in KNOWLEDGE_DIR, safety first, then what was never reviewed, then what is due longest.
  --walk  one entry at a time as people see it, with its sources: Enter goes on, q ends
  --json  one JSON object per line`;

const FLAGS = { walk: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** `npm run review`. */
export async function review(args: string[], io: Io, now = () => new Date()): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  if (words.length > 0 || (values.walk === true && values.json === true)) {
    io.err(HELP);
    return MISUSED;
  }
  const config = configOf(io);
  if (config === null) return FAILED;
  const { faq } = await io.load(config.knowledgeDir);
  if (faq === null) {
    io.err(`The knowledge in ${config.knowledgeDir} cannot be served: see npm run check.`);
    return FAILED;
  }
  const due = reviewsDue(faq.knowledge, dayOf(now(), config.timeZone));
  if (values.json === true) for (const one of due) io.out(jsonLine(fieldsOf(one)));
  else if (values.walk === true) await walk(due, faq.knowledge, io);
  else list(due, faq.knowledge, io);
  return OK;
}

function list(due: readonly Due[], { entries }: Knowledge, io: Io): void {
  for (const one of due) {
    const { entry, since } = one;
    const when = since === null ? 'never reviewed' : `due since ${since}`;
    io.out(`${entry.place.file}:${entry.place.line} ${entry.id}: ${entry.safety ? 'safety, ' : ''}${when}`);
  }
  io.out(`${due.length} of ${entries.size} entries are due for review.`);
}

/** Card by card, until there is no more, or a line says that it is enough. */
async function walk(due: readonly Due[], knowledge: Knowledge, io: Io): Promise<void> {
  const lines = io.lines[Symbol.asyncIterator]();
  for (const [at, { entry }] of due.entries()) {
    io.out(readable(reviewReply(due, { at, last: due[at - 1]?.entry.id ?? '' }, knowledge).text));
    io.out(`\n— ${entry.id}: Enter for the next, q to end —`);
    const { done, value } = await lines.next();
    if (done === true || value.trim().toLowerCase() === 'q') return;
  }
  io.out('Nothing more is due for review.');
}

function fieldsOf({ entry, since }: Due) {
  const { id, topic, safety, questions, reviewed = null, reviewedBy = null, place } = entry;
  const { file, line } = place;
  return {
    entry: id,
    topic,
    title: questions[0],
    safety,
    reviewed,
    reviewed_by: reviewedBy,
    due_since: since,
    file,
    line,
  };
}
