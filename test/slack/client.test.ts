import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Client, createClient } from '../../src/slack/client.js';
import { createWire, wire } from '../../src/slack/wire.js';

type Serve = (
  response: ServerResponse,
  heard: { url: string; headers: IncomingMessage['headers']; body: string },
) => void;

/** A Web API on a port of its own that answers every call in one way. */
async function open(serve: Serve, over = wire) {
  const heard: Parameters<Serve>[1][] = [];
  const sockets: Socket[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const call = { url: request.url ?? '', headers: request.headers, body };
      heard.push(call);
      serve(response, call);
    });
  });
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return { heard, sockets, client: createClient({ token: 'xoxb-1', slackApiUrl, wire: over }) };
}

const says =
  (status: number, headers: Record<string, string>, body: string): Serve =>
  (response) =>
    void response.writeHead(status, headers).end(body);
const answering = async (...answer: Parameters<typeof says>) => (await open(says(...answer))).client;
const post = (client: Client) => client('chat.postMessage', { channel: 'C1', text: 'häm & <b>\u{d800}' });

describe('the client of the Web API', () => {
  it('carries token and arguments as they are, but for half a character', async () => {
    const { client, heard } = await open(says(200, { 'content-type': 'application/json' }, '{"ok":true,"ts":"1.2"}'));
    expect(await post(client)).toMatchObject({ fault: null, answer: { ok: true, ts: '1.2' } });
    expect(heard[0]?.url).toBe('/api/chat.postMessage');
    expect(heard[0]?.headers.authorization).toBe('Bearer xoxb-1');
    expect(new URLSearchParams(heard[0]?.body).get('text')).toBe('häm & <b>\uFFFD');
  });

  it('sends lists and objects as JSON, the same ones again as well, truth values as words, and leaves out what is not set', async () => {
    const { client, heard } = await open(says(200, {}, '{"ok":true}'));
    const block = { type: 'section', text: { type: 'mrkdwn', text: 'a&b, ü "c"' } } as const;
    const divider = { type: 'divider' } as const;
    for (const blocks of [
      [block, divider],
      [divider, block, block],
    ])
      await client('chat.postMessage', { channel: 'C1', text: 't', blocks, unfurl_links: false });
    const [first, second] = heard.map(({ body }) => new URLSearchParams(body));
    expect(JSON.parse(first?.get('blocks') ?? '')).toEqual([block, divider]);
    expect(JSON.parse(second?.get('blocks') ?? '')).toEqual([divider, block, block]);
    expect(first?.get('unfurl_links')).toBe('false');
    await client('chat.postMessage', { channel: 'C1', text: 't', ...({ thread_ts: undefined } as object) });
    expect(heard[2]?.body).toBe('channel=C1&text=t');
  });

  it('hands out the headers of an answer', async () => {
    const outcome = await (await answering(200, { 'x-oauth-scopes': 'chat:write,commands' }, '{"ok":true}'))(
      'auth.test',
      {},
    );
    expect(outcome.fault === null && outcome.header('x-oauth-scopes')).toBe('chat:write,commands');
  });

  it('passes on the pause that Slack asks for', async () => {
    expect(await post(await answering(429, { 'retry-after': '7' }, ''))).toEqual({
      fault: { kind: 'ratelimited', recourse: 'retry', wait: 7000 },
    });
    expect(await post(await answering(429, {}, ''))).toEqual({ fault: { kind: 'ratelimited', recourse: 'retry' } });
    for (const [said, wait] of [
      ['0', undefined],
      ['-1', undefined],
      ['soon', undefined],
      ['3600', 120_000],
      ['1e99', 120_000],
      ['Infinity', 120_000],
    ] as const)
      expect(await post(await answering(429, { 'retry-after': said }, ''))).toEqual({
        fault: { kind: 'ratelimited', recourse: 'retry', ...(wait === undefined ? {} : { wait }) },
      });
  });

  it.each([
    [500, 'unsure'],
    [502, 'unsure'],
    [503, 'unsure'],
    [504, 'unsure'],
    [302, 'unsure'],
    [408, 'unsure'],
    [400, 'none'],
    [404, 'none'],
    [413, 'none'],
  ])('takes %i for a call that is %s', async (status, recourse) => {
    expect(await post(await answering(status, {}, 'no'))).toEqual({ fault: { kind: `http_${status}`, recourse } });
  });

  it('tells a refused call by its word', async () => {
    const { client } = await open(says(200, {}, '{"ok":false,"error":"not_in_channel"}'));
    expect(await post(client)).toEqual({ fault: { kind: 'not_in_channel', recourse: 'elsewhere' } });
  });

  it.each(['some_new_word', 'Not a word: U0ANNA001', ''])(
    'takes "%s", which is not known, for a refusal of the place',
    async (word) => {
      const { fault } = await post(await answering(200, {}, JSON.stringify({ ok: false, error: word })));
      expect(fault).toMatchObject({ recourse: 'elsewhere', unlisted: true });
      expect(fault?.kind).toBe(word === 'some_new_word' ? word : 'unknown_word');
    },
  );

  it('tells what was never sent from what may have arrived', async () => {
    const closed = createClient({ token: 'xoxb-1', slackApiUrl: 'http://127.0.0.1:9/api/', wire });
    expect(await post(closed)).toEqual({ fault: { kind: 'econnrefused', recourse: 'retry' } });
    const cut = await open((response) => response.socket?.destroy());
    expect((await post(cut.client)).fault?.recourse).toBe('unsure');
  });

  it.each(['', '<html>', 'null', '{}', '[]', '{"ok":"true"}'])(
    'takes "%s", which is no answer of Slack’s, for a call that may have arrived',
    async (body) => {
      expect((await post(await answering(200, {}, body))).fault?.recourse).toBe('unsure');
    },
  );
});

