import { request } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type PlaygroundOptions, startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { BOT, CHANNELS, dmOf, PEOPLE } from '../../src/playground/workspace.js';
import { listen } from './stub-app.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];
const files = new Map([['/page.html', { type: 'text/html', content: '<p>page</p>' }]]);

async function start(options: Partial<PlaygroundOptions> = {}) {
  const slack = createMemorySlack();
  const app = listen(slack);
  app.command('/iastm', async ({ ack }) => ack('Here'));
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({ channel: event.channel, text: 'Hello', thread_ts: event.ts });
  });
  const { url, stop } = await startPlayground({ slack, port: 0, files, ...options });
  onTestFinished(stop);
  return { slack, url, post: (what: unknown, headers = {}) => send(url, what, headers) };
}

/** A request as a browser would send it from our page, unless told otherwise; `fetch` does not let one set `host`. */
function send(url: string, what: unknown, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/act`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json', ...headers },
    });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      let body = '';
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode ?? 0, body });
    });
    sent.end(typeof what === 'string' ? what : JSON.stringify(what));
  });
}

describe('who gets in', () => {
  it('serves the page with a policy that lets nothing else in', async () => {
    const { url } = await start();
    const page = await fetch(url);
    expect(await page.text()).toBe('<p>page</p>');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
    expect((await fetch(`${url}/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  const say = { act: 'say', user: anna, channel, text: 'hello' };
  it.each([
    ['another name for this address', { host: 'clinic.example' }],
    ['another site', { origin: 'https://clinic.example' }],
    ['no origin', { origin: '' }],
    ['another site that the browser names', { 'sec-fetch-site': 'cross-site' }],
    ['a plain form', { 'content-type': 'text/plain' }],
  ])('refuses a POST with %s', async (_, headers) => {
    const { slack, post } = await start();
    expect((await post(say, headers)).status).toBe(403);
    expect(slack.messages(channel, anna)).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['an unknown act', { act: 'delete' }],
    ['an inherited name', { act: 'constructor' }],
    ['a missing field', { act: 'say', user: anna, channel }],
    ['a field of another type', { act: 'say', user: anna, channel, text: 1 }],
    ['somebody else’s direct message', { act: 'say', user: anna, channel: dmOf(ben), text: 'x' }],
    ['too much', `{"act":"say","text":"${'x'.repeat(300_000)}"}`],
  ])('answers 400 to %s', async (_, what) => {
    const { post } = await start();
    expect((await post(what)).status).toBe(400);
  });

  it('gives the health pages their turn first', async () => {
    const health: PlaygroundOptions['health'] = ({ url }, response) => {
      if (url === '/healthz') response.end('alive');
      return url === '/healthz';
    };
    const { url } = await start({ health });
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('alive');
  });

  it('a taken port is told with its remedy', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port);
    await expect(start({ port })).rejects.toThrow(
      `Port ${port} is taken. Stop what uses it, or choose another one: PORT=`,
    );
  });
});

describe('what the page hears', () => {
  /** Reads a viewer's feed until it has said as many channels as wanted. */
  async function feed(url: string, viewer: string) {
    const stopped = new AbortController();
    onTestFinished(() => stopped.abort());
    const events: { event: string; data: Record<string, unknown> }[] = [];
    const response = await fetch(`${url}/feed?viewer=${viewer}`, { signal: stopped.signal });
    void (async () => {
      let text = '';
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const [, event = '', data = '{}'] = /^event: (.*)\ndata: (.*)$/.exec(text.slice(0, end)) ?? [];
          events.push({ event, data: JSON.parse(data) });
          text = text.slice(end + 2);
        }
      }
    })().catch(() => {});
    await vi.waitFor(() => expect(events).toHaveLength(4));
    return events;
  }

  it('first who and what there is, then every channel of the viewer, then each change', async () => {
    const { url, post } = await start();
    const events = await feed(url, anna);
    expect(events.map(({ event }) => event)).toEqual(['hello', 'channel', 'channel', 'channel']);
    expect(events[0]?.data).toMatchObject({ bot: { id: BOT.id }, commands: [{ command: '/iastm' }] });
    const said = await post({ act: 'say', user: anna, channel, text: '@IASTM FAQ hi' });
    expect(JSON.parse(said.body)).toMatchObject({ heard: true, acked: true });
    await vi.waitFor(() => {
      const { data } = events.at(-1) ?? {};
      expect(data).toMatchObject({
        id: channel,
        busy: false,
        posts: [{ user: anna }, { user: BOT.id, text: 'Hello' }],
      });
    });
  });

  it('what is private reaches its person only', async () => {
    const { url, post } = await start();
    const [hers, his] = [await feed(url, anna), await feed(url, ben)];
    await post({ act: 'command', user: anna, channel, command: '/iastm', text: '' });
    await vi.waitFor(() =>
      expect(hers.at(-1)?.data).toMatchObject({ busy: false, posts: [{ text: 'Here', private: true }] }),
    );
    expect(his.flatMap(({ data }) => data.posts ?? [])).toEqual([]);
  });

  it('says where the bot heard nothing', async () => {
    const { post } = await start();
    const said = await post({ act: 'say', user: anna, channel, text: 'hi' });
    expect(JSON.parse(said.body)).toMatchObject({ heard: false });
  });
});
