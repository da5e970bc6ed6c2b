import { setFlagsFromString } from 'node:v8';
import { createBot } from './bot.js';
import { type Config, readConfig } from './config.js';
import type { Opened } from './doors.js';
import { readEnvironment } from './environment.js';
import { type Faq, loadFaqAside } from './faq.js';
import { createHealth } from './health.js';
import { errorLines } from './knowledge/problem.js';
import { stateOf, watchFolder } from './knowledge/watch.js';
import { createLog, errorFields } from './logging.js';
import { createMetrics } from './metrics.js';
import { redact } from './redact/redact.js';
import { createService } from './service.js';
import { systemClock } from './store/around.js';
import { openStore } from './store/open.js';
import { hashPerson } from './store/person.js';
import { keepRetention } from './store/retention.js';
import { steadyStore } from './store/steady.js';

// The only file that wires everything: environment → knowledge → store → bot → door.

/**
 * Per cent by which the heap may grow between two full collections. Most of it is knowledge, which stays: V8's own rule lets
 * it grow to four times as much under load, for no gain (`npm run bench:load`).
 */
setFlagsFromString('--heap-growing-percent=100');

/** Milliseconds that work in flight gets at the end. */
const DRAIN = 10_000;

const { config, faults } = readConfig(readEnvironment());
if (config === null) {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}
const log = createLog(config.logLevel);
process.on('unhandledRejection', (error) => giveUp(errorFields(error), 'unhandled rejection'));
process.on('uncaughtException', (error) => giveUp(errorFields(error), 'uncaught exception'));
try {
  await run(config);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

async function run(config: Config): Promise<void> {
  // Seen before it is read: what is saved from now on counts as a change.
  const read = await stateOf(config.knowledgeDir);
  // A process of its own reads the knowledge while this one opens the store and loads Bolt.
  const loading = firstKnowledge(config.knowledgeDir);
  const now = () => new Date();
  let stopping = false;
  let door: Opened | null = null;
  const slack = () => door?.state() ?? { ok: false, reason: 'starting' };
  const around = { clock: systemClock, log };

  let storeSettled = () => {};
  const storeOpened = new Promise<void>((resolve) => {
    storeSettled = resolve;
  });
  const store = steadyStore(() => openStore(config.databaseUrl, around), { ...around, onState: storeSettled });
  const [{ openDoor }, first] = await Promise.all([import('./doors.js'), loading]);
  const metrics = createMetrics({
    knowledge: () => service.state(),
    storeOk: () => store.state().ok,
    slackOk: () => slack().ok,
  });
  const load = () => loadFaqAside(config.knowledgeDir);
  const service = createService(first, { load, log, now, observe: metrics });
  const bot = createBot({
    faq: service.faq,
    store,
    redact,
    person: (by) => hashPerson(config.personKey, by),
    now,
    observe: metrics,
    leads: { people: config.leads, channel: config.leadsChannel },
    retentionDays: config.retentionDays,
  });
  const health = createHealth(
    { knowledge: service.state, store: store.state, slack, stopping: () => stopping, now },
    metrics,
  );
  let stopTimers = () => {};
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    stopTimers();
    setTimeout(() => giveUp({}, 'work in flight took too long'), DRAIN).unref();
    await door?.close();
    await door?.idle();
    await store.close();
    process.exit(0);
  };
  // Already while Slack cannot be reached: as a container's first process it would not end by itself.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Before it is open, or has failed to, replicas would not know of each other's answers.
  await storeOpened;
  door = await openDoor({
    config,
    bot,
    log,
    metrics,
    health,
    stopping: () => stopping,
    giveUp: (reason) => giveUp({ reason }, 'slack lost'),
  });
  const stopWatching = watchFolder(config.knowledgeDir, read, service.reload);
  const stopRetention = keepRetention(store, { days: config.retentionDays, ...around });
  stopTimers = () => {
    stopWatching();
    stopRetention();
  };
  process.stdout.write(`${door.says} (${first.knowledge.entries.size} entries from ${config.knowledgeDir})\n`);
}

async function firstKnowledge(dir: string): Promise<Faq> {
  const { faq, problems } = await loadFaqAside(dir);
  if (faq !== null) return faq;
  const remedy = `The knowledge in ${dir} is not served. Mend the lines above; "npm run check -- ${dir}" helps.`;
  throw new Error([...errorLines(problems, dir), remedy].join('\n'));
}

/** Ends the process, so that its supervisor starts it anew. */
function giveUp(fields: object, message: string): never {
  log.fatal(fields, message);
  process.exit(1);
}
