import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Act } from '../bot/deps.js';
import type { KnowledgeState } from '../faq/serve.js';
import type { Match } from '../search/match.js';
import type { Observe } from '../slack/deps.js';
import type { Door } from '../store/store.js';

/** What the rest of the program tells the metrics. */
export interface Metrics extends Observe {
  asked(door: Door, decision: Match['decision']): void;
  voted(helpful: boolean): void;
  escalated(act: Act): void;
  loaded(result: 'ok' | 'refused'): void;
  /** The Prometheus text, and its content type. */
  page(): Promise<{ type: string; body: string }>;
}

/** Seconds from receipt to post: a curated answer is there at once, so the buckets are fine below one second. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10, 30];

/** Metrics in a registry of their own. `state` is read whenever the page is asked for. */
export function createMetrics(state: {
  knowledge(): KnowledgeState;
  storeOk(): boolean;
  slackOk(): boolean;
  escalations(): Promise<Record<string, number>>;
  reviewsDue(): number;
}): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry });
  const questions = new Counter({
    name: 'iastm_questions_total',
    help: 'Questions by door and decision.',
    labelNames: ['door', 'decision'],
    registers,
  });
  const seconds = new Histogram({
    name: 'iastm_answer_seconds',
    help: 'Seconds from receipt to post, by door.',
    labelNames: ['door'],
    buckets: SECONDS,
    registers,
  });
  const votes = new Counter({ name: 'iastm_votes_total', help: 'Votes.', labelNames: ['helpful'], registers });
  const escalations = new Counter({
    name: 'iastm_escalations_total',
    help: 'Questions handed to the leads, by what was done with them.',
    labelNames: ['act'],
    registers,
  });
  const loads = new Counter({
    name: 'iastm_knowledge_loads_total',
    help: 'Loads of the knowledge folder by result.',
    labelNames: ['result'],
    registers,
  });
  const faults = new Counter({
    name: 'iastm_slack_faults_total',
    help: 'Failed calls of Slack by kind.',
    labelNames: ['kind'],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  new Gauge({
    name: 'iastm_escalations',
    help: 'Questions handed to the leads, by their state now.',
    labelNames: ['state'],
    registers,
    async collect() {
      // While the store is away it tells what it told last.
      const counts = await state.escalations().catch(() => ({}));
      for (const [name, count] of Object.entries(counts)) this.set({ state: name }, count);
    },
  });
  let waiting = 0;
  gauge('iastm_replies_waiting', 'Replies that wait until Slack takes them.', () => waiting);
  gauge('iastm_knowledge_entries', 'Entries in service.', () => state.knowledge().entries);
  gauge(
    'iastm_knowledge_since_seconds',
    'Unix time at which the knowledge went into service.',
    () => state.knowledge().since.getTime() / 1000,
  );
  gauge('iastm_knowledge_current', '1 where the newest state of the folder is in service.', () =>
    state.knowledge().refused === null ? 1 : 0,
  );
  gauge('iastm_reviews_due', 'Entries that are due for review.', () => state.reviewsDue());
  gauge('iastm_store_ok', '1 where the store takes rows.', () => (state.storeOk() ? 1 : 0));
  gauge('iastm_slack_connected', '1 where Slack is connected.', () => (state.slackOk() ? 1 : 0));

  return {
    asked: (door, decision) => questions.inc({ door, decision }),
    answered: (door, ms) => seconds.observe({ door }, ms / 1000),
    voted: (helpful) => votes.inc({ helpful: helpful ? 'yes' : 'no' }),
    escalated: (act) => escalations.inc({ act }),
    loaded: (result) => loads.inc({ result }),
    slackFault: (kind) => faults.inc({ kind }),
    waiting: (messages) => {
      waiting = messages;
    },
    page: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}
