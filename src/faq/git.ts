import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';

/** What git needs of the environment; nothing that the bot keeps secret reaches it, or its hooks. */
const HANDED_ON = [
  ...['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR', 'XDG_CONFIG_HOME', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND'],
  ...['SystemRoot', 'USERPROFILE', 'APPDATA', 'TEMP', 'PATHEXT', 'ComSpec'],
];
/** Whom git names as having carried it out, where the lead is the author. */
export const COMMITTER = { name: 'IASTM FAQ bot', email: 'iastm-faq-bot@invalid' };
/** Milliseconds until a call, with its hooks, is ended. */
const LIMIT = 60_000;
/** Milliseconds between tries while another git holds the lock. */
const PAUSES = [100, 300, 1000, 2000];
/** Characters of what git says that are told. */
const LONGEST_SAID = 400;

/** How a file stands in git. `none`: in no checkout. `apart`: not in the history, or with changes that nobody has committed. */
export type Standing = 'none' | 'apart' | 'clean';

/** What came of a call: what it printed, or why it failed, in git's own words. */
type Called = { out: string; failed?: undefined } | { failed: string };

export interface Git {
  standing(file: string): Promise<Standing>;
  /** Commits these files alone, whatever else is staged. The commit's id, or why there is none: then nothing is staged either. */
  commit(
    files: readonly string[],
    commit: { message: string; author: string },
  ): Promise<{ id: string } | { failed: string }>;
  /** The latest commit whose message has a line, or null. */
  commitWith(line: string): Promise<string | null>;
  /** The text of a file in the latest commit, to the byte. Null where it is not in it. */
  committed(file: string): Promise<string | null>;
  /** Whether another git is at work, or was ended in the middle of it. */
  isBusy(): Promise<boolean>;
  /** Pushes what is checked out to a branch of `origin`. Null where that went well or there is no `origin`, else why not. */
  push(branch: string): Promise<'pushed' | 'no remote' | { failed: string }>;
}

/**
 * The git binary in a folder, where there is one. It is started without a shell; texts of people reach it by its standard input, and
 * names of files behind `--`.
 */
export function createGit(folder: string, environment: Readonly<Record<string, string | undefined>>): Git {
  const env = {
    ...Object.fromEntries(HANDED_ON.flatMap((name) => (environment[name] ? [[name, environment[name]]] : []))),
    GIT_COMMITTER_NAME: COMMITTER.name,
    GIT_COMMITTER_EMAIL: COMMITTER.email,
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };

  function call(args: readonly string[], input = ''): Promise<Called> {
    return new Promise((resolve) => {
      const git = spawn('git', ['--literal-pathspecs', ...args], {
        cwd: folder,
        env,
        timeout: LIMIT,
        killSignal: 'SIGKILL',
      });
      const out: Buffer[] = [];
      let said = '';
      git.stdout.on('data', (chunk) => {
        out.push(chunk);
      });
      git.stderr.on('data', (chunk) => {
        said += chunk;
      });
      git.on('error', ({ message }) => resolve({ failed: message }));
      git.on('close', (code) => {
        if (code === 0) resolve({ out: Buffer.concat(out).toString() });
        else
          resolve({
            failed: (said.trim() || Buffer.concat(out).toString().trim() || `git ended with ${code}`).slice(
              0,
              LONGEST_SAID,
            ),
          });
      });
      // One that ends early reads nothing.
      git.stdin.on('error', () => {});
      git.stdin.end(input);
    });
  }

  async function word(args: readonly string[]): Promise<Called> {
    const called = await call(args);
    return called.failed === undefined ? { out: called.out.trim() } : called;
  }

  async function patiently(args: readonly string[], input: string): Promise<Called> {
    for (const ms of PAUSES) {
      const called = await call(args, input);
      if (called.failed === undefined || !/index\.lock|cannot lock ref/i.test(called.failed)) return called;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
    return call(args, input);
  }

  return {
    async standing(file) {
      const inside = await word(['rev-parse', '--is-inside-work-tree']);
      if (inside.failed !== undefined || inside.out !== 'true') return 'none';
      const known = await call(['ls-files', '--error-unmatch', '--', file]);
      if (known.failed !== undefined) return 'apart';
      const changed = await word(['status', '--porcelain', '--', file]);
      return changed.failed === undefined && changed.out === '' ? 'clean' : 'apart';
    },

    async commit(files, { message, author }) {
      const args = ['commit', '--quiet', '--only', '--no-gpg-sign', '--file=-', `--author=${author}`, '--', ...files];
      const done = await patiently(args, message);
      if (done.failed !== undefined) return { failed: done.failed };
      const named = await word(['rev-parse', 'HEAD']);
      return named.failed === undefined ? { id: named.out } : { failed: named.failed };
    },

    async commitWith(line) {
      const found = await word(['log', '-1', '--format=%H', '--fixed-strings', `--grep=${line}`]);
      return found.failed !== undefined || found.out === '' ? null : found.out;
    },

    async committed(file) {
      const shown = await call(['show', `HEAD:./${file}`]);
      return shown.failed === undefined ? shown.out : null;
    },

    async isBusy() {
      const lock = await word(['rev-parse', '--git-path', 'index.lock']);
      return lock.failed === undefined && existsSync(resolvePath(folder, lock.out));
    },

    async push(branch) {
      const remotes = await call(['remote']);
      if (remotes.failed !== undefined || !remotes.out.split('\n').includes('origin')) return 'no remote';
      const pushed = await call(['push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`]);
      return pushed.failed === undefined ? 'pushed' : { failed: pushed.failed };
    },
  };
}
