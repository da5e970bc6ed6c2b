// Builds whenever a source was saved, and starts the bot anew with what was built. What does not compile stops nothing: the bot
// from before goes on. Changes of knowledge/ need no restart, the bot takes them over by itself. Ctrl-C ends it.
// One watcher for both steps: `tsc --watch` beside `node --watch` would start the bot in the middle of a build.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';

/** Milliseconds without a change before a build: editors save in several steps. */
const CALM = 150;

let bot = null;
let building = false;
let again = false;
let timer;

watch('src', { recursive: true }, () => {
  clearTimeout(timer);
  timer = setTimeout(build, CALM);
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    clearTimeout(timer);
    if (bot === null) process.exit(0);
    bot.removeAllListeners('exit').once('exit', () => process.exit(0));
    bot.kill();
  });
}
build();

function build() {
  again = building;
  if (building) return;
  building = true;
  spawn(process.execPath, ['.ci/build.mjs'], { stdio: 'inherit' }).once('exit', (code) => {
    building = false;
    if (again) build();
    else if (code === 0) restart();
    else console.log('Not built: mend the lines above and save.');
  });
}

function restart() {
  if (bot !== null) {
    // It finishes what is in flight and frees its port first.
    bot.removeAllListeners('exit').once('exit', start);
    bot.kill();
  } else start();
}

function start() {
  bot = spawn(process.execPath, ['dist/main.js'], { stdio: 'inherit' });
  bot.once('exit', () => {
    bot = null;
    console.log('The bot has ended. Save a source to start it again.');
  });
}
