import { createHmac } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/logging.js';
import { LARGEST_BODY, openHttpReceiver } from '../../src/slack/http-receiver.js';

const SECRET = 'abcdef0123456789abcdef0123456789';
const EVENT = JSON.stringify({
  type: 'event_callback',
  team_id: 'T1',
  event: { type: 'app_mention', user: 'U1', channel: 'C1', text: 'hi', ts: '1.1' },
});

/** Bolt's receiver on a port of its own, with an app that counts what reaches it. */
async function open({ stopping = false, secret = SECRET, now = () => new Date() } = {}) {
  const heard: string[] = [];
  const log: Record<string, unknown>[] = [];
  const http = openHttpReceiver({
    signingSecret: secret,
    log: createLog('info', { write: (line) => void log.push(JSON.parse(line)) }),
    stopping: () => stopping,
    now,
  });
  const app = new App({ token: 'xoxb-1', botId: 'B1', botUserId: 'U9', receiver: http.receiver, convoStore: false });
  app.event('app_mention', async ({ event }) => void heard.push(event.ts));
  app.command('/iastm', async ({ command, ack }) => ack({ response_type: 'ephemeral', text: `to ${command.text}` }));
  app.options(/^/, async ({ options: { value }, ack }) =>
    ack({ options: [{ text: { type: 'plain_text', text: value }, value }] }),
  );
  app.command('/broken', () => Promise.reject(new Error('broken')));
  app.error(async () => {});
  const server = createServer((request, response) => {
    if (!http.handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answerTo(
    body: string,
    options: {
      at?: number;
      timestamp?: string;
      type?: string;
      signature?: string;
      path?: string;
      method?: string;
    } = {},
  ) {
    const at = options.timestamp ?? String(Math.floor(Date.now() / 1000) + (options.at ?? 0));
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex')}`;
    const response = await fetch(`${url}${options.path ?? '/slack/events'}`, {
      method: options.method ?? 'POST',
      headers: {
        'content-type': options.type ?? 'application/json',
        'x-slack-request-timestamp': at,
        'x-slack-signature': options.signature ?? signature,
      },
      ...(options.method === 'GET' ? {} : { body }),
    });
    return { status: response.status, body: await response.text() };
  }
  /** Sends so many bytes of a body that goes on, with the headers of a signed one. */
  function begin(bytes: number) {
    const headers = {
      'content-length': bytes + 1000,
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
    };
    const sending = request(`${url}/slack/events`, { method: 'POST', headers }).on('error', () => {});
    let status: number | undefined;
    sending.on('response', (response) => {
      status = response.resume().statusCode;
    });
    sending.write(Buffer.alloc(bytes, 'x'));
    return { refused: () => status, end: () => void sending.destroy() };
  }
  const send = async (...args: Parameters<typeof answerTo>) => (await answerTo(...args)).status;
  return { send, begin, answerTo, heard, log };
}

describe('POST /slack/events', () => {
  it('takes what Slack signed', async () => {
    const { send, heard } = await open();
    expect(await send(EVENT)).toBe(200);
    expect(heard).toEqual(['1.1']);
  });

  it.each([
    ['a wrong signature', 401, EVENT, { signature: `v0=${'0'.repeat(64)}` }],
    ['no signature', 401, EVENT, { signature: '' }],
    ['a request of 301 seconds ago', 401, EVENT, { at: -301 }],
    ['a request from the future', 401, EVENT, { at: 310 }],
    ['a timestamp that is none', 401, EVENT, { timestamp: 'yesterday' }],
    ['no timestamp', 401, EVENT, { timestamp: '' }],
    ['a short signature', 401, EVENT, { signature: 'v0=' }],
    ['null', 400, 'null', {}],
    ['null without a signature', 401, 'null', { signature: '' }],
    ['a list', 400, '[]', {}],
    ['no JSON', 400, '{', {}],
    ['a form whose payload is null', 400, 'payload=null', { type: 'application/x-www-form-urlencoded' }],
    ['a form whose payload is no JSON', 400, 'payload=%7B', { type: 'application/x-www-form-urlencoded' }],
    ['a body of five megabytes', 413, JSON.stringify({ text: 'x'.repeat(5_000_000) }), {}],
    ['GET', 405, '', { method: 'GET' }],
    ['another path', 404, EVENT, { path: '/slack/other' }],
  ])('refuses %s with %i, and nothing happens', async (_, status, body, options) => {
    const { send, heard } = await open();
    expect(await send(body, options)).toBe(status);
    expect(heard).toEqual([]);
    expect(await send(EVENT)).toBe(200);
  });

  it('says once a minute to check the clock where only the time of a signed request is wrong', async () => {
    let later = 0;
    const { send, heard, log } = await open({ now: () => new Date(Date.now() + later) });
    const wrong = { signature: `v0=${'0'.repeat(64)}` };
    for (const options of [{ at: -400, ...wrong }, { timestamp: '' }, { timestamp: 'yesterday' }, wrong])
      expect(await send(EVENT, options)).toBe(401);
    expect(log).toEqual([]);
    for (const at of [-400, -500, 400]) expect(await send(EVENT, { at })).toBe(401);
    const line = {
      msg: 'request refused for its time',
      seconds: expect.closeTo(400, -2),
      remedy: expect.stringContaining('Check the clock'),
    };
    expect(log).toEqual([expect.objectContaining(line)]);
    later = 59_000;
    expect(await send(EVENT, { at: -400 })).toBe(401);
    expect(log).toHaveLength(1);
    // The clock was set back meanwhile.
    later = -3_600_000;
    expect(await send(EVENT)).toBe(401);
    expect(log.slice(1)).toEqual([expect.objectContaining({ ...line, seconds: expect.closeTo(-3600, -2) })]);
    expect(JSON.stringify(log)).not.toMatch(/app_mention|event_callback|v0=/);
    expect(heard).toEqual([]);
  });

  it('takes one megabyte, and not a byte more', async () => {
    const { send } = await open();
    const body = (size: number) => `{"type":"nonsense","text":"${'x'.repeat(size - 29)}"}`;
    expect(body(LARGEST_BODY)).toHaveLength(1_048_576);
    expect(await send(body(LARGEST_BODY))).toBe(404);
    expect(await send(body(LARGEST_BODY + 1))).toBe(413);
  });

  it('holds so much of all bodies together, refuses the largest of what is more, and never what Slack sends beside them', async () => {
    const { send, begin } = await open();
    const slow = Array.from({ length: 40 }, () => begin(LARGEST_BODY));
    for (let at = 0; at < 50; at++) expect(await send(EVENT)).toBe(200);
    await expect.poll(() => slow.filter(({ refused }) => refused() === 503).length).toBeGreaterThanOrEqual(8);
    expect(await send(EVENT)).toBe(200);
    for (const { end } of slow) end();
  });

  it('answers an object that means nothing, and lives', async () => {
    const { send } = await open();
    expect(await send('{"ssl_check":1,"type":"nonsense"}')).toBe(404);
    expect(await send(EVENT)).toBe(200);
  });

  it('checks signatures as the example in Slack’s documentation', async () => {
    const secret = '8f742231b10e8888abcd99yyyzzz85a5';
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
    const at = 1531420618;
    const { answerTo } = await open({ secret, now: () => new Date(at * 1000) });
    const form = { type: 'application/x-www-form-urlencoded', timestamp: String(at), signature };
    // Signed, and no command of ours: nobody acknowledges it.
    expect((await answerTo(body, form)).status).toBe(404);
    expect((await answerTo(`${body}x`, form)).status).toBe(401);
    expect((await answerTo(body, { ...form, timestamp: String(at - 1) })).status).toBe(401);
  });

  it('answers Slack’s first request, the URL verification', async () => {
    const { answerTo } = await open();
    const { status, body } = await answerTo(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ challenge: 'abc' });
  });

  it('answers a command in the acknowledgement', async () => {
    const { answerTo } = await open();
    const command = new URLSearchParams({ command: '/iastm', text: 'pain & <b>', team_id: 'T1', user_id: 'U1' });
    const { status, body } = await answerTo(command.toString(), { type: 'application/x-www-form-urlencoded' });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ response_type: 'ephemeral', text: 'to pain & <b>' });
  });

  it.each(['/unknown', '/broken'])('answers %s, which nobody acknowledges, with 404', async (command) => {
    const { send } = await open();
    const body = new URLSearchParams({ command, text: '', team_id: 'T1', user_id: 'U1' }).toString();
    expect(await send(body, { type: 'application/x-www-form-urlencoded' })).toBe(404);
    expect(await send(EVENT)).toBe(200);
  });

  it('answers what is typed into a menu in the acknowledgement', async () => {
    const { answerTo } = await open();
    const payload = {
      type: 'block_suggestion',
      team: { id: 'T1' },
      user: { id: 'U1' },
      action_id: 'pick',
      block_id: 'b',
      value: 'brui',
    };
    const { status, body } = await answerTo(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), {
      type: 'application/x-www-form-urlencoded',
    });
    expect([status, JSON.parse(body)]).toEqual([
      200,
      { options: [{ text: { type: 'plain_text', text: 'brui' }, value: 'brui' }] },
    ]);
  });

  it('takes nothing new while it stops', async () => {
    const { send, heard } = await open({ stopping: true });
    expect(await send(EVENT)).toBe(503);
    expect(heard).toEqual([]);
  });
});
