import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DeskDoor } from '../../src/playground/desk.js';
import { startPlayground } from '../../src/playground/server.js';
import { createMemorySlack } from '../../src/playground/slack.js';

async function start(desk?: DeskDoor) {
  const slack = createMemorySlack({});
  const { url, stop } = await startPlayground({ slack, port: 0, files: new Map(), ...(desk && { desk }) });
  onTestFinished(stop);
  return url;
}

/** A desk that tells what reached it. */
function listening(): { door: DeskDoor; heard: unknown[] } {
  const heard: unknown[] = [];
  const hear =
    <T>(told: T) =>
    (...sent: unknown[]): T => {
      heard.push(sent);
      return told;
    };
  const door: DeskDoor = {
    files: hear(Promise.resolve(['one.yml'])),
    open: hear(Promise.resolve(null)),
    attempt: hear(Promise.resolve({ id: 1, findings: [], cards: null })),
    ask: hear(null),
    save: hear(Promise.resolve({ done: 'changed' as const })),
    merge: hear(Promise.resolve(null)),
    gaps: hear(Promise.resolve({ gaps: [], open: 0 })),
    sayOfGap: hear(Promise.resolve()),
    reviews: hear({ due: [] }),
    review: hear({ text: '', blocks: [] }),
    standing: hear(Promise.resolve({ version: null, read_at: 0, refused: null })),
  };
  return { door, heard };
}

/** `fetch` does not let one set `host`. */
function send(url: string, path: string, { body = '', headers = {} }: { body?: string; headers?: object }) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const method = body === '' ? 'GET' : 'POST';
    const sent = request(`${url}${path}`, {
      method,
      headers: { ...(body === '' ? {} : { origin: url, 'content-type': 'application/json' }), ...headers },
    });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode ?? 0, body: text });
    });
    sent.end(body);
  });
}

const SAVE = JSON.stringify({ user: 'U1', file: 'one.yml', version: 'v', text: 'mine' });

describe('what the desk for leads lets in', () => {
  it.each([
    ['a file under another name for this address', '/desk/file?file=one.yml', { headers: { host: 'clinic.example' } }],
    ['a file to another site', '/desk/file?file=one.yml', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a save by another site', '/desk/save', { body: SAVE, headers: { origin: 'https://clinic.example' } }],
    ['a save that a form can send', '/desk/save', { body: SAVE, headers: { 'content-type': 'text/plain' } }],
    ['a word on a gap by another site', '/desk/gap', { body: SAVE, headers: { origin: 'https://clinic.example' } }],
    ['the gaps to another site', '/desk/gaps?user=U1', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a try by another site', '/desk/try', { body: SAVE, headers: { origin: 'null' } }],
  ])('never %s', async (_, path, sent) => {
    const { door, heard } = listening();
    const { status } = await send(await start(door), path, sent);
    expect({ status, heard }).toEqual({ status: 403, heard: [] });
  });

  it('hands on what is whole, and nothing else', async () => {
    const { door, heard } = listening();
    const url = await start(door);
    expect(JSON.parse((await send(url, '/desk/save', { body: SAVE })).body)).toEqual({ done: 'changed' });
    await send(url, '/desk/try', { body: SAVE });
    await send(url, '/desk/ask', { body: JSON.stringify({ id: 1, question: 'why?' }) });
    await send(url, '/desk/merge', { body: JSON.stringify({ file: 'one.yml', base: 'old', text: 'mine' }) });
    await send(url, '/desk/gap', { body: JSON.stringify({ user: 'U1', value: 'planned g1' }) });
    await send(url, '/desk/gaps?user=U1&show=done', {});
    await send(url, '/desk/reviews?user=U1', {});
    await send(url, '/desk/review?user=U1&at=2', {});
    const whole = [
      ['U1', 'one.yml', 'v', 'mine'],
      ['one.yml', 'mine', false],
      [1, 'why?'],
      ['one.yml', 'old', 'mine'],
      ['U1', 'planned g1'],
      ['U1', 'done'],
      ['U1'],
      ['U1', 2],
    ];
    expect(heard).toEqual(whole);
    const bad = ['[]', 'null', '{"file":1,"version":"v","text":"x"}', '{"file":"one.yml","text":["x"]}', '{'];
    for (const body of bad)
      for (const path of ['/desk/save', '/desk/ask', '/desk/merge', '/desk/gap']) await send(url, path, { body });
    await send(url, '/desk/ask', { body: JSON.stringify({ id: 1, question: 'x'.repeat(3001) }) });
    expect((await send(url, '/desk/nowhere', {})).status).toBe(404);
    expect((await send(url, '/desk/save', { headers: {} })).status).toBe(404);
    expect(heard).toEqual(whole);
  });

  it('takes a large file, and refuses what no file is', async () => {
    const { door, heard } = listening();
    const url = await start(door);
    const saving = (length: number) =>
      JSON.stringify({ user: 'U1', file: 'one.yml', version: 'v', text: 'x'.repeat(length) });
    expect((await send(url, '/desk/save', { body: saving(1_000_000) })).status).toBe(200);
    expect((await send(url, '/desk/save', { body: saving(3_000_000) })).status).toBe(400);
    expect(heard).toHaveLength(1);
  });

  it('is not there where no knowledge is at hand', async () => {
    expect((await send(await start(), '/desk/files', {})).status).toBe(404);
  });
});
