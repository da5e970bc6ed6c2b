import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { LoadApp, Usage } from './load-app.js';
import type { LoadSlack } from './load-slack.js';

/** One app's figures in one round, in milliseconds, megabytes and events per second. */
export interface Round {
  events: number;
  perSecond: number;
  acks: number[];
  answers: number[];
  cpuMs: number;
  rssMb: number;
}

/** How a round is driven: `width` people, each of whom asks again as soon as the answer is there, or at a steady rate. */
export type Drive = { events: number; width: number } | { events: number; perSecond: number };

/** Milliseconds that an event may take from the request to its answer. */
const LONGEST = 30_000;

let serial = 0;

/** Sends signed mentions over connections that are kept open, and waits for the answer to each. */
export async function drive(
  app: LoadApp,
  slack: LoadSlack,
  secret: string,
  questions: readonly string[],
  how: Drive,
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const acks: number[] = [];
  const answers: number[] = [];

  async function ask(): Promise<void> {
    serial += 1;
    const ts = `1763900000.${String(serial).padStart(9, '0')}`;
    const body = JSON.stringify(mention(ts, questions[serial % questions.length] ?? ''));
    const begun = performance.now();
    const answered = slack.answered(ts);
    const acked = await send(app.port, agent, secret, body);
    acks.push(acked - begun);
    answers.push((await inTime(answered)) - begun);
  }

  const before = await app.usage();
  const begun = performance.now();
  if ('width' in how) {
    let left = how.events;
    const person = async () => {
      while (left-- > 0) await ask();
    };
    await Promise.all(Array.from({ length: how.width }, person));
  } else {
    const all: Promise<void>[] = [];
    for (let at = 0; at < how.events; at++) {
      await until(begun + (at * 1000) / how.perSecond);
      all.push(ask());
    }
    await Promise.all(all);
  }
  const seconds = (performance.now() - begun) / 1000;
  const after: Usage = await app.usage();
  agent.destroy();
  return {
    events: how.events,
    perSecond: how.events / seconds,
    acks,
    answers,
    cpuMs: (after.cpuMs - before.cpuMs) / how.events,
    rssMb: after.rssMb,
  };
}

function mention(ts: string, question: string) {
  return {
    token: 'verification',
    team_id: 'T0LOAD001',
    api_app_id: 'A0LOAD001',
    type: 'event_callback',
    event_id: `Ev${ts}`,
    event_time: Math.floor(Date.now() / 1000),
    event: {
      type: 'app_mention',
      user: 'U0STAFF001',
      text: `<@U0LOADBOT> ${question}`,
      ts,
      channel: 'C0LOAD001',
      event_ts: ts,
    },
    authorizations: [{ enterprise_id: null, team_id: 'T0LOAD001', user_id: 'U0LOADBOT', is_bot: true }],
  };
}

/** Answers with the monotonic milliseconds at which the acknowledgement was in. Throws where it is not a 200. */
function send(port: number, agent: Agent, secret: string, body: string): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method: 'POST', path: '/slack/events', agent, headers },
      (response) => {
        response.resume();
        if (response.statusCode !== 200) reject(new Error(`An event was answered with ${response.statusCode}.`));
        else response.on('end', () => resolve(performance.now()));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${LONGEST} ms.`)), LONGEST);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function until(at: number): Promise<void> {
  const left = at - performance.now();
  return left <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, left));
}
