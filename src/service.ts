import type { Faq, LoadedFaq } from './faq.js';
import { type Problem, problemLine } from './knowledge/problem.js';
import { errorFields, type Log } from './logging.js';

/** How the knowledge in service stands, for `/readyz` and metrics. */
export interface KnowledgeState {
  version: string;
  entries: number;
  /** When it went into service. */
  since: Date;
  /** Why the newest state of the folder is not in service; null when it is. */
  refused: string | null;
}

export interface Service {
  faq(): Faq;
  state(): KnowledgeState;
  /** Loads the folder again and puts it into service in one step, or keeps what is there and says why. */
  reload(): Promise<void>;
}

/** Share of the entries that a reload may lose: more looks like an accident, and needs a restart to go through. */
const MOST_LOST = 0.2;

/** Keeps the last good knowledge in service. `load` may take long; answering goes on meanwhile. */
export function createService(
  first: Faq,
  {
    load,
    log,
    now,
    observe,
  }: { load(): Promise<LoadedFaq>; log: Log; now(): Date; observe: { loaded(result: 'ok' | 'refused'): void } },
): Service {
  let faq = first;
  let since = now();
  let refused: string | null = null;

  async function reload(): Promise<void> {
    const loaded = await load().catch((error: unknown) => {
      log.error(errorFields(error), 'knowledge loading failed');
      return null;
    });
    const reason = loaded === null ? 'loading failed' : reasonToRefuse(faq, loaded);
    if (loaded?.faq && reason === null) {
      if (loaded.faq.version !== faq.version) {
        faq = loaded.faq;
        since = now();
        log.info({ version: faq.version, entries: faq.knowledge.entries.size }, 'knowledge in service');
      }
      refused = null;
      observe.loaded('ok');
      return;
    }
    refused = reason;
    for (const found of loaded?.problems ?? []) {
      if (found.severity === 'error' || found.code === 'K111') logProblem(log, found);
    }
    log.warn({ reason, version: faq.version }, 'knowledge not reloaded');
    observe.loaded('refused');
  }

  return {
    faq: () => faq,
    state: () => ({ version: faq.version, entries: faq.knowledge.entries.size, since, refused }),
    reload,
  };
}

function reasonToRefuse(before: Faq, { faq }: LoadedFaq): string | null {
  if (faq === null) return 'the files have errors';
  if (faq.unended.some((file) => !before.unended.includes(file)))
    return 'a file no longer ends with a line break, as if it were cut off';
  const lost = [...before.knowledge.entries.keys()].filter((id) => !faq.knowledge.entries.has(id)).length;
  if (lost > before.knowledge.entries.size * MOST_LOST)
    return `${lost} entries are gone; restart to put this into service`;
  return null;
}

function logProblem(log: Log, found: Problem): void {
  const { file, line, col } = found.place;
  log.warn({ file, line, col, code: found.code, problem: problemLine(found) }, 'knowledge problem');
}
