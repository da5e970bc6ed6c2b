import type { Change } from '../knowledge/change.js';
import { dayOf } from '../knowledge/day.js';
import { type Alone, createAlone } from './alone.js';
import { type Finished, finish } from './finish.js';
import { createGit, type Git } from './git.js';
import type { GitHub } from './github.js';
import { type Plans, plansAside } from './plan.js';
import { type Proof, type ProofInput, proveAside } from './proof.js';
import { type Changed, createPublish, type Published, type Terms } from './publish.js';
import { createRequestPull } from './pull-request.js';
import type { Service } from './serve.js';
import type { Told } from './write-files.js';

/** What leads do with the knowledge folder through the bot. */
export interface Workshop {
  /** What an edit would do. Rejects where the process that tells it ends. */
  prove(input: Pick<ProofInput, 'changes' | 'asked' | 'wanted'>): Promise<Proof>;
  /** While this runs nobody else edits the folder: what is published, or found out after a crash, is within. */
  alone: Alone;
  publish(changes: readonly Change[], terms: Terms): Promise<Published>;
  /** Brings to an end what a process that has ended left of an edit. */
  finish(left: { changed: readonly Changed[]; told: Told & { edit: string } }): Promise<Finished>;
  /** Resolves when git has taken or refused what is written: the folder is not put into service before. */
  atRest(): Promise<void>;
  /** What is in service before an edit. */
  before(): Before;
  /** What came of the folder after an edit: since when it is in service, or why it is not. Null where that takes too long. */
  settled(before: Before): Promise<{ since: Date } | { refused: string } | null>;
  /** True where this folder is one that people only try things in: then nothing is committed. */
  trial: boolean;
}

export interface Before {
  at: Date;
  version: string;
  /** Whether the folder as it stood was in service: where it was not, what mends it may be the version that is. */
  isServed: boolean;
}

export interface WorkshopDeps {
  dir: string;
  environment: Readonly<Record<string, string | undefined>>;
  branch: string | null;
  /** Where pull requests are asked for. Null: nowhere. */
  github: GitHub | null;
  trial: boolean;
  signal: AbortSignal;
  service: Pick<Service, 'state' | 'readAt'>;
  now(): Date;
  plan?: Plans;
}

/** Milliseconds between looks at what is in service, and looks at the most: a minute. */
const LOOK_EVERY = 500;
const MOST_LOOKS = 120;
/** In a trial nothing is committed. */
const NO_GIT: Git = {
  standing: async () => 'none',
  commit: async () => ({ failed: '' }),
  commitWith: async () => null,
  committed: async () => null,
  isBusy: async () => false,
  push: async () => 'no remote',
};

export function createWorkshop(deps: WorkshopDeps): Workshop {
  const { dir, environment, branch, github, trial, signal, service, now, plan = plansAside(signal) } = deps;
  const writing = {
    dir,
    git: trial ? NO_GIT : createGit(dir, environment),
    branch,
    commits: new Set<Promise<unknown>>(),
  };
  const requestPull = github === null || trial ? null : createRequestPull({ github, dir, plan });
  return {
    prove: (input) => proveAside({ ...input, dir, today: dayOf(now(), 'UTC') }, signal),
    alone: createAlone(dir),
    publish: createPublish({ ...writing, plan, requestPull }),
    finish: (left) => finish(writing, left),
    async atRest() {
      await Promise.allSettled(writing.commits);
    },
    before() {
      const { version, refused } = service.state();
      return { at: now(), version, isServed: refused === null };
    },
    async settled({ at, version, isServed }) {
      for (let looks = 0; looks < MOST_LOOKS && !signal.aborted; looks++) {
        const state = service.state();
        // A reading that began before the files were written finds what was there before.
        if (service.readAt() > at && state.refused !== null) return { refused: state.refused };
        if (service.readAt() > at && (state.version !== version || !isServed)) return { since: state.since };
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      }
      return null;
    },
    trial,
  };
}
