import { setFlagsFromString } from 'node:v8';
import { createBot } from './bot/bot.js';
import { createNews } from './bot/news.js';
import { type Config, readConfig } from './config.js';
import { readEnvironment } from './environment.js';
import { createDesk } from './faq/desk.js';
import { createGitHub } from './faq/github.js';
import { LIMITS, loadFaqAside } from './faq/load.js';
import { createService } from './faq/serve.js';
import { warm } from './faq/warm.js';
import { createWorkshop } from './faq/workshop.js';
import { isKnowledgeFolder } from './knowledge/load.js';
import { stateOf, watchFolder } from './knowledge/watch.js';
import { createLog, errorFields } from './logging.js';
import { createHealth } from './modes/health.js';
import { inMode } from './modes/in-mode.js';
import { createMetrics } from './modes/metrics.js';
import type { Mode } from './modes/mode.js';
import { keepReminders } from './modes/reminders.js';
import { createRedact } from './redact/redact.js';
import { systemClock } from './store/deps.js';
import { StoreError } from './store/faults.js';
import { OTHER_KEY } from './store/fingerprint.js';
import { keysOf } from './store/keys.js';
import { followStances } from './store/known-stances.js';
import { openStore } from './store/open.js';
import { keepRetention } from './store/retention.js';
import { steadyStore } from './store/steady.js';

// The only file that wires everything: environment → store → faq → bot → mode.

/**
 * Per cent by which the heap may grow between two full collections. Most of it is knowledge, which stays, and of thousands of
 * questions 20 MB remain to be collected: V8's own rule lets it grow to four times as much under load, for no gain
 * (`npm run bench:load`).
 */
setFlagsFromString('--heap-growing-percent=50');

/** Milliseconds that work in flight gets at the end. */
const DRAIN = 10_000;

