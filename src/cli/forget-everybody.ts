import { createLog } from '../logging.js';
import { openStore } from '../store/open.js';
import { configOf, FAILED, type Io, MISUSED, OK, readArgs } from './io.js';

const HELP = `Usage: npm run -s forget-everybody -- --yes
Removes all questions, votes and learning of everybody from the store of DATABASE_URL, so that another PERSON_KEY may be used from then
on. Stop the bot first. Save what you need before: npm run -s export -- asked > asked.csv`;

const FLAGS = { yes: { type: 'boolean' } } as const;

/** Later than any row. */
const EVER = new Date('9999-12-31T23:59:59.999Z');

/** `npm run forget-everybody`: the way on where the key of the rows is lost. */
export async function forgetEverybody(args: string[], io: Io): Promise<number> {
  const { values, words, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  if (values.yes !== true || words.length > 0) {
    io.err(`Say --yes where all questions, votes and learning of everybody shall go.\n${HELP}`);
    return MISUSED;
  }
  const config = configOf(io);
  if (config === null) return FAILED;
  try {
    const store = await openStore(config.databaseUrl, { log: createLog('warn') });
    const removed = await store.expire(EVER).finally(() => store.close());
    io.out(`Removed: ${removed} questions and votes. The next start takes the key that it finds.`);
    return OK;
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return FAILED;
  }
}
