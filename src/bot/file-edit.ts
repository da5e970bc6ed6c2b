import type { Change } from '../knowledge/change.js';
import type { Entry, Knowledge } from '../knowledge/entry.js';
import { surely } from '../knowledge/patch.js';
import { cameReply } from '../replies/edits.js';
import { forLeadsReply } from '../replies/leads-only.js';
import { plain, type Reply } from '../replies/reply.js';
import { PROPOSED } from '../store/edit.js';
import type { Edit, Store } from '../store/store.js';
import type { BotDeps } from './deps.js';
import { detailsIn } from './drafting.js';
import { isLead } from './pressed.js';

type FileEditDeps = Pick<BotDeps, 'faq' | 'keys' | 'leads' | 'now' | 'redact'> & { store: Pick<Store, 'keepEdit'> };

/** A file as a lead has typed it. */
interface Typed {
  by: string;
  file: string;
  /** What it says, and what it is to say. */
  before: string;
  after: string;
  /** What the folder would say then. Null where that cannot be served. */
  knowledge: Knowledge | null;
}

/** A file that a lead has typed into becomes an edit like those of the forms: proved, published and taken back as they are. */
export function createFileEdit({ faq, keys, leads, now, redact, store }: FileEditDeps) {
  /** Keeps it as an edit that is to be proved, and answers with its id; or says why not. */
  async function proposeFile({
    by,
    file,
    before,
    after,
    knowledge,
  }: Typed): Promise<{ edit: string } | { refused: Reply }> {
    if (!isLead(by, leads)) return { refused: forLeadsReply(leads) };
    const entries = faq().knowledge.entries;
    const touched = knowledge === null ? [] : touchedIn(file, entries, knowledge.entries);
    const wordings = touched.flatMap(({ was, is }) => addedTo(was, is));
    const found = detailsIn(wordings, redact);
    if (found !== null) return { refused: plain(found) };
    const [first] = touched;
    const change: Change = { file, typed: surely(before, after) };
    const at = now();
    const edit: Edit = {
      ...PROPOSED,
      id: keys.asked(`edit at the desk ${by} ${at.getTime()}`),
      person: keys.person(by),
      what: 'file',
      entry: first?.id ?? '',
      title: first === undefined ? file : titleOf(first, touched.length),
      why: '',
      form: JSON.stringify({
        asked: first === undefined ? [] : addedTo(first.was, first.is),
        safety: touched.some(({ was, is }) => was?.safety === true || is?.safety === true),
      }),
      change: JSON.stringify([change]),
      at,
    };
    return store.keepEdit(edit).then(
      () => ({ edit: edit.id }),
      () => ({ refused: cameReply({ came: 'not kept' }) }),
    );
  }

  return { proposeFile };
}

/** An entry before and after; one of both is not there where it is new, or gone. */
interface Touched {
  id: string;
  was: Entry | undefined;
  is: Entry | undefined;
}

/** The entries of a file that say something else then, by their new ids. */
function touchedIn(file: string, before: Knowledge['entries'], after: Knowledge['entries']): Touched[] {
  const ids = [...after.values(), ...before.values()].filter(({ place }) => place.file === file).map(({ id }) => id);
  return [...new Set(ids)]
    .map((id) => ({ id, was: before.get(id), is: after.get(id) }))
    .filter(({ was, is }) => contentOf(was) !== contentOf(is));
}

function contentOf(entry: Entry | undefined): string {
  const { place: _, ...said } = entry ?? { place: null };
  return JSON.stringify(said);
}

function titleOf({ was, is, id }: Touched, count: number): string {
  const title = (is ?? was)?.questions[0] ?? id;
  return count === 1 ? title : `${title} (and ${count - 1} more)`;
}

function addedTo(was: Entry | undefined, is: Entry | undefined): string[] {
  const known = new Set(was?.questions ?? []);
  return (is?.questions ?? []).filter((question) => !known.has(question));
}
