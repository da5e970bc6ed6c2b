import { App } from '@slack/bolt';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLog } from '../../src/logging.js';
import { createClient } from '../../src/slack/client.js';
import { openSocketReceiver, REPLACED } from '../../src/slack/socket-receiver.js';
import { wire } from '../../src/slack/wire.js';
import { startHub } from '../faults/hub.js';
import { command, event } from '../faults/payloads.js';
import { startStandIn } from '../faults/stand-in.js';

/** Bolt behind the receiver, and the server on the other side of Socket Mode. Pauses are told, and left out or, if `patient`, never over. */
async function open({ start = true, patient = false, fault = undefined as { error: string } | undefined } = {}) {
  const slack = await startStandIn();
  const hub = await startHub(slack);
  const pauses: number[] = [];
  const lines: string[] = [];
  const given: string[] = [];
  const replaced: (() => void)[] = [];
  let now = 0;
  let answer = (text: string): Promise<unknown> => Promise.resolve(text);
  const recover = fault === undefined ? () => {} : slack.fail('apps.connections.open', fault);
  const socket = openSocketReceiver({
    client: createClient({ token: 'xapp-1', slackApiUrl: slack.url, wire }),
    log: createLog('info', { write: (line) => void lines.push(line) }),
    giveUp: (reason) => void given.push(reason),
    now: () => now,
    wait: (ms) => {
      if (ms === REPLACED) return new Promise((go) => void replaced.push(go));
      pauses.push(ms);
      if (patient) return new Promise(() => {});
      return new Promise((resolve) => setImmediate(resolve));
    },
  });
  const app = new App({ token: 'xoxb-1', botId: 'B1', botUserId: 'U9', receiver: socket.receiver, convoStore: false });
  app.command('/iastm', async ({ command: { text }, ack }) => ack((await answer(text)) as string));
  app.error(async () => {});
  onTestFinished(async () => {
    await app.stop();
    await hub.close();
    await slack.close();
  });
  if (start) await app.start();
  return {
    slack,
    hub,
    app,
    socket,
    pauses,
    lines,
    given,
    /** Connections that were replaced and are to go now. */
    replaced,
    recover,
    /** Lets time pass for the receiver. */
    pass: (ms: number) => {
      now += ms;
    },
    answering: (with_: typeof answer) => {
      answer = with_;
    },
  };
}

const opens = ({ slack }: Awaited<ReturnType<typeof open>>) =>
  slack.calls.filter(({ method }) => method === 'apps.connections.open').length;

