import { IncomingMessage, request, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFeed, MOST_FEEDS } from '../../src/playground/feed.js';
import { type PlaygroundOptions, startPlayground } from '../../src/playground/server.js';
import { createMemorySlack, type MemorySlackOptions } from '../../src/playground/slack.js';
import { BOT, CHANNELS, dmOf, LEADS, LEADS_CHANNEL, PEOPLE } from '../../src/playground/workspace.js';
import { modal, QUESTION } from './form.js';
import { listen } from './stub-app.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];
const files = new Map([['/page.html', { type: 'text/html', content: '<p>page</p>' }]]);

async function start(options: Partial<PlaygroundOptions> = {}, more: MemorySlackOptions = {}) {
  const slack = createMemorySlack(more);
  const app = listen(slack);
  app.shortcut('ask', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: modal([QUESTION]) });
  });
  app.view('ask', async ({ ack }) => ack());
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
    ['an edit of what another wrote', { act: 'edit', user: anna, channel, ts: '1.000000', text: 'x' }],
    ['a shortcut that is not declared', { act: 'global', user: anna, callback_id: 'ask' }],
    ['closing what is not open', { act: 'close', user: anna, all: true }],
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
    await expect.poll(() => events).toHaveLength(6);
    return events;
  }

  it('first who and what there is, then every channel of the viewer, then each change', async () => {
    const { url, post } = await start();
    const events = await feed(url, anna);
    expect(events.map(({ event }) => event)).toEqual(['hello', 'channel', 'channel', 'channel', 'news', 'views']);
    expect(events[0]?.data).toMatchObject({ bot: { id: BOT.id }, commands: [{ command: '/iastm' }] });
    const said = await post({ act: 'say', user: anna, channel, text: '@IASTM FAQ hi' });
    expect(JSON.parse(said.body)).toMatchObject({ heard: true, acked: true });
    await expect
      .poll(() => events.at(-1)?.data)
      .toMatchObject({ id: channel, busy: false, posts: [{ user: anna }, { user: BOT.id, text: 'Hello' }] });
  });

  it('what is private reaches its person only', async () => {
    const { url, post } = await start();
    const [hers, his] = [await feed(url, anna), await feed(url, ben)];
    await post({ act: 'command', user: anna, channel, command: '/iastm', text: '' });
    await expect.poll(() => hers.at(-1)?.data).toMatchObject({ busy: false, posts: [{ text: 'Here', private: true }] });
    expect(his.flatMap(({ data }) => data.posts ?? [])).toEqual([]);
  });

  it('how much has come for others where the viewer does not see it, and nothing of what it says', async () => {
    const { slack, url } = await start();
    const lead = LEADS[0] ?? '';
    const events = await feed(url, anna);
    expect(events[0]?.data.channels).not.toContainEqual(expect.objectContaining({ id: LEADS_CHANNEL }));
    expect(events[4]?.data).toMatchObject({ [lead]: { [LEADS_CHANNEL]: 0 } });
    expect(events[4]?.data[anna]).not.toHaveProperty(LEADS_CHANNEL);
    const headers = { authorization: `Bearer ${BOT.token}` };
    const call = (method: string, args: Record<string, string>) =>
      slack.fetch(`https://slack.test/api/${method}`, { method: 'POST', headers, body: new URLSearchParams(args) });
    await call('chat.postMessage', { channel: LEADS_CHANNEL, text: 'for leads' });
    await call('chat.postEphemeral', { channel, user: ben, text: 'for Ben' });
    await expect
      .poll(() => events.findLast(({ event }) => event === 'news')?.data)
      .toMatchObject({ [lead]: { [LEADS_CHANNEL]: 1, [channel]: 0 }, [ben]: { [channel]: 1 } });
    expect(JSON.stringify(events)).not.toMatch(/for leads|for Ben/);
  });

  it('the home and the modal of its viewer, without what the app keeps for itself', async () => {
    const { slack, url, post } = await start({}, { shortcuts: [{ callback_id: 'ask', type: 'global', name: 'Ask' }] });
    const events = await feed(url, anna);
    expect(events[0]?.data).toMatchObject({ shortcuts: [{ callback_id: 'ask' }], hasHome: true });
    expect(events.at(-1)).toEqual({ event: 'views', data: { home: null, modal: null, depth: 0 } });
    await post({ act: 'global', user: anna, callback_id: 'ask' });
    await expect
      .poll(() => events.at(-1)?.data)
      .toMatchObject({ modal: { title: 'Ask', submit: 'Send', close: null }, depth: 1 });
    expect(JSON.stringify(events)).not.toContain('kept');
    const view_id = slack.modal(anna)?.id;
    const empty = await post({ act: 'submit', user: anna, view_id, values: {} });
    expect(JSON.parse(empty.body)).toMatchObject({
      heard: false,
      errors: { ask: expect.stringContaining('required') },
    });
    const sent = await post({ act: 'submit', user: anna, view_id, values: { ask: { question: 'hm' } } });
    expect(JSON.parse(sent.body)).toMatchObject({ heard: true, acked: true, errors: {}, trouble: null });
    await expect.poll(() => events.at(-1)?.data).toMatchObject({ modal: null, depth: 0 });
  });

  it('says where the bot heard nothing', async () => {
    const { post } = await start();
    const said = await post({ act: 'say', user: anna, channel, text: 'hi' });
    expect(JSON.parse(said.body)).toMatchObject({ heard: false });
  });

  it('tells one page too many to close another, and takes it once one is closed', async () => {
    const { url } = await start();
    const stopped = Array.from({ length: MOST_FEEDS }, () => new AbortController());
    onTestFinished(() => stopped.forEach((each) => void each.abort()));
    const open = (signal?: AbortSignal) => fetch(`${url}/feed?viewer=${anna}`, signal ? { signal } : {});
    // Held, since a response that nobody holds is closed by the garbage collector.
    const held: Response[] = [];
    for (const { signal } of stopped) held.push(await open(signal));
    expect(held.map(({ status }) => status)).toEqual(Array(MOST_FEEDS).fill(200));
    const refused = await open();
    expect([refused.status, await refused.text()]).toEqual([503, 'Too many pages are open. Close one of them.\n']);
    stopped[0]?.abort();
    const last = new AbortController();
    onTestFinished(() => last.abort());
    await expect.poll(async () => (await open(last.signal)).status).toBe(200);
  });

  it('writes nothing more to a page that does not read, and how things stand once it reads again', async () => {
    const slack = createMemorySlack();
    const feed = createFeed(slack, () => {});
    onTestFinished(() => feed.close());
    const written: string[] = [];
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    let full = false;
    Object.defineProperty(response, 'writableNeedDrain', { get: () => full });
    response.writeHead = () => response;
    response.write = (chunk: unknown) => written.push(String(chunk)) > 0;
    feed.open(anna, response);
    full = true;
    const before = written.length;
    for (let at = 0; at < 25; at++) await slack.say({ user: anna, channel, text: `question ${at}` });
    await new Promise((resolve) => setImmediate(resolve));
    expect(written.length).toBe(before);
    full = false;
    response.emit('drain');
    expect(written.length).toBe(before + 1);
    expect(written.at(-1)).toContain('question 24');
  });
});
