import type { LogLevel as BoltLevel, Logger as BoltLogger } from '@slack/bolt';
import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from './config.js';

/** What the rest of the program may log with. Messages are static; what varies stands in fields, and never is a question's text. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The log of the whole process. */
export interface ProcessLog extends Log {
  /** The process ends because of it. */
  fatal(fields: object, message: string): void;
}

/** Bytes of log lines that are held where they cannot be written; later lines are lost. */
const MOST_HELD = 1_000_000;

/** A full disk, a reader that is gone, and one that does not read may cost lines of the log, and never an answer. */
function standardError(): DestinationStream {
  const destination = pino.destination({ dest: 2, sync: true, maxLength: MOST_HELD, retryEAGAIN: () => false });
  destination.on('error', () => {});
  return destination;
}

/** JSON lines on standard error, or on `destination`. */
export function createLog(level: LogLevel, destination: DestinationStream = standardError()): ProcessLog {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: ['*.token', 'token'] },
    { write: (line) => destination.write(line.replace(MISLEADING, escaped)) },
  );
}

/**
 * What JSON leaves as it is, though readers of a log take some of it for a line's end (NEL, U+2028, U+2029), and screens show
 * other text for it: control characters, and those that turn the direction of writing.
 */
const MISLEADING = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** An error as fields that are safe to log: its kind, code and own frames, but no message, since that may quote a question. */
export function errorFields(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const at = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 3)
    .map((line) => line.trim().replace(/^at /, ''))
    .join(' < ');
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(at ? { at } : {}),
  };
}

/**
 * The logger for Bolt. Slack's own debug lines hold questions and envelopes, and its other lines may quote payloads:
 * nothing below `warn` is asked of it, and its words are not passed on, only that it spoke and at which level.
 */
export function boltLogger(log: Log): BoltLogger {
  let name = 'slack';
  const pass =
    (level: 'warn' | 'error') =>
    (...said: unknown[]) => {
      const error = said.find((each) => each instanceof Error);
      log[level]({ from: name, ...(error === undefined ? {} : errorFields(error)) }, 'slack library message');
    };
  const drop = () => {};
  return {
    debug: drop,
    info: drop,
    warn: pass('warn'),
    error: pass('error'),
    setLevel: drop,
    // Bolt's own enum would load all of Bolt for whoever logs.
    getLevel: () => 'warn' as BoltLevel.WARN,
    setName: (given) => {
      name = given;
    },
  };
}
