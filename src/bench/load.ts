import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKnowledge } from '../knowledge/load.js';
import { toTheBot } from '../replies/to-the-bot.js';
import { openStore } from '../store/open.js';
import { freePort } from './free-port.js';
import { type LoadApp, startLoadApp } from './load-app.js';
import { type Drive, drive, type Round } from './load-drive.js';
import { type LoadSlack, startLoadSlack } from './load-slack.js';

// `npm run bench:load`: our app beside a bare Bolt app, driven in turns by signed requests against one local Web API.

const TOKEN = 'xoxb-load';
const SECRET = '0123456789abcdef0123456789abcdef';
/** As fast as it goes, and at a pace that a busy day of many workspaces would have. */
const FULL: Drive = { events: 3000, width: 32 };
const STEADY: Drive = { events: 500, perSecond: 100 };
const ROUNDS = 5;
/** What the app may cost beside the bare one. */
const GOAL = { throughput: 0.85, p99: 1.25, rssMb: 60 };

const knowledgeDir = process.argv[2] ?? 'knowledge';
const folder = mkdtempSync(join(tmpdir(), 'iastm-load-'));
const databaseUrl = `file:${join(folder, 'load.db')}`;
const slack = await startLoadSlack();
try {
  const ours = await startOurs(slack);
  const bare = await startBare(slack);
  const apps = [ours, bare];
  const { full, steady, asked } = await measure(apps, slack);
  await Promise.all(apps.map((app) => app.stop()));
  print(full, steady, asked, await stored());
} finally {
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
}

async function startOurs({ url }: LoadSlack): Promise<LoadApp> {
  const port = await freePort();
  const env = {
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_APP_TOKEN: '',
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: url,
    PORT: String(port),
    KNOWLEDGE_DIR: knowledgeDir,
    DATABASE_URL: databaseUrl,
  };
  return startLoadApp('IASTM FAQ', '../main.js', { port, env });
}

async function startBare({ url }: LoadSlack): Promise<LoadApp> {
  const port = await freePort();
  return startLoadApp('bare Bolt', 'load-bare.js', { port, args: [String(port), url, TOKEN, SECRET] });
}

/** All rounds, interleaved, so that whatever else the machine does falls on both; the first pair warms up. */
async function measure(apps: readonly LoadApp[], slack: LoadSlack) {
  const questions = await asks();
  const full = new Map<string, Round[]>(apps.map(({ name }) => [name, []]));
  const steady = new Map<string, Round[]>(apps.map(({ name }) => [name, []]));
  let asked = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [how, rounds] of [
      [FULL, full],
      [STEADY, steady],
    ] as const) {
      for (const app of round % 2 === 0 ? apps : [...apps].reverse()) {
        const measured = await drive(app, slack, SECRET, questions, how);
        if (app === apps[0]) asked += measured.events;
        if (round > 0) rounds.get(app.name)?.push(measured);
      }
    }
    process.stderr.write(`round ${round} of ${ROUNDS}\n`);
  }
  return { full, steady, asked };
}

/**
 * Every phrasing without its last word: near what people type, and known word for word only by chance. Not what is then said to the bot
 * itself, which may be answered to one person alone.
 */
async function asks(): Promise<string[]> {
  const { knowledge } = await loadKnowledge(knowledgeDir);
  if (knowledge === null) throw new Error(`The knowledge in ${knowledgeDir} is not served. Run "npm run check".`);
  return [...knowledge.entries.values()]
    .flatMap(({ questions }) => questions.map((question) => question.replace(/ \S+$/, '')))
    .filter((question) => toTheBot(question) === null);
}

async function stored(): Promise<number> {
  const store = await openStore(databaseUrl);
  let rows = 0;
  for await (const _ of store.allAsked()) rows += 1;
  await store.close();
  return rows;
}

function print(full: Map<string, Round[]>, steady: Map<string, Round[]>, asked: number, rows: number): void {
  const [ours = [], bare = []] = [...full.values()];
  const [oursSteady = [], bareSteady = []] = [...steady.values()];
  const of = (rounds: readonly Round[], read: (round: Round) => number) => middle(rounds.map(read));
  const line = (
    what: string,
    read: (round: Round) => number,
    mine: readonly Round[],
    theirs: readonly Round[],
    digits = 2,
  ) => {
    const [a, b] = [of(mine, read), of(theirs, read)];
    return [what, a.toFixed(digits), b.toFixed(digits), (a / b).toFixed(2)];
  };
  const latencies = (mine: readonly Round[], theirs: readonly Round[]) => [
    line('ack p50, ms', ({ acks }) => quantile(acks, 0.5), mine, theirs),
    line('ack p99, ms', ({ acks }) => quantile(acks, 0.99), mine, theirs),
    line('answer p50, ms', ({ answers }) => quantile(answers, 0.5), mine, theirs),
    line('answer p99, ms', ({ answers }) => quantile(answers, 0.99), mine, theirs),
    line('CPU per event, ms', ({ cpuMs }) => cpuMs, mine, theirs),
    line('memory, MB', ({ rssMb }) => rssMb, mine, theirs, 0),
  ];
  const rowsOf = [
    ['as fast as it goes', 'IASTM FAQ', 'bare Bolt', 'ratio'],
    line('events per second', ({ perSecond }) => perSecond, ours, bare, 0),
    ...latencies(ours, bare),
    ['100 events per second', '', '', ''],
    ...latencies(oursSteady, bareSteady),
  ];
  for (const [what = '', ...cells] of rowsOf) {
    process.stdout.write(`${what.padEnd(24)}${cells.map((cell) => cell.padStart(12)).join('')}\n`);
  }
  const throughput = of(ours, ({ perSecond }) => perSecond) / of(bare, ({ perSecond }) => perSecond);
  const p99 = of(ours, ({ answers }) => quantile(answers, 0.99)) / of(bare, ({ answers }) => quantile(answers, 0.99));
  const more = of(ours, ({ rssMb }) => rssMb) - of(bare, ({ rssMb }) => rssMb);
  const goals: [string, boolean][] = [
    [
      `throughput ${(throughput * 100).toFixed(0)} % of the bare app (at least ${GOAL.throughput * 100} %)`,
      throughput >= GOAL.throughput,
    ],
    [`answer p99 ${p99.toFixed(2)} × (at most ${GOAL.p99} ×)`, p99 <= GOAL.p99],
    [`${more.toFixed(0)} MB more memory (at most ${GOAL.rssMb} MB)`, more <= GOAL.rssMb],
    [`${rows} of ${asked} questions stored (all)`, rows === asked],
  ];
  for (const [what, reached] of goals) process.stdout.write(`${reached ? 'reached' : 'MISSED '}  ${what}\n`);
  process.exitCode = goals.every(([, reached]) => reached) ? 0 : 1;
}

/** The middle round: one slow round, such as a flush of the disk's own, does not decide. */
function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
