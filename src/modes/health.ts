import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KnowledgeState } from '../faq/serve.js';
import type { Metrics } from './metrics.js';

/** What `/readyz` looks at. */
export interface HealthState {
  knowledge(): KnowledgeState;
  store(): { ok: boolean; reason?: string };
  slack(): { ok: boolean; reason?: string };
  /** Since when a lead has paused the FAQ; null while it answers. */
  paused(): Date | null;
  /** True from the moment on which the bot takes nothing new. */
  stopping(): boolean;
  now(): Date;
}

/** Answers `/healthz`, `/readyz` and `/metrics`. False where the request is for something else. */
export type Health = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * `/healthz`: the process lives. `/readyz`: questions are answered; 503 with the reasons where they are not, as when no
 * knowledge may be served, or where nothing is kept at the moment. `/metrics`: for Prometheus.
 */
export function createHealth(state: HealthState, metrics: Metrics): Health {
  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== '/healthz' && path !== '/readyz' && path !== '/metrics') return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (path === '/healthz') {
      json(response, 200, { alive: true });
    } else if (path === '/readyz') {
      const ready = readiness(state);
      json(response, ready.ready ? 200 : 503, ready);
    } else {
      metrics.page().then(
        ({ type, body }) => response.writeHead(200, { 'content-type': type }).end(body),
        () => response.writeHead(500).end(),
      );
    }
    return true;
  };
}

function readiness(state: HealthState) {
  const { version, entries, since, refused } = state.knowledge();
  const store = state.store();
  const slack = state.slack();
  return {
    ready: entries > 0 && slack.ok && store.ok && !state.stopping(),
    slack,
    store,
    stopping: state.stopping(),
    // Paused it is ready: whoever asks is told so.
    paused: state.paused() !== null,
    knowledge: {
      version,
      entries,
      ageSeconds: Math.round((state.now().getTime() - since.getTime()) / 1000),
      current: refused === null,
      ...(refused === null ? {} : { refused }),
    },
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
