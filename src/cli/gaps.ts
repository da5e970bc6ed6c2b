import { createGaps } from '../bot/gaps.js';
import type { Config } from '../config.js';
import type { Faq } from '../faq/load.js';
import { type Calendar, calendarOf } from '../knowledge/day.js';
import { createLog } from '../logging.js';
import { type GapCard, gapText, openGaps } from '../replies/gaps.js';
import { keysOf } from '../store/keys.js';
import { openStore, openToRead } from '../store/open.js';
import type { GapState, ReadStore, Store } from '../store/store.js';
import { csvLine } from './csv.js';
import { configOf, FAILED, type Io, MISUSED, OK, readArgs } from './io.js';
import { jsonLine } from './lines.js';
import { readable } from './terminal.js';

const HELP = `Usage: npm run -s gaps -- [--all] [--csv | --json] [--planned | --done | --ignored | --new ID …]
What people asked in vain, grouped by likeness, the heaviest first: the new and planned ones. Reads the store of DATABASE_URL and the
knowledge of KNOWLEDGE_DIR, and changes nothing unless a state is set.
  --all      those that are done or not ours, too
  --csv      comma-separated, for a spreadsheet
  --json     one JSON object per line
  --planned  sets the gaps with these ids to planned; --done, --ignored (not ours) and --new likewise
Example: npm run -s gaps -- --planned Xjy7zYaxJlGdJoa1s2wSag`;

const STATES = ['planned', 'done', 'ignored', 'new'] as const satisfies readonly GapState[];
const FLAGS = {
  all: { type: 'boolean' },
  csv: { type: 'boolean' },
  json: { type: 'boolean' },
  planned: { type: 'boolean' },
  done: { type: 'boolean' },
  ignored: { type: 'boolean' },
  new: { type: 'boolean' },
} as const;

const COLUMNS = [
  'id',
  'state',
  'people',
  'asked',
  'last',
  'wordings',
  'answered',
  'worded',
  'answers',
  'down',
  'nearest',
];

/** `npm run gaps`. */
export async function gaps(args: string[], io: Io, now = () => new Date()): Promise<number> {
  const { values, words: ids, code } = readArgs(args, FLAGS, HELP, io);
  if (values === null) return code;
  const said = STATES.filter((state) => values[state] === true);
  const [state] = said;
  if (
    said.length > 1 ||
    (state === undefined) !== (ids.length === 0) ||
    (values.csv === true && values.json === true)
  ) {
    io.err(HELP);
    return MISUSED;
  }
  const config = configOf(io);
  if (config === null) return FAILED;
  try {
    const { faq, problems } = await io.load(config.knowledgeDir);
    if (faq === null) {
      io.err(
        `The knowledge in ${config.knowledgeDir} cannot be served (${problems.length} findings): see npm run check.`,
      );
      return FAILED;
    }
    if (state !== undefined) return await mark(ids, state, { config, faq, io, now });
    const store = await openToRead(config.databaseUrl);
    const cards = await looked({ ...store, ...READ_ONLY }, { config, faq, now }).finally(() => store.close());
    const shown = values.all === true ? cards : openGaps(cards);
    if (values.csv === true) io.out(csvLine(COLUMNS));
    for (const card of shown)
      io.out(
        values.json
          ? jsonLine(card)
          : values.csv
            ? csvLine(cells(card))
            : plain(card, calendarOf(now(), config.timeZone)),
      );
    if (!values.csv && !values.json && shown.length === 0) io.out('No open gaps.');
    return OK;
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return FAILED;
  }
}

/** What is only looked at is kept nowhere. */
const READ_ONLY = { regroup: async () => {}, markGap: async () => false };

interface Looking {
  config: Config;
  faq: Faq;
  now(): Date;
}

function looked(
  store: Pick<ReadStore, 'missed' | 'gaps'> & Pick<Store, 'regroup' | 'markGap'>,
  { config, faq, now }: Looking,
): Promise<GapCard[]> {
  const { leads: people, leadsChannel: channel, textDays, timeZone } = config;
  const keys = keysOf(config.personKey);
  return createGaps({ faq: () => faq, store, keys, now, timeZone, textDays, leads: { people, channel } }).look();
}

/** The gaps are looked at first, since one that nobody has looked at yet stands in no store. */
async function mark(
  ids: readonly string[],
  state: GapState,
  { io, ...looking }: Looking & { io: Io },
): Promise<number> {
  const { databaseUrl, personKey } = looking.config;
  const store = await openStore(databaseUrl, { log: createLog('warn'), keys: keysOf(personKey) });
  try {
    await looked(store, looking);
    const unknown: string[] = [];
    for (const id of ids) if (!(await store.markGap(id, state, looking.now()))) unknown.push(id);
    io.out(`Set to ${state}: ${ids.length - unknown.length}.`);
    if (unknown.length > 0) io.err(`No gap has the id ${unknown.join(', ')}.`);
    return unknown.length === 0 ? OK : FAILED;
  } finally {
    await store.close();
  }
}

/** As Slack shows it, with the id that a state is set by. */
function plain(card: GapCard, calendar: Calendar): string {
  return `${readable(gapText(card, calendar))}\n  ${card.id}\n`;
}

function cells(card: GapCard): string[] {
  const { id, state, people, asked, last, wordings, answered, worded, answers, down, nearest } = card;
  const near = nearest.map(({ entry, confidence }) => `${entry} ${confidence.toFixed(2)}`);
  const counts = [people, asked].map(String);
  return [
    id,
    state,
    ...counts,
    last.toISOString(),
    wordings.join(' | '),
    String(answered),
    String(worded),
    answers.join(' '),
    down.join(' '),
    near.join(' | '),
  ];
}
