import { stat } from 'node:fs/promises';
import { lintFolder } from '../faq/lint-folder.js';
import { matcherWhenAsked } from '../faq/told.js';
import { dayOf } from '../knowledge/day.js';
import { type Loaded, loadKnowledge } from '../knowledge/load.js';
import { checkAgainst } from './check-against.js';
import { isError, report } from './check-report.js';
import { isDue } from './findings.js';
import { FAILED, folderOf, type Io, MISUSED, OK, readArgs } from './io.js';
import { keepChecking } from './keep-checking.js';

const HELP = `Usage: npm run -s check -- [--json] [--github] [--quiet] [--reviews] [--watch] [--against REF|DIR] [DIR]
Checks the knowledge folder (of KNOWLEDGE_DIR, where none is named), and asks the tests of its entries and of tests.yml.
Exit code 0: no errors (warnings allowed); 1: errors, or an answer that is lost to another entry or to none; 2: wrong use.
  --json     one JSON object per problem
  --github   annotations for GitHub's pull requests; there it is so without asking
  --quiet    errors only, no warnings
  --reviews  names each entry whose review is open, and counts them by topic
  --watch    checks again after each save, until Ctrl+C
  --against  lists whose answer changes, before and after, since a git tag, branch or commit, or beside another folder; asks all
             phrasings, tests, and what people asked where DATABASE_URL is set`;

const FLAGS = {
  json: { type: 'boolean' },
  github: { type: 'boolean' },
  quiet: { type: 'boolean' },
  reviews: { type: 'boolean' },
  watch: { type: 'boolean' },
  against: { type: 'string' },
} as const;

/** `npm run check`. */
export async function check(args: string[], io: Io, today = dayOf(new Date(), 'UTC')): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const [named, ...more] = words;
  const dir = folderOf(io, named);
  if (more.length > 0) {
    io.err(`Only one folder can be checked at a time.\n${HELP}`);
    return MISUSED;
  }
  const folder = await stat(dir).catch(() => null);
  if (!folder?.isDirectory()) {
    io.err(`${dir} is not a folder. Name the knowledge folder.\n${HELP}`);
    return MISUSED;
  }
  let outcome = OK;
  const look = async () => {
    outcome = await lookAt(dir, await loadKnowledge(dir), values, today, io);
  };
  await (values.watch ? keepChecking(dir, look, io) : look());
  return outcome;
}

type Values = { [F in keyof typeof FLAGS]?: F extends 'against' ? string : boolean };

/** One look at the folder; answers with the exit code. The search is trained once, if at all. */
async function lookAt(dir: string, loaded: Loaded, values: Values, today: string, io: Io): Promise<number> {
  const { knowledge } = loaded;
  const now = matcherWhenAsked(loaded.seen.knowledge);
  const problems = lintFolder(loaded, today, now);
  if (values.watch && problems.every(isDue))
    io.out(`All is well: ${knowledge?.entries.size} entries, nothing to mend.`);
  else report(dir, loaded, problems, values, io);
  const errors = problems.some(isError) ? FAILED : OK;
  if (values.against === undefined) return errors;
  if (knowledge === null) {
    io.err(`Whose answer changes against ${values.against} is told once the bot can serve the folder.`);
    return errors;
  }
  const { against: before, json = false } = values;
  const lost = await checkAgainst({ before, dir, knowledge, now, json }, io);
  if (lost === null) return MISUSED;
  return lost > 0 ? FAILED : errors;
}
