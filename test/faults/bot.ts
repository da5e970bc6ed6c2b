import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../src/bench/free-port.js';
import { VARIABLES } from '../../src/config.js';
import type { Hub } from './hub.js';
import type { Payload } from './payloads.js';
import { type Answer, openRequests, type Requests, type SignedOptions } from './requests.js';
import type { StandIn } from './stand-in.js';
import { until } from './wait.js';

export const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/main.js');
export const BOT_TOKEN = 'xoxb-1111-faults-secret';
export const APP_TOKEN = 'xapp-1-faults-secret';
export const SIGNING_SECRET = '0123456789abcdef0123456789abcdef';

export interface BotOptions {
  mode: 'http' | 'socket';
  slack: StandIn;
  /** The server on the other side of Socket Mode, shared by all bots of a stage. */
  hub: Hub;
  knowledge: string;
  databaseUrl: string;
  env: Record<string, string>;
  /** Arguments for Node, before the script. */
  node: string[];
  /** Where its log goes: to be read here, or to an open file of that number. */
  stderr: 'pipe' | number;
  /** False: answers as soon as the process is spawned, whether or not it comes to serve. */
  wait: boolean;
}

export interface Exit {
  code: number | null;
  signal: string | null;
  /** Milliseconds since the start of the process. */
  after: number;
}

/** The built bot as a child process. */
export interface Bot {
  process: ChildProcess;
  port: number;
  /** Milliseconds from the start until it served. */
  startedIn: number;
  exit: Promise<Exit>;
  /** Null while it lives. */
  exited(): Exit | null;
  /** All that it printed so far on both outputs. */
  output(): string;
  /** Its log so far, one record a line. */
  log(): Record<string, unknown>[];
  /** Socket Mode: the server on the other side. */
  hub: Hub;
  /** Delivers a payload in the bot's mode. */
  deliver(payload: Payload, options?: SignedOptions): Promise<Answer>;
  requests: Requests;
  /** What `/readyz` says. */
  ready(): Promise<{ status: number; body: Record<string, Record<string, unknown>> }>;
  /** Resident memory in megabytes. */
  memory(): number;
  stop(signal?: NodeJS.Signals): Promise<Exit>;
}

/** Starts the bot with an environment of its own; nothing of the developer's `.env` comes through. */
export async function startBot(
  options: Partial<BotOptions> & Pick<BotOptions, 'slack' | 'hub' | 'knowledge' | 'databaseUrl'>,
): Promise<Bot> {
  const {
    mode = 'http',
    slack,
    hub,
    knowledge,
    databaseUrl,
    env = {},
    node = [],
    stderr = 'pipe',
    wait = true,
  } = options;
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [...node, MAIN], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', stderr],
    env: {
      PATH: process.env.PATH ?? '',
      ...Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ''])),
      SLACK_BOT_TOKEN: BOT_TOKEN,
      ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN }),
      SLACK_API_URL: slack.url,
      PORT: String(port),
      KNOWLEDGE_DIR: knowledge,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'info',
      ...env,
    },
  });
  const printed: string[] = [];
  const errors: string[] = [];
  child.stdout?.on('data', (chunk) => void printed.push(String(chunk)));
  child.stderr?.on('data', (chunk) => void errors.push(String(chunk)));
  let ended: Exit | null = null;
  const exit = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => {
      ended = { code, signal, after: performance.now() - begun };
      resolve(ended);
    });
  });
  const requests = openRequests(port, SIGNING_SECRET);
  const bot: Bot = {
    process: child,
    port,
    startedIn: 0,
    exit,
    exited: () => ended,
    output: () => printed.join('') + errors.join(''),
    log: () => recordsOf(errors.join('')),
    hub,
    deliver: (payload, signed) => (mode === 'http' ? requests.deliver(payload, signed) : hub.deliver(payload)),
    requests,
    async ready() {
      const { status, text } = await requests.get('/readyz');
      return { status, body: JSON.parse(text) };
    },
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      const last = await exit;
      requests.close();
      return last;
    },
  };
  if (!wait) return bot;
  await until('the bot serves', () => ended !== null || printed.join('').includes('entries from'), 400_000);
  if (ended !== null) throw new Error(`The bot ended at its start: ${bot.output()}`);
  if (mode === 'socket') await until('the socket is open', async () => (await bot.ready()).status === 200);
  bot.startedIn = performance.now() - begun;
  return bot;
}

/** The records of a log. A line that is no JSON object throws: none may be. */
function recordsOf(text: string): Record<string, unknown>[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
