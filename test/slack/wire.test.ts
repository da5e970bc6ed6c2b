import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { boltLogger, createLog } from '../../src/logging.js';
import { faultOf } from '../../src/slack/faults.js';
import { wire } from '../../src/slack/wire.js';

/** A Web API on a port of its own that answers every call alike. */
async function open(status: number, headers: Record<string, string>, body: string) {
  const heard: { url: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      heard.push({ url: request.url ?? '', headers: request.headers, body: text });
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return { heard, server, client: clientOf(slackApiUrl) };
}

function clientOf(slackApiUrl: string, timeout = 2000): WebClient {
  const options = {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(createLog('silent')),
  };
  return new WebClient('xoxb-1', { slackApiUrl, fetch: wire, timeout, ...options });
}

const post = (client: WebClient) => client.chat.postMessage({ channel: 'C1', text: 'häm & <b>' });
const fault = (client: WebClient) => post(client).then(() => null, faultOf);

describe('the wire to Slack', () => {
  it('carries token, arguments and answer as they are', async () => {
    const { client, heard } = await open(200, { 'content-type': 'application/json' }, '{"ok":true,"ts":"1.2"}');
    expect(await post(client)).toMatchObject({ ok: true, ts: '1.2' });
    expect(heard[0]?.url).toBe('/api/chat.postMessage');
    expect(heard[0]?.headers.authorization).toBe('Bearer xoxb-1');
    expect(new URLSearchParams(heard[0]?.body).get('text')).toBe('häm & <b>');
  });

  it('passes on the pause that Slack asks for', async () => {
    const { client } = await open(429, { 'retry-after': '7' }, '');
    expect(await fault(client)).toEqual({ kind: 'ratelimited', remedy: 'retry', wait: 7000 });
  });

  it('tells a failing server from a refused call', async () => {
    expect(await fault((await open(503, {}, 'no')).client)).toEqual({ kind: 'http_503', remedy: 'retry' });
    const refused = await open(200, {}, '{"ok":false,"error":"not_in_channel"}');
    expect(await fault(refused.client)).toEqual({ kind: 'not_in_channel', remedy: 'elsewhere' });
  });

  it('tells what was never sent from what may have arrived', async () => {
    expect(await fault(clientOf('http://127.0.0.1:9/api/'))).toEqual({ kind: 'econnrefused', remedy: 'retry' });
    const { server, client } = await open(200, {}, '{"ok":true}');
    server.removeAllListeners('request');
    server.on('request', (request) => request.socket.destroy());
    expect((await fault(client))?.remedy).toBe('give up');
  });

  it('gives up after its time', async () => {
    const { server } = await open(200, {}, '');
    server.removeAllListeners('request');
    const { port } = server.address() as AddressInfo;
    expect((await fault(clientOf(`http://127.0.0.1:${port}/api/`, 100)))?.remedy).toBe('give up');
    server.closeAllConnections();
  });
});