describe('Socket Mode', () => {
  it('answers in the acknowledgement, a text as Slack wants it', async () => {
    const { hub } = await open();
    expect(await hub.deliver(command('pain'))).toMatchObject({ status: 200, text: '{"text":"pain"}' });
    expect((await hub.deliver(event({ type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.1' }))).text).toBe('{}');
  });

  it('opens another connection before it closes one that Slack wants back, and acknowledges on both', async () => {
    const here = await open();
    const { hub, socket, replaced } = here;
    hub.say('{"type":"disconnect","reason":"refresh_requested"}');
    expect(socket.state()).toEqual({ ok: true });
    await hub.reopened(1, 0);
    const both = [await hub.deliver(command('a')), await hub.deliver(command('b'))];
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(socket.state()).toEqual({ ok: true });
    expect(opens(here)).toBe(2);
    expect(hub.connections()).toBe(2);
    for (const go of replaced) go();
    await expect.poll(() => hub.connections()).toBe(1);
    expect(socket.state()).toEqual({ ok: true });
  });

  it('gives up after a quarter of an hour without any connection, and not before', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { slack, hub, pass, given, socket } = await open({ patient: true });
    const look = () => vi.advanceTimersByTime(5000);
    pass(3_600_000);
    look();
    expect(given).toEqual([]);
    slack.fail('apps.connections.open', { status: 500 });
    hub.drop();
    await expect.poll(() => socket.state().ok).toBe(false);
    pass(15 * 60_000);
    look();
    expect(given).toEqual([]);
    pass(1);
    look();
    expect(given).toEqual(['no connection for a quarter of an hour']);
  });

  it('acknowledges on another connection what came on one that is gone', async () => {
    const { hub, answering, socket } = await open();
    let go = (_: unknown) => {};
    let begun = () => {};
    const asked = new Promise<void>((resolve) => {
      begun = resolve;
    });
    answering(() => {
      begun();
      return new Promise((resolve) => {
        go = resolve;
      });
    });
    const acknowledged = hub.acknowledgement('E1');
    void hub.deliver(command('a'), { envelope: 'E1', retry: 0 });
    await asked;
    hub.drop();
    await hub.reopened(1, 0);
    await expect.poll(() => socket.state().ok).toBe(true);
    go('late');
    expect(await acknowledged).toEqual({ text: 'late' });
  });

  it('connects again at once when a connection was lost that had lasted, and says why in one line', async () => {
    const { hub, lines, pauses, pass, socket } = await open();
    pass(10_001);
    hub.drop();
    await hub.reopened(1, 0);
    await expect.poll(() => socket.state().ok).toBe(true);
    expect(pauses).toEqual([0]);
    const lost = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
    expect(lost).toMatchObject([{ msg: 'socket lost', code: 'ECONNRESET' }]);
  });

  it.each([
    [10_001, [0, 0, 0, 0]],
    [10_000, [0, 500, 1000, 2000]],
  ])('counts a connection that lasted for %i ms so that the pauses are at least %j', async (lasted, least) => {
    const { hub, pauses, pass, socket } = await open();
    for (const at of least.keys()) {
      pass(lasted);
      hub.drop();
      await hub.reopened(at + 1, 0);
      await expect.poll(() => socket.state().ok).toBe(true);
    }
    for (const [at, ms] of least.entries()) {
      expect(pauses[at]).toBeGreaterThanOrEqual(ms);
      expect(pauses[at]).toBeLessThanOrEqual(ms * 1.1);
    }
  });

  it('waits longer each time where connections do not last, up to a quarter of a minute', async () => {
    const { hub, pauses } = await open();
    hub.treat('too many');
    hub.drop();
    await expect.poll(() => pauses.length).toBeGreaterThan(8);
    const least = [0, 500, 1000, 2000, 4000, 8000, 15_000, 15_000];
    for (const [at, ms] of least.entries()) {
      expect(pauses[at]).toBeGreaterThanOrEqual(ms);
      expect(pauses[at]).toBeLessThanOrEqual(ms * 1.1);
    }
  });

  it('names the remedy where Slack refuses the token at the start, and gives up where it does so later', async () => {
    const refused = await open({ start: false, fault: { error: 'invalid_auth' } });
    await expect(refused.app.start()).rejects.toThrow(/SLACK_APP_TOKEN \(invalid_auth\)\. Make one with/);
    expect(refused.given).toEqual([]);
    const later = await open();
    later.slack.fail('apps.connections.open', { error: 'token_revoked' });
    later.hub.drop();
    await expect.poll(() => later.given.length).toBe(1);
    expect(later.given[0]).toContain('token_revoked');
  });

  it('keeps asking at the start while Slack cannot be reached', async () => {
    const { app, pauses, recover, socket } = await open({ start: false, fault: { error: 'internal_error' } });
    const starting = app.start();
    await expect.poll(() => pauses.length).toBeGreaterThan(2);
    expect(socket.state().ok).toBe(false);
    recover();
    await starting;
    expect(socket.state()).toEqual({ ok: true });
  });

  it('acknowledges at a stop what is at work, and nothing new, which Slack then sends elsewhere', async () => {
    const { hub, app, answering } = await open({ patient: true });
    let go = (_: unknown) => {};
    let begun = () => {};
    const asked = new Promise<void>((resolve) => {
      begun = resolve;
    });
    answering((text) => {
      if (text === 'b') return Promise.resolve('not to be said');
      begun();
      return new Promise((resolve) => {
        go = resolve;
      });
    });
    const atWork = hub.deliver(command('a'));
    await asked;
    const stopped = app.stop();
    const late = hub.deliver(command('b'));
    // Time enough to answer it, if it were heard.
    await new Promise((resolve) => setTimeout(resolve, 50));
    go('done');
    await stopped;
    expect((await atWork).text).toBe('{"text":"done"}');
    expect((await late).status).toBe(0);
  });

  it('logs an envelope that it does not understand, without its content, and goes on', async () => {
    const { hub, lines } = await open();
    for (const text of ['no json', 'null', '{}', '{"type":"zqmarker"}', '{"payload":null,"envelope_id":"1"}'])
      hub.say(text);
    expect((await hub.deliver(command('a'))).status).toBe(200);
    expect(lines.filter((line) => line.includes('not understood'))).toHaveLength(5);
    expect(lines.join('')).not.toContain('zqmarker');
  });
});
