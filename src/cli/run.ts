import { readEnvironment } from '../environment.js';
import { COMMANDS } from './commands.js';
import { MISUSED } from './io.js';
import { linesOf } from './lines.js';

// The command line's one file that knows the process: it reads arguments, prints, and exits.

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
    interrupted,
    load: async (dir) => {
      const [{ loadFaq }, { keptIn, MODELS }] = await Promise.all([import('../faq/load.js'), import('../faq/kept.js')]);
      return loadFaq(dir, keptIn(MODELS));
    },
    prove: async (input) => {
      const [{ prove }, { keptTextsIn, MODELS }] = await Promise.all([
        import('../faq/proof.js'),
        import('../faq/kept.js'),
      ]);
      return prove(input, keptTextsIn(MODELS));
    },
  });
  process.stdin.destroy();
}

/** Goes on until a signal; the timer keeps the process alive, since looking at a folder does not. */
function interrupted(): Promise<void> {
  const alive = setInterval(() => undefined, 60_000);
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  }).then(() => clearInterval(alive));
}

/** Standard input is opened when the first line is asked for: what came in before would be lost. */
async function* standardInput(): AsyncGenerator<string> {
  yield* linesOf(process.stdin);
}
