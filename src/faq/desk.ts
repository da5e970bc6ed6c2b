import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '../knowledge/day.js';
import type { Knowledge } from '../knowledge/entry.js';
import { sortFiles } from '../knowledge/folder.js';
import type { Problem } from '../knowledge/problem.js';
import { attemptAside } from './attempt.js';
import { withTexts } from './copy.js';
import { type Faq, ready } from './load.js';
import { readText } from './save.js';
import type { Service } from './serve.js';

/** A file as it is edited in a page, which knows one kind of line break and no mark at the beginning. */
export interface Opened {
  text: string;
  /** Another one wherever a byte of the file is another. */
  version: string;
}

/** What a text would come to that is not saved. */
export interface Tried {
  /** Null where a fault forbids serving it. */
  knowledge: Knowledge | null;
  /** Only where it was tried whole. */
  faq: Faq | null;
  problems: readonly Problem[];
}

/** What a file says, and what it is to say, to the byte. `changed`: it is not of the version any more that was opened. */
export type Meant = { before: string; after: string } | 'changed';

/** Where leads try a file's text before they save it. Files are named as the folder has them: no other is read or written. */
export interface Desk {
  files(): Promise<string[]>;
  /** Null where there is no such file, or one that a page cannot show: too large, or not UTF-8. */
  open(file: string): Promise<Opened | null>;
  /** Null where there is no such file, or where a newer try has ended this one. */
  attempt(file: string, text: string, whole: boolean): Promise<Tried | null>;
  /** What a text that was typed is to make of its file, in the manner of the file. Null where there is no such file. */
  meant(file: string, version: string, text: string): Promise<Meant | null>;
  /** How the folder was read last, and why it is not in service, where it is not. */
  standing(): { readAt: Date; refused: string | null };
  /** Ends what is being tried, and resolves when nothing of it is left. */
  close(): Promise<void>;
}

export interface DeskDeps {
  dir: string;
  signal: AbortSignal;
  service: Pick<Service, 'readAt' | 'refused'>;
  now(): Date;
  attempt?: typeof attemptAside;
}

/** Bytes of the largest file that is edited in a page. */
const LARGEST = 1_000_000;

export function createDesk({ dir, signal, service, now, attempt = attemptAside }: DeskDeps): Desk {
  let newest = new AbortController();
  /** The copies that are still there. */
  const atWork = new Set<Promise<unknown>>();

  const files = async () => sortFiles(await readdir(dir)).read;

  async function pathOf(file: string): Promise<string | null> {
    return (await files()).includes(file) ? join(dir, file) : null;
  }

  return {
    files,
    async open(file) {
      const path = await pathOf(file);
      const text = path && (await readSmall(path).catch(() => null));
      if (text === null) return null;
      return { text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), version: versionOf(text) };
    },
    async attempt(file, text, whole) {
      newest.abort();
      newest = new AbortController();
      const mine = newest.signal;
      const names = await files();
      if (!names.includes(file)) return null;
      const today = dayOf(now(), 'UTC');
      const either = AbortSignal.any([signal, mine]);
      // The copy is made and removed here: the process that reads it may be ended at any time.
      const copied = { files: names, texts: new Map([[file, text]]), name: 'desk' };
      const trying = withTexts(dir, copied, async (copy) => {
        const tried = await attempt({ dir: copy, today, whole }, either);
        const problems = tried.problems.map((found) => ({ ...found, message: found.message.replaceAll(copy, dir) }));
        return { ...tried, problems };
      });
      atWork.add(trying);
      const tried = await trying
        .catch((error: unknown) => {
          if (either.aborted) return null;
          throw error;
        })
        .finally(() => atWork.delete(trying));
      return tried && { ...ready(tried), knowledge: tried.knowledge };
    },
    async meant(file, version, text) {
      const path = await pathOf(file);
      if (path === null) return null;
      const before = await readText(path);
      return versionOf(before) === version ? { before, after: inTheMannerOf(before, text) } : 'changed';
    },
    standing() {
      const refused = service.refused();
      if (refused === null) return { readAt: service.readAt(), refused };
      const { file, line, message, remedy } = refused;
      const words = [file === '' ? '' : `${file}:${line}`, message, remedy].filter(Boolean).join(' ');
      return { readAt: service.readAt(), refused: words };
    },
    async close() {
      newest.abort();
      await Promise.allSettled(atWork);
    },
  };
}

/** Null where it is too large. Throws where it cannot be read, or is not UTF-8. */
async function readSmall(path: string): Promise<string | null> {
  return (await stat(path)).size > LARGEST ? null : readText(path);
}

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** With the line breaks and the mark at the beginning that the file had, so that no line changes that nobody has edited. */
function inTheMannerOf(was: string, text: string): string {
  const [first] = /\r?\n/.exec(was) ?? ['\n'];
  return (was.startsWith('\uFEFF') ? '\uFEFF' : '') + text.replace(/\r?\n/g, first);
}
