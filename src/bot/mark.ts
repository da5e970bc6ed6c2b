import type { ModalView } from '@slack/types';
import type { Change } from '../knowledge/change.js';
import { dayOf } from '../knowledge/day.js';
import type { Step } from '../knowledge/edit.js';
import type { Entry } from '../knowledge/entry.js';
import type { Value } from '../knowledge/write.js';
import { cameReply } from '../replies/edits.js';
import type { Filled } from '../replies/fields.js';
import { forCliniciansReply, forLeadsReply } from '../replies/leads-only.js';
import {
  type Marked,
  markedText,
  markModal,
  NOT_PROVED,
  noReviewer,
  notMarkedText,
  readMarkValue,
  reviewerIn,
} from '../replies/mark.js';
import { plain, type Reply } from '../replies/reply.js';
import { goneReply } from '../replies/trouble.js';
import { PROPOSED } from '../store/edit.js';
import type { Edit, Store } from '../store/store.js';
import type { CarriedOut, CarryOut } from './carry-out.js';
import { unservedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import type { Finish } from './finish.js';
import { isClinician, isLead } from './pressed.js';
import type { Review } from './review.js';

type MarkDeps = Pick<BotDeps, 'faq' | 'stances' | 'keys' | 'leads' | 'clinicians' | 'now' | 'timeZone'> & {
  store: Pick<Store, 'keepEdit' | 'editOf' | 'lastEdits'>;
};

/** What came of "Mark reviewed". */
interface MarkedReply {
  /** That alone, and with the card that comes next. */
  said: Reply;
  next: Reply;
  /** A patch, which no modal has room for. */
  forOne?: Reply;
}

/** Edits among which the name is looked for that a clinician wrote last. */
const LOOKED_THROUGH = 50;

/** Clinicians mark an entry reviewed whose text they have just been shown. */
export function createMark(
  deps: MarkDeps,
  {
    review,
    carryOut,
    finishEdit,
  }: { review: Pick<Review, 'due' | 'cardAt' | 'versionOf'> } & Pick<CarryOut, 'carryOut'> & Pick<Finish, 'finishEdit'>,
) {
  const { faq, keys, leads, now, timeZone, store } = deps;
  /** Forms that are being carried out: what is sent twice at once is written once. */
  const underway = new Set<string>();
  const today = () => dayOf(now(), timeZone);

  /** Why somebody may not mark an entry. Null where they may. */
  function refusal(by: string): Reply | null {
    if (!isLead(by, leads)) return forLeadsReply(leads);
    return isClinician(by, deps) ? unservedReply(deps) : forCliniciansReply();
  }

  /** The entry of a card, where it still says what the card showed; or why it is not marked. */
  function shownBy({ entry: id, version }: Marked): { entry: Entry } | { why: 'changed' | 'done' | 'gone' } {
    const entry = faq().knowledge.entries.get(id);
    if (entry === undefined) return { why: 'gone' };
    if (review.versionOf(entry) === version) return { entry };
    return { why: review.due().some((each) => each.entry.id === id) ? 'changed' : 'done' };
  }

  /** The card that is to be read again, as it is now; the next one where it is due no longer. */
  function again(by: string, { at, entry }: Marked, said: string): Reply {
    const place = review.due().findIndex((each) => each.entry.id === entry);
    return review.cardAt(by, { at: place < 0 ? at : place, last: '' }, said);
  }

  /** Asks who has reviewed the entry of a card; or the reply that tells why it is not marked. */
  async function markForm({ by }: { by: string }, value: string): Promise<ModalView | Reply> {
    const refused = refusal(by);
    if (refused !== null) return refused;
    const marked = readMarkValue(value);
    if (marked === null) return goneReply();
    const shown = shownBy(marked);
    if ('why' in shown) return again(by, marked, notMarkedText(shown.why));
    return markModal({ title: shown.entry.questions[0], today: today(), name: await lastName(by), value });
  }

  /** The name that somebody wrote last; empty where that is not known. */
  async function lastName(by: string): Promise<string> {
    const edits = await store.lastEdits(LOOKED_THROUGH).catch(() => []);
    const last = edits.find(({ what, person }) => what === 'review' && person === keys.person(by));
    return last === undefined ? '' : reviewerIn(JSON.parse(last.form) as Filled);
  }

  /** What is to be mended in the form, by field; null where there is nothing. */
  function marksNobody(fields: Filled): { errors: Record<string, string> } | null {
    return reviewerIn(fields) === '' ? { errors: noReviewer() } : null;
  }

  /**
   * Writes who has reviewed an entry, and on which day, as an edit like any other. It has no proof: nothing of what is learned or
   * matched changes, and so no question can be answered otherwise. `id`: the same for every delivery of the form.
   */
  async function mark({
    id,
    by,
    value,
    fields,
  }: {
    id: string;
    by: string;
    value: string;
    fields: Filled;
  }): Promise<MarkedReply> {
    const refused = refusal(by);
    if (refused !== null) return { said: refused, next: refused };
    const marked = readMarkValue(value);
    if (marked === null) return { said: goneReply(), next: goneReply() };
    const told = (text: string) => ({ said: plain(text), next: again(by, marked, text) });
    const edit = keys.asked(`mark ${id}`);
    if (underway.has(edit)) return told(cameReply({ came: 'gone' }).text);
    underway.add(edit);
    try {
      const left = await store.editOf(edit).catch(() => null);
      const known = left && (await finishEdit(left, by).catch(() => left));
      if (known !== null && known.state !== 'proposed') return told(cameReply({ came: 'gone' }).text);
      const shown = shownBy(marked);
      if ('why' in shown) return told(notMarkedText(shown.why));
      return await write(edit, { by, marked, entry: shown.entry, reviewer: reviewerIn(fields) });
    } finally {
      underway.delete(edit);
    }
  }

  async function write(
    id: string,
    { by, marked, entry, reviewer }: { by: string; marked: Marked; entry: Entry; reviewer: string },
  ): Promise<MarkedReply> {
    const done = { reviewed: today(), by: reviewer };
    const [title] = entry.questions;
    const edit: Edit = {
      ...PROPOSED,
      id,
      person: keys.person(by),
      what: 'review',
      entry: entry.id,
      title,
      why: '',
      form: JSON.stringify({ reviewer: [reviewer] }),
      change: JSON.stringify([changeOf(entry, done)]),
      proof: NOT_PROVED,
      at: now(),
    };
    const kept = await store.keepEdit(edit).then(
      () => true,
      () => false,
    );
    const carried: CarriedOut = kept ? await carryOut(edit, by) : { came: { came: 'not kept' } };
    const { came, forOne, later } = carried;
    const { text } = cameReply((await later) ?? came);
    const isWritten = came.came === 'published';
    const said = isWritten ? `${markedText(title, done)}\n${text}` : text;
    // What was refused is to be read again; all else goes on.
    const goesOn = isWritten || ['patch', 'requested', 'nothing'].includes(came.came);
    const next = goesOn ? review.cardAt(by, { at: marked.at + 1, last: marked.entry }, said) : again(by, marked, said);
    return { said: plain(said), next, ...(forOne === undefined ? {} : { forOne }) };
  }

  return { markForm, marksNobody, mark };
}

/**
 * The two fields; and, so that nobody attests a text that they have not seen, those that were shown, which are refused where the file
 * has been changed and is not in service yet.
 */
function changeOf(entry: Entry, { reviewed, by }: { reviewed: string; by: string }): Change {
  const set = (field: string, was: Value | null, to: Value | null): Step => ({
    does: 'set',
    entry: entry.id,
    field,
    was,
    to,
  });
  const shown: Record<string, Value | undefined> = {
    questions: entry.questions,
    short: entry.short,
    answer: entry.answer,
    sources: entry.sources,
    evidence: entry.evidence,
    evidence_note: entry.evidenceNote,
    changed: entry.changed,
  };
  const steps = [
    ...Object.entries(shown).map(([field, value]) => set(field, value ?? null, value ?? null)),
    set('reviewed', entry.reviewed ?? null, reviewed),
    set('reviewed_by', entry.reviewedBy ?? null, by),
  ];
  return { file: entry.place.file, steps };
}