describe('what one call may take', () => {
  const limits = { deadline: 100, connect: 50, largest: 1000 };

  it.each<[string, Serve]>([
    ['never answers', () => {}],
    ['sends its headers and nothing more', (response) => void response.writeHead(200).flushHeaders()],
    [
      'sends a byte now and then',
      (response) => {
        const drip = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('is given up in all after its time where Slack %s', async (_, serve) => {
    const { client } = await open(serve, createWire(limits));
    expect(await post(client)).toEqual({ fault: { kind: 'deadline', recourse: 'unsure' } });
  });

  it('is not sent where its time is over before there is a connection', async () => {
    const { client, heard } = await open(says(200, {}, '{"ok":true}'), createWire({ ...limits, deadline: 1 }));
    const posted = post(client);
    // It is on its way by then, and nothing that came back was looked at.
    await setImmediate();
    await setImmediate();
    const until = performance.now() + 10;
    while (performance.now() < until);
    expect(await posted).toEqual({ fault: { kind: 'deadline', recourse: 'unsure' } });
    expect(heard).toEqual([]);
  });

  it('is not read further than its largest size, and the connection is let go', async () => {
    const { client, sockets } = await open(
      (response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write('x'.repeat(100)));
        };
        response.on('drain', more);
        more();
      },
      createWire({ ...limits, deadline: 5000 }),
    );
    const { fault } = await post(client);
    expect(fault).toEqual({ kind: 'und_err_res_exceeded_max_size', recourse: 'unsure' });
    await expect.poll(() => sockets.every((socket) => socket.destroyed)).toBe(true);
  });

  it.each([1000, 1001])('is a body of %i bytes: 1000 are taken', async (size) => {
    const body = `{"ok":true}${' '.repeat(size - 11)}`;
    const { client } = await open(says(200, {}, body), createWire({ ...limits, deadline: 5000 }));
    expect((await post(client)).fault === null).toBe(size === 1000);
  });

  it('is a connection that Slack has not closed meanwhile, though nobody has looked', async () => {
    const { client, sockets } = await open(says(200, {}, '{"ok":true}'));
    for (let round = 0; round < 10; round++) {
      await post(client);
      // The close is on its way while this process stands still.
      for (const socket of sockets.splice(0)) socket.resetAndDestroy();
      const until = performance.now() + 5;
      while (performance.now() < until);
      expect(await post(client)).toMatchObject({ fault: null });
    }
  });
});
