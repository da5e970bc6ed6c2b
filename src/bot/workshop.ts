import type { ModalView, PlainTextOption } from '@slack/types';
import { dayOf } from '../knowledge/day.js';
import { changeModal } from '../replies/change.js';
import type { Filled, Notes } from '../replies/fields.js';
import { replyModal } from '../replies/in-view.js';
import { forLeadsReply } from '../replies/leads-only.js';
import { entriesLike } from '../replies/lookup.js';
import type { Reply } from '../replies/reply.js';
import { beginChangeReply } from '../replies/to-change.js';
import { goneReply, notSentText } from '../replies/trouble.js';
import { beginReply, draftModal, sourceOptions, sourcesLike, wordingsModal } from '../replies/workshop.js';
import { PROPOSED } from '../store/edit.js';
import type { Edit, Store } from '../store/store.js';
import { meantChange, shownOf } from './changing.js';
import { unservedReply } from './closed.js';
import type { BotDeps } from './deps.js';
import { type Faults, meantDraft, meantWordings } from './drafting.js';
import type { Gaps } from './gaps.js';
import { isClinician, isLead } from './pressed.js';
import { partOf, saidBy } from './typed.js';

export type Kind = 'wordings' | 'draft' | 'change';

/** What is known of a form before it is filled in. */
interface Begun {
  /** The entry that is to change. */
  entry?: string;
  filled?: Filled;
  /** What is told above its fields. */
  notes?: Notes;
}

/** Characters that tell what a field holds from what else it could hold. */
const TAG = 8;

function isForm(what: Edit['what']): what is Kind {
  return what === 'wordings' || what === 'draft' || what === 'change';
}

type WorkshopDeps = Pick<
  BotDeps,
  'faq' | 'stances' | 'keys' | 'leads' | 'clinicians' | 'now' | 'timeZone' | 'redact'
> & {
  store: Pick<Store, 'keepEdit' | 'editOf'>;
};

export type Forms = ReturnType<typeof createForms>;

