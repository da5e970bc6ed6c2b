import { createInterface } from 'node:readline';
import { readEnvironment } from '../environment.js';
import { type Command, MISUSED } from './io.js';

// The command line's one file that knows the process: it reads arguments, prints, and exits.

/** Commands are loaded when they are called, since some need parts that others do without. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  ask: async () => (await import('./ask.js')).ask,
  check: async () => (await import('./check.js')).check,
  eval: async () => (await import('./eval.js')).evaluate,
  doctor: async () => (await import('./doctor.js')).doctor,
  redaction: async () => (await import('./redaction.js')).redaction,
  export: async () => (await import('./export.js')).exportRows,
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load === undefined) {
  process.stderr.write(`Unknown command "${name}". Known commands: ${Object.keys(COMMANDS).join(', ')}.\n`);
  process.exitCode = MISUSED;
} else {
  // A reader that has seen enough, such as `head`, closes the pipe: that is no fault.
  process.stdout.on('error', () => process.exit(0));
  const command = await load();
  process.exitCode = await command(args, {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    lines: standardInput(),
    environment: readEnvironment(),
  });
  process.stdin.destroy();
}

/** Standard input is opened when the first line is asked for: what came in before would be lost. */
async function* standardInput(): AsyncGenerator<string> {
  yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
}
