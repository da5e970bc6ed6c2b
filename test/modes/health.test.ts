import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHealth } from '../../src/modes/health.js';
import { createMetrics } from '../../src/modes/metrics.js';

const SINCE = new Date('2026-11-23T10:00:00Z');

async function open({
  slack = true,
  store = true,
  entries = 71,
  refused = null as string | null,
  stopping = false,
  paused = null as Date | null,
} = {}) {
  const knowledge = () => ({ version: 'abc', entries, since: SINCE, refused });
  const metrics = createMetrics({
    knowledge,
    storeOk: () => store,
    slackOk: () => slack,
    escalations: async () => ({ open: 2 }),
    reviewsDue: () => 7,
  });
  const health = createHealth(
    {
      knowledge,
      slack: () => (slack ? { ok: true } : { ok: false, reason: 'the socket is reconnecting' }),
      store: () => (store ? { ok: true } : { ok: false, reason: 'disk full' }),
      paused: () => paused,
      stopping: () => stopping,
      now: () => new Date('2026-11-23T10:01:00Z'),
    },
    metrics,
  );
  const server = createServer((request, response) => {
    if (!health(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const get = (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method });
  return { get, metrics };
}

describe('the health pages', () => {
  it('/healthz tells that the process lives, whatever else is the matter', async () => {
    const { get } = await open({ slack: false, store: false, stopping: true });
    expect((await get('/healthz')).status).toBe(200);
  });

  it('/readyz tells that all is well, and how old the knowledge is', async () => {
    const { get } = await open();
    const answer = await get('/readyz?verbose');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      ready: true,
      knowledge: { entries: 71, ageSeconds: 60, current: true },
    });
  });

  it('/readyz tells of a pause, and stays ready: whoever asks is told so', async () => {
    const { get } = await open({ paused: SINCE });
    const answer = await get('/readyz');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ready: true, paused: true });
    expect(await (await (await open()).get('/readyz')).json()).toMatchObject({ paused: false });
  });

  it.each([
    ['the socket is gone', { slack: false }, { slack: { ok: false, reason: 'the socket is reconnecting' } }],
    ['the store is away', { store: false }, { store: { ok: false, reason: 'disk full' } }],
    ['it stops', { stopping: true }, { stopping: true }],
    [
      'no knowledge may be served',
      { entries: 0, refused: 'safety.yml:41:5 K203' },
      { knowledge: { entries: 0, current: false, refused: 'safety.yml:41:5 K203' } },
    ],
  ])('/readyz is 503 and says why when %s', async (_, state, told) => {
    const { get } = await open(state);
    const answer = await get('/readyz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ ready: false, ...told });
  });

  it('/readyz stays well on the last good knowledge, and says what was refused', async () => {
    const { get } = await open({ refused: 'safety.yml:41:5 K203' });
    const answer = await get('/readyz');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ knowledge: { current: false, refused: 'safety.yml:41:5 K203' } });
  });

  it('/metrics counts questions by door and decision, votes, faults, and the time to an answer', async () => {
    const { get, metrics } = await open();
    metrics.asked('mention', 'answer');
    metrics.voted(false);
    metrics.escalated('claimed');
    metrics.slackFault('not_in_channel');
    metrics.answered('mention', 12);
    const text = await (await get('/metrics')).text();
    expect(text).toContain('iastm_questions_total{door="mention",decision="answer"} 1');
    expect(text).toContain('iastm_votes_total{helpful="no"} 1');
    expect(text).toContain('iastm_slack_faults_total{kind="not_in_channel"} 1');
    expect(text).toContain('iastm_answer_seconds_bucket{le="0.025",door="mention"} 1');
    expect(text).toContain('iastm_store_ok 1');
    expect(text).toContain('iastm_slack_connected 1');
    expect(text).toContain('iastm_knowledge_entries 71');
    expect(text).toContain('iastm_reviews_due 7');
  });

  it('takes no other method', async () => {
    const { get } = await open();
    expect((await get('/readyz', 'POST')).status).toBe(405);
    expect((await get('/other')).status).toBe(404);
  });
});
