import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Call, createCall, formOf } from '../../src/slack/call.js';
import { type Wire, wire } from '../../src/slack/wire.js';

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
  return { heard, server, call: callOf(slackApiUrl) };
}

const callOf = (slackApiUrl: string) => createCall({ token: 'xoxb-1', slackApiUrl, wire });
const post = (call: Call) => call('chat.postMessage', formOf({ channel: 'C1', text: 'häm & <b>\u{d800}' }));

describe('the wire to Slack', () => {
  it('carries token and arguments as they are, but for half a character', async () => {
    const { call, heard } = await open(200, { 'content-type': 'application/json' }, '{"ok":true,"ts":"1.2"}');
    expect(await post(call)).toBeNull();
    expect(heard[0]?.url).toBe('/api/chat.postMessage');
    expect(heard[0]?.headers.authorization).toBe('Bearer xoxb-1');
    expect(new URLSearchParams(heard[0]?.body).get('text')).toBe('häm & <b>\uFFFD');
  });

  it('passes on the pause that Slack asks for', async () => {
    const { call } = await open(429, { 'retry-after': '7' }, '');
    expect(await post(call)).toEqual({ kind: 'ratelimited', remedy: 'retry', wait: 7000 });
    const unsaid = await open(429, {}, '');
    expect(await post(unsaid.call)).toEqual({ kind: 'ratelimited', remedy: 'retry' });
  });

  it('tells a failing server from a refused call', async () => {
    expect(await post((await open(503, {}, 'no')).call)).toEqual({ kind: 'http_503', remedy: 'retry' });
    const refused = await open(200, {}, '{"ok":false,"error":"not_in_channel"}');
    expect(await post(refused.call)).toEqual({ kind: 'not_in_channel', remedy: 'elsewhere' });
  });

  it('tells what was never sent from what may have arrived', async () => {
    expect(await post(callOf('http://127.0.0.1:9/api/'))).toEqual({ kind: 'econnrefused', remedy: 'retry' });
    const { server, call } = await open(200, {}, '{"ok":true}');
    server.removeAllListeners('request');
    server.on('request', (request) => request.socket.destroy());
    expect((await post(call))?.remedy).toBe('give up');
  });

  it('takes what is no answer of Slack’s for a call that may have arrived', async () => {
    for (const body of ['', '<html>', 'null'])
      expect((await post((await open(200, {}, body)).call))?.remedy).toBe('give up');
    expect(await post((await open(200, {}, '{"ok":false}')).call)).toEqual({ kind: 'unknown_word', remedy: 'give up' });
  });

  it('gives up after its time', async () => {
    const { server } = await open(200, {}, '');
    server.removeAllListeners('request');
    const { port } = server.address() as AddressInfo;
    const hurried: Wire = (url, request) => wire(url, { ...request, timeout: 100 });
    const call = createCall({ token: 'xoxb-1', slackApiUrl: `http://127.0.0.1:${port}/api/`, wire: hurried });
    expect(await post(call)).toEqual({ kind: 'und_err_headers_timeout', remedy: 'give up' });
    server.closeAllConnections();
  });
});
