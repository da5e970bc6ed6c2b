import { blocks, type Problem, problemLine } from '../knowledge/problem.js';
import { errorFields, type Log } from '../logging.js';
import { AsideError } from './aside.js';
import { type Faq, type LoadedFaq, NOTHING } from './load.js';

/** What keeps the newest files out of service: the first error, or what else is to be done, without a place then. */
export interface Refused extends Pick<Problem, 'message' | 'remedy'> {
  file: string;
  line: number;
  code: string;
}

/** How the knowledge in service stands, for `/readyz` and metrics. */
export interface KnowledgeState {
  /** Empty where nothing is in service. */
  version: string;
  /** 0 where nothing is in service. */
  entries: number;
  /** Since when it is so. */
  since: Date;
  /** Why the newest state of the folder is not in service; null when it is. */
  refused: string | null;
}

export interface Service {
  faq(): Faq;
  state(): KnowledgeState;
  /** The same as `refused` of the state, in words for leads. */
  refused(): Refused | null;
  /** When the folder was begun to be read whose outcome is known last. */
  readAt(): Date;
  /** Loads the folder again and puts it into service in one step, or keeps what is there and says why. */
  reload(): Promise<void>;
}

/** What the service is handed. `load` may take long; answering goes on meanwhile. */
export interface ServiceDeps {
  load(): Promise<LoadedFaq>;
  log: Log;
  now(): Date;
  observe: { loaded(result: 'ok' | 'refused'): void };
}

/** Share of the entries that a reload may lose: more looks like an accident, and needs a restart to go through. */
const MOST_LOST = 0.2;
/** A folder whose reading failed is read again once it changes. */
const READ_AGAIN = 'The files may be sound: save one of them again once this machine has less to do.';
/** Problems that one line of the log names. */
const MOST_NAMED = 3;

/** Keeps the last good knowledge in service; nothing until there is some. */
export function createService(first: LoadedFaq, { load, log, now, observe }: ServiceDeps): Service {
  let faq = first.faq ?? NOTHING;
  let since = now();
  let refused: string | null = null;
  let fault: Refused | null = null;
  let readAt = since;
  if (first.faq === null) refuse(reasonOf(first.problems), first.problems);
  else tellUnread(first.problems);

  async function reload(): Promise<void> {
    const begun = now();
    await takeOver();
    readAt = begun;
  }

  async function takeOver(): Promise<void> {
    let loaded: LoadedFaq;
    try {
      loaded = await load();
    } catch (error) {
      refused = error instanceof AsideError ? error.message : 'loading failed';
      fault = withoutPlace(refused, READ_AGAIN);
      log.error({ ...errorFields(error), reason: refused, version: faq.version }, 'knowledge not in service');
      observe.loaded('refused');
      return;
    }
    const lost = loaded.faq === null ? null : lossOf(faq, loaded.faq);
    if (loaded.faq === null || lost !== null) {
      refuse(lost ?? reasonOf(loaded.problems), loaded.problems);
      observe.loaded('refused');
      return;
    }
    if (loaded.faq.version !== faq.version) {
      faq = loaded.faq;
      since = now();
      log.info({ version: faq.version, entries: faq.knowledge.entries.size }, 'knowledge in service');
      tellUnread(loaded.problems);
    }
    refused = null;
    fault = null;
    observe.loaded('ok');
  }

  /** One line, however many problems there are: `npm run check` tells them all. */
  function refuse(reason: string, problems: readonly Problem[]): void {
    refused = reason;
    const errors = problems.filter(blocks);
    const [firstError] = errors;
    const { place, code } = firstError ?? {};
    fault = firstError === undefined ? withoutPlace(reason) : { ...firstError, ...firstError.place };
    const named = errors.slice(0, MOST_NAMED).map((found) => problemLine(found));
    log.warn(
      { reason, version: faq.version, ...place, code, errors: errors.length, named },
      'knowledge not in service',
    );
  }

  function tellUnread(problems: readonly Problem[]): void {
    const files = problems.filter(({ code }) => code === 'K115').map(({ place }) => place.file);
    if (files.length > 0) log.warn({ files }, 'files not read');
  }

  return {
    faq: () => faq,
    state: () => ({ version: faq.version, entries: faq.knowledge.entries.size, since, refused }),
    refused: () => fault,
    readAt: () => readAt,
    reload,
  };
}

function withoutPlace(message: string, remedy = ''): Refused {
  return { file: '', line: 0, code: '', message, remedy };
}

/** `safety.yml:41:5 K203 and 2 more`. */
function reasonOf(problems: readonly Problem[]): string {
  const [first, ...more] = problems.filter(blocks);
  if (first === undefined) return 'the files have errors';
  const { file, line, col } = first.place;
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return `${file}:${line}:${col} ${first.code}${others}`;
}

function lossOf(before: Faq, after: Faq): string | null {
  const lost = [...before.knowledge.entries.keys()].filter((id) => !after.knowledge.entries.has(id)).length;
  if (lost <= before.knowledge.entries.size * MOST_LOST) return null;
  return `${lost} entries are gone; restart to put this into service`;
}
