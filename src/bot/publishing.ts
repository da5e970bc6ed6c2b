import type { ModalView } from '@slack/types';
import type { Finding, Proof } from '../faq/proof.js';
import type { Changed } from '../faq/publish.js';
import { countsOf } from '../faq/replay.js';
import type { Change } from '../knowledge/change.js';
import { answerReply } from '../replies/answer.js';
import { type Came, cameModal, cameReply, editsReply, secondReply } from '../replies/edits.js';
import { citations } from '../replies/evidence.js';
import type { Notes } from '../replies/fields.js';
import { forLeadsReply } from '../replies/leads-only.js';
import { countsText, proofModal } from '../replies/proof.js';
import type { Reply } from '../replies/reply.js';
import { PROPOSED } from '../store/edit.js';
import type { Edit, Store } from '../store/store.js';
import { type CarryOut, refusedAs } from './carry-out.js';
import { changedFields } from './changing.js';
import type { BotDeps } from './deps.js';
import type { Finish } from './finish.js';
import { isLead, userOf } from './pressed.js';

type PublishingDeps = Pick<BotDeps, 'faq' | 'keys' | 'leads' | 'now' | 'workshop'> & {
  store: Pick<Store, 'keepEdit' | 'keepProof' | 'editOf' | 'moveEdit' | 'lastEdits' | 'allAsked'>;
};

/** What a press on "Publish" comes to. */
export interface Outcome {
  view: ModalView;
  /** What is told to leads elsewhere: to a channel, or to each directly. */
  forLeads?: { channels: readonly string[]; reply: Reply };
  /** A patch, which no modal has room for, to whoever pressed. */
  forOne?: Reply;
  /** What comes of it in service, later. */
  later?: Promise<{ view: ModalView; came: Came }>;
}

/** Questions that people asked lately, and that a proof asks again. */
const MOST_ASKED = 2000;
/** Edits that can be taken back. */
const MOST_UNDONE = 10;

export type Publishing = ReturnType<typeof createPublishing>;