/** The forms of the leads, up to an edit that is to be proved. */
export function createForms(deps: WorkshopDeps, { filledByGap }: Pick<Gaps, 'filledByGap'>) {
  const { faq, keys, leads, now, redact, store, timeZone } = deps;

  /** Why somebody may not edit: no lead, or nothing is served. Null where they may. */
  function refusal(by: string): Reply | null {
    return isLead(by, leads) ? unservedReply(deps) : forLeadsReply(leads);
  }

  /** A form of the leads, with what is known already; or why there is none. */
  function editForm(kind: Kind, by: string, { entry = '', filled = {}, notes = {} }: Begun = {}): ModalView | Reply {
    const refused = refusal(by);
    if (refused !== null) return refused;
    const { knowledge } = faq();
    const clinician = isClinician(by, deps);
    switch (kind) {
      case 'wordings':
        return wordingsModal(filled, knowledge, notes);
      case 'draft':
        return draftModal(filled, knowledge, { clinician, notes });
      case 'change': {
        const found = knowledge.entries.get(entry);
        if (found === undefined) return goneReply();
        const shown = shownOf(found, filled, tag);
        const tagOf = (name: string) => tag(partOf(saidBy(found), name));
        const parts = { entry: found, filled: shown.filled, notes: { ...notes, ...shown.notes }, tagOf, clinician };
        return changeModal(parts, knowledge);
      }
      default:
        return kind satisfies never;
    }
  }

  /** Tells what a field holds from all else that it could hold, in an id that a form carries. */
  function tag(value: unknown): string {
    return keys.asked(`field ${JSON.stringify(value)}`).slice(0, TAG);
  }

  /** The same with what is known of a gap. */
  async function editFormOfGap(kind: Kind, by: string, gap: string): Promise<ModalView> {
    const form = editForm(kind, by, { filled: await filledByGap(gap) });
    return 'type' in form ? form : replyModal(form);
  }

  /** The form once more, as it was filled in, with what the check has found above the fields that it is about. Null where the edit is gone. */
  async function amendForm(id: string, by: string): Promise<ModalView | Reply | null> {
    const edit = await store.editOf(id).catch(() => null);
    if (edit === null || edit.state !== 'proposed' || !isForm(edit.what)) return null;
    const { found = {}, ...filled } = JSON.parse(edit.form) as Filled & { found?: Notes };
    return editForm(edit.what, by, { entry: edit.entry, filled, notes: found });
  }

  /**
   * Keeps what was filled in as an edit that is to be proved, and answers with its id; or what is to be mended, by field. `about`: the
   * entry of a form that changes one, which is shown once more where somebody else has changed the same meanwhile.
   */
  async function propose(
    kind: Kind,
    { id, by, about, filled }: { id: string; by: string; about: string; filled: Filled },
  ): Promise<{ edit: string } | { faults: Faults } | { refused: Reply } | { again: ModalView }> {
    const refused = refusal(by);
    if (refused !== null) return { refused };
    const meant = meantBy(kind, about, { by, filled });
    if (meant === null) return { refused: goneReply() };
    if ('faults' in meant) return meant;
    if ('again' in meant) {
      const again = editForm(kind, by, { entry: about, filled });
      return 'type' in again ? { again } : { refused: again };
    }
    const why = redact(filled.why?.[0] ?? '').text;
    const edit: Edit = {
      ...PROPOSED,
      id: keys.asked(`edit ${id}`),
      person: keys.person(by),
      what: kind,
      entry: meant.entry,
      title: meant.title,
      why,
      form: JSON.stringify({ ...filled, why: [why], asked: meant.wordings, dropped: meant.dropped ?? [] }),
      change: JSON.stringify(meant.changes),
      at: now(),
    };
    const kept = await store.keepEdit(edit).then(
      () => true,
      () => false,
    );
    return kept ? { edit: edit.id } : { faults: { why: notSentText() } };
  }

  /** What a lead means by a form; null where it changes an entry that is gone. */
  function meantBy(kind: Kind, about: string, { by, filled }: { by: string; filled: Filled }) {
    const { knowledge, matcher } = faq();
    const today = dayOf(now(), timeZone);
    const clinician = isClinician(by, deps);
    switch (kind) {
      case 'wordings':
        return meantWordings(filled, { knowledge, redact, answers: (wording) => matcher.match(wording).entry });
      case 'draft':
        return meantDraft(filled, { knowledge, redact, today, clinician });
      case 'change': {
        const entry = knowledge.entries.get(about);
        return entry === undefined ? null : meantChange(filled, { knowledge, redact, today, clinician, entry, tag });
      }
      default:
        return kind satisfies never;
    }
  }

  /** Sources for what has been typed so far into a form. */
  function sourcesFor(typed: string): PlainTextOption[] {
    const { knowledge } = faq();
    return unservedReply(deps) === null ? sourceOptions(sourcesLike(typed, knowledge), knowledge) : [];
  }

  /** To whoever says "add". */
  function begin(by: string): Reply {
    return refusal(by) ?? beginReply();
  }

  /** To whoever says "edit", with the id of an entry or some words of it. */
  function beginChange(by: string, named: string): Reply {
    const { knowledge } = faq();
    const exact = knowledge.entries.get(named);
    const found = exact !== undefined ? [exact] : named === '' ? [] : entriesLike(named, knowledge);
    return refusal(by) ?? beginChangeReply(found, named);
  }

  /** The form itself, where an id is said at a door that opens one; null where there is none to open. */
  function commandForm(by: string, named: string): ModalView | null {
    const form = faq().knowledge.entries.has(named) ? editForm('change', by, { entry: named }) : null;
    return form !== null && 'type' in form ? form : null;
  }

  return { editForm, editFormOfGap, amendForm, propose, sourcesFor, begin, beginChange, commandForm };
}