const { config, faults } = readConfig(readEnvironment());
if (config === null) {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}
const log = createLog(config.logLevel);
// Nobody may read what it prints, or the disk behind it be full: it goes on answering.
process.stdout.on('error', () => {});
process.on('unhandledRejection', (error) => giveUp(errorFields(error), 'unhandled rejection'));
process.on('uncaughtException', (error) => giveUp(errorFields(error), 'uncaught exception'));
const stopped = new AbortController();
try {
  await run(inMode(config));
} catch (error) {
  // What was given up for a stop ends as the stop does.
  if (!stopped.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function run(config: Config): Promise<void> {
  // Listened for from the beginning: a container's first process does not end by itself.
  const closing: (() => unknown)[] = [];
  const stop = async () => {
    if (stopped.signal.aborted) return;
    stopped.abort();
    setTimeout(() => giveUp({}, 'work in flight took too long'), DRAIN).unref();
    for (const close of closing.toReversed()) await close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  const { knowledgeDir } = config;
  if (!(await isKnowledgeFolder(knowledgeDir))) throw new Error(noFolder(knowledgeDir));
  // Seen before it is read: what is saved from now on counts as a change.
  const read = await stateOf(knowledgeDir);
  // A process of its own reads the knowledge while this one opens the store and loads Bolt.
  const load = (limit: number) => loadFaqAside(knowledgeDir, { signal: stopped.signal, limit });
  const loading = load(LIMITS.start);
  const now = () => new Date();
  let mode: Mode | null = null;
  const slack = () => mode?.state() ?? { ok: false, reason: 'starting' };
  const storeDeps = { clock: systemClock, log };

  let storeSettled = () => {};
  const storeOpened = new Promise<void>((resolve) => {
    storeSettled = resolve;
  });
  const keys = keysOf(config.personKey);
  const open = () =>
    openStore(config.databaseUrl, { ...storeDeps, keys, connections: config.databasePool }).catch(endOnOtherKey);
  const store = steadyStore(open, { ...storeDeps, onState: storeSettled });
  closing.push(() => store.close());
  const stances = followStances(store, storeDeps);
  const [{ openMode }, first] = await Promise.all([import('./modes/open.js'), loading]);
  const metrics = createMetrics({
    knowledge: () => service.state(),
    storeOk: () => store.state().ok,
    slackOk: () => slack().ok,
    escalations: () => store.countEscalations(),
    reviewsDue: () => bot.reviewsDue().length,
  });
  const service = createService(first, { load: () => load(LIMITS.reload), log, now, observe: metrics });
  const workshop = createWorkshop({
    dir: knowledgeDir,
    environment: readEnvironment(),
    branch: config.editsBranch,
    github: config.pullRequests && createGitHub(config.pullRequests.repository, config.pullRequests.token),
    trial: config.slack === null,
    signal: stopped.signal,
    service,
    now,
  });
  const desk = createDesk({ dir: knowledgeDir, signal: stopped.signal, service, now });
  closing.push(desk.close);
  const redact = createRedact(() => service.faq().knowledge);
  warm(service.faq(), redact);
  const bot = createBot({
    faq: service.faq,
    store,
    redact,
    keys,
    stances,
    channels: config.channels,
    now,
    chance: Math.random,
    observe: metrics,
    leads: { people: config.leads, channel: config.leadsChannel },
    clinicians: config.clinicians,
    workshop,
    retentionDays: config.retentionDays,
    textDays: config.textDays,
    timeZone: config.timeZone,
  });
  const stopping = () => stopped.signal.aborted;
  const health = createHealth(
    { knowledge: service.state, store: store.state, slack, paused: stances.paused, stopping, now },
    metrics,
  );
  // Before it is open, or has failed to, replicas would not know of each other's answers.
  await storeOpened;
  // A replica that starts in a pause is paused from its first question on.
  await stances.look();
  const giveUpSlack = (reason: string) => giveUp({ reason }, 'slack lost');
  const opened = await openMode({
    ...{ config, bot, faq: service.faq, desk, log, metrics, health },
    stopping,
    giveUp: giveUpSlack,
  });
  mode = opened;
  closing.push(opened.idle, opened.close);
  closing.push(stances.follow());
  const told = createNews(
    { faq: service.faq, store, keys, now, timeZone: config.timeZone, refused: service.refused },
    { gaps: { look: bot.gapsNow }, review: { due: bot.reviewsDue } },
  );
  const tell = async () => {
    try {
      for await (const reply of told.news()) await opened.tellLeads(reply);
    } catch (error) {
      log.warn(errorFields(error), 'leads not told, trying again');
    }
  };
  const reload = () => workshop.atRest().then(service.reload).then(tell);
  closing.push(watchFolder(knowledgeDir, read, reload));
  const finish = () =>
    bot.finishEdits().catch((error: unknown) => log.warn(errorFields(error), 'edits not finished, trying again'));
  const sendDue = () => Promise.all([finish(), opened.remind().finally(tell)]).then(() => {});
  closing.push(keepReminders(sendDue, { after: systemClock.after, log }));
  closing.push(keepRetention(store, { days: config.retentionDays, textDays: config.textDays, ...storeDeps }));
  const { entries, refused } = service.state();
  const unserved = refused === null ? '' : `; nothing is answered until ${refused} is mended`;
  process.stdout.write(`${opened.says} (${entries} entries from ${knowledgeDir}${unserved})\n`);
}

/** A folder that is misspelt would answer nothing for good. */
function noFolder(dir: string): string {
  return `KNOWLEDGE_DIR is ${dir}, which is no folder with YAML files that may be read. Create it, or name another one.`;
}

/** A store whose rows were written under another key is never opened: not now, and not when it comes back later. */
function endOnOtherKey(fault: unknown): never {
  if (!(fault instanceof StoreError) || fault.code !== OTHER_KEY) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}

/** Ends the process, so that its supervisor starts it anew. */
function giveUp(fields: object, message: string): never {
  log.fatal(fields, message);
  process.exit(1);
}