/** What comes of edits: their proof, a second lead where it is about safety, publishing, and the way back. */
export function createPublishing(
  { faq, keys, leads, now, workshop, store }: PublishingDeps,
  { carryOut, finishEdit }: Pick<CarryOut, 'carryOut'> & Pick<Finish, 'finishEdit'>,
) {
  const isSafety = (edit: Edit) =>
    (JSON.parse(edit.form) as { safety?: unknown }).safety === true ||
    faq().knowledge.entries.get(edit.entry)?.safety === true ||
    becomesSafety(JSON.parse(edit.change) as Change[]);

  /** What whoever looks may do with it. */
  function mayOf(edit: Edit, by: string): 'publish' | 'second' | 'wait' {
    if (!isSafety(edit)) return 'publish';
    if (edit.person !== keys.person(by)) return 'publish';
    return edit.state === 'waiting' ? 'wait' : 'second';
  }

  async function proofOf(edit: Edit): Promise<Proof | null> {
    const asked: string[] = [];
    try {
      for await (const { text } of store.allAsked()) if (text !== '') asked.push(text);
    } catch {
      // Without the store the phrasings alone are asked again.
    }
    const { asked: wordings = [], dropped = [] } = JSON.parse(edit.form) as { asked?: string[]; dropped?: string[] };
    const changes = JSON.parse(edit.change) as Change[];
    // Who used a phrasing that goes still asks by it.
    const replayed = [...asked.slice(-MOST_ASKED), ...dropped];
    return workshop.prove({ changes, asked: replayed, wanted: { entry: edit.entry, wordings } }).catch(() => null);
  }

  /** An edit as it stands, also after a process was ended while it published it. Null where it is gone, or the store away. */
  async function editAt(id: string, by: string): Promise<Edit | null> {
    try {
      const edit = await store.editOf(id);
      return edit && (await finishEdit(edit, by));
    } catch {
      return null;
    }
  }

  /**
   * Proves an edit, and shows what it would do, to a lead who may publish it or not. `anew`: the FAQ has changed since it was shown
   * before.
   */
  async function prove(id: string, by: string, anew = false): Promise<ModalView> {
    const edit = await editAt(id, by);
    if (edit?.state === 'publishing') return cameModal({ came: 'under way' });
    if (edit?.link && isLead(by, leads)) return cameModal({ came: 'requested', link: edit.link, apart: false });
    if (edit === null || edit.what === 'review' || !['proposed', 'waiting'].includes(edit.state) || !isLead(by, leads))
      return cameModal({ came: 'gone' });
    const proof = await proofOf(edit);
    if (proof === null) return cameModal({ came: 'not proved' });
    if (proof.refused !== undefined) return cameModal(refusedAs(proof.refused, proof.file), amendable(edit));
    const { knowledge } = proof;
    const titleOf = (entry: string | null) =>
      entry === null ? null : ((knowledge ?? faq().knowledge).entries.get(entry)?.questions[0] ?? entry);
    const counts = countsOf(proof.shifts);
    // Without a proof it is not published: what the check calls an error is mended first.
    const proved = knowledge !== null && !proof.findings.some(({ severity }) => severity === 'error');
    // Meanwhile somebody may have published it, or asked to be forgotten.
    const form = JSON.stringify({ ...JSON.parse(edit.form), found: notesOf(proof.findings) });
    const kept = await store
      .keepProof(id, { proof: proved ? countsText(counts) : '', proved: proof.version, form })
      .catch(() => null);
    if (kept !== true) return cameModal({ came: kept === null ? 'not kept' : 'gone' });
    const entry = knowledge?.entries.get(edit.entry);
    return proofModal({
      edit: id,
      title: edit.title,
      counts,
      replayed: proof.replayed,
      shifts: proof.shifts.map(({ what, text, before, after }) => ({
        what,
        text,
        before: titleOf(before.entry),
        after: titleOf(after.entry),
      })),
      wordings: proof.wordings.map(({ text, after }) => ({
        text,
        answered: after.decision === 'answer' && after.entry === edit.entry,
        by: titleOf(after.entry),
      })),
      findings: proof.findings,
      proved,
      fields: changedFields(JSON.parse(edit.change) as Change[]),
      card: entry === undefined || knowledge === null ? null : answerReply(entry, knowledge),
      cited: entry === undefined || knowledge === null ? [] : citations(entry, knowledge),
      may: mayOf(edit, by),
      trial: workshop.trial,
      anew,
      amend: amendable(edit) !== null,
    });
  }

  /** Publishes an edit, or hands it to a second lead where it is about safety. A press is carried out once. */
  async function publish(id: string, by: string): Promise<Outcome> {
    const edit = await editAt(id, by);
    // Without its proof nothing is published, whatever a payload says; a review is a clinician's, and goes its own way.
    if (edit === null || edit.what === 'review' || edit.proof === '' || !isLead(by, leads))
      return { view: cameModal({ came: 'gone' }) };
    const may = mayOf(edit, by);
    if (may !== 'publish') return handOver(edit, by);
    const { came, forOne, later } = await carryOut(edit, by);
    // What was not proved is not published: the lead sees what it does now, and presses again.
    if (came.came === 'changed since') return { view: await prove(id, by, true) };
    return {
      view: cameModal(came, amendable(edit)),
      ...(forOne === undefined ? {} : { forOne }),
      ...(later === undefined ? {} : { later: later.then((then) => ({ view: cameModal(then), came: then })) }),
    };
  }

  async function handOver(edit: Edit, by: string): Promise<Outcome> {
    const user = userOf({ by });
    const others = leads.people.filter((lead) => lead !== user);
    if (others.length === 0) return { view: cameModal({ came: 'alone' }) };
    const kept = await store.moveEdit(edit.id, ['proposed'], 'waiting').catch(() => null);
    if (kept !== true) return { view: cameModal({ came: kept === null ? 'not kept' : 'gone' }) };
    const channels = leads.channel === null ? others : [leads.channel];
    return { view: cameModal({ came: 'sent' }), forLeads: { channels, reply: secondReply({ ...edit, user }) } };
  }

  /** The last edits, for leads. */
  async function edits(by: string): Promise<Reply> {
    if (!isLead(by, leads)) return forLeadsReply(leads);
    const last = await store.lastEdits(MOST_UNDONE).catch(() => null);
    if (last === null) return cameReply({ came: 'not read' });
    return editsReply(last.map((edit) => ({ ...edit, by: edit.publisher, undone: edit.state === 'undone' })));
  }

  /** Proposes to take an edit back: it is proved and published like any other. Null where it cannot be. */
  async function undo(id: string, by: string, press: string): Promise<string | null> {
    const edit = await store.editOf(id).catch(() => null);
    if (edit === null || edit.state !== 'published' || !isLead(by, leads)) return null;
    const changes: Change[] = (JSON.parse(edit.changed) as Changed[]).map(({ file, hunks }) => ({ file, undo: hunks }));
    const back: Edit = {
      ...edit,
      ...PROPOSED,
      id: keys.asked(`undo ${press}`),
      person: keys.person(by),
      what: 'undo',
      why: '',
      form: JSON.stringify({ undoes: id, safety: isSafety(edit) }),
      // The last file first, so that no entry ever cites a source that is gone.
      change: JSON.stringify(changes.toReversed()),
      at: now(),
    };
    return store.keepEdit(back).then(
      () => back.id,
      () => null,
    );
  }

  return { prove, publish, edits, undo };
}

/** The id of an edit whose form can be filled in once more; null where there is none. */
function amendable({ id, what, state }: Edit): string | null {
  return what !== 'undo' && what !== 'review' && what !== 'file' && state === 'proposed' ? id : null;
}

/** Whether an edit says of an entry that a wrong answer could harm. */
function becomesSafety(changes: readonly Change[]): boolean {
  return changes.some(
    (change) =>
      'steps' in change &&
      change.steps.some((step) =>
        step.does === 'add'
          ? step.fields.safety === 'true'
          : step.does === 'set' && step.field === 'safety' && step.to === 'true',
      ),
  );
}

/** What the check finds, by the field of a form that it is about. */
function notesOf(findings: readonly Finding[]): Notes {
  const notes: Record<string, string> = {};
  for (const { field, message, remedy, stood } of findings) {
    if (stood) continue;
    const name = FORM_FIELDS[field ?? ''] ?? field ?? 'form';
    notes[name] = [...(notes[name] === undefined ? [] : [notes[name]]), `${message} ${remedy}`].join('\n');
  }
  return notes;
}

/** Fields that a form calls otherwise than the files do. */
const FORM_FIELDS: Readonly<Record<string, string>> = { questions: 'wordings', citation: 'source', url: 'source' };
