import type { Changed, Published } from '../faq/publish.js';
import type { Before } from '../faq/workshop.js';
import type { Commit } from '../faq/write-files.js';
import type { Change } from '../knowledge/change.js';
import { type Came, patchReply } from '../replies/edits.js';
import type { Reply } from '../replies/reply.js';
import type { Edit, Store } from '../store/store.js';
import { messageOf, namesOf } from './committed-as.js';
import type { BotDeps } from './deps.js';

type CarryOutDeps = Pick<BotDeps, 'keys' | 'leads' | 'now' | 'workshop'> & {
  store: Pick<Store, 'beginEdit' | 'releaseEdit' | 'keepPublished' | 'keepRequested' | 'moveEdit' | 'editOf'>;
};

/** What came of an edit. */
export interface CarriedOut {
  came: Came;
  /** A patch, which no modal has room for, to whoever pressed. */
  forOne?: Reply;
  /** What comes of it in service, later. */
  later?: Promise<Came>;
}

export type CarryOut = ReturnType<typeof createCarryOut>;

/** Writes, commits and keeps an edit that somebody may publish. An edit is carried out once, however often this is called. */
export function createCarryOut(deps: CarryOutDeps) {
  const { keys, now, workshop, store } = deps;

  async function carryOut({ id }: Edit, by: string): Promise<CarriedOut> {
    const carried = await workshop.alone(async (folder): Promise<CarriedOut> => {
      // Whoever had the folder before may have carried it out.
      const edit = await store.editOf(id).catch(() => null);
      if (edit?.link) return { came: { came: 'requested', link: edit.link, apart: false } };
      if (edit === null || !['proposed', 'waiting'].includes(edit.state)) return { came: { came: 'gone' } };
      return write(edit, { by, folder });
    });
    return carried === 'busy' ? { came: { came: 'busy' } } : carried;
  }

  async function write(edit: Edit, { by, folder }: { by: string; folder: string }): Promise<CarriedOut> {
    const before = workshop.before();
    const names = namesOf(edit, by, deps);
    let begun: boolean | null = false;
    const published = await workshop
      .publish(JSON.parse(edit.change) as Change[], {
        told: { ...names, message: messageOf(edit), edit: edit.id },
        proved: edit.what === 'review' ? null : edit.proved,
        async begin(changed) {
          const row = { publisher: keys.person(by), changed: JSON.stringify(changed), folder, at: now() };
          begun = await store.beginEdit(edit.id, row).catch(() => null);
          return begun === true;
        },
      })
      .catch(() => null);
    if (published?.done !== 'written') {
      // Also where nobody knows whether it was begun: what is not begun is left as it is.
      if (begun !== false) await store.releaseEdit(edit.id, edit.state).catch(() => {});
      if (published?.done === 'patch' && published.requested !== null && 'link' in published.requested) {
        const { link } = published.requested;
        // What cannot be kept now is found at GitHub by the next press.
        await store.keepRequested(edit.id, { publisher: keys.person(by), link, at: now() }).catch(() => {});
      }
      return notWritten(published, begun);
    }
    const { commit, changed } = published;
    await keepPublished(edit, { publisher: keys.person(by), changed, commit });
    const pushed = commit.id === null ? 'not asked' : commit.pushed;
    const came: Came = {
      came: 'published',
      committed: commit.id === null ? 'no' : names.confirmed === undefined ? 'yours' : { author: names.lead },
      apart: commit.id === null && commit.why === 'apart',
      pushed: pushed === 'pushed' ? 'yes' : typeof pushed === 'string' ? 'no' : pushed,
    };
    return { came, later: laterOf(before) };
  }

  /** The file is changed, whatever the store says: what cannot be kept now is found out and kept later, see `createFinish`. */
  async function keepPublished(
    edit: Edit,
    { publisher, changed, commit }: { publisher: string; changed: readonly Changed[]; commit: Commit },
  ): Promise<void> {
    const done = { publisher, changed: JSON.stringify(changed), commit: commit.id, at: now() };
    await store.keepPublished(edit.id, done).catch(() => {});
    const { undoes } = JSON.parse(edit.form) as { undoes?: string };
    if (undoes !== undefined) await store.moveEdit(undoes, ['published'], 'undone').catch(() => false);
  }

  async function laterOf(before: Before): Promise<Came> {
    const settled = await workshop.settled(before);
    if (settled === null) return { came: 'not seen' };
    return 'since' in settled
      ? { came: 'in service', since: settled.since }
      : { came: 'not in service', refused: settled.refused };
  }

  return { carryOut, keepPublished };
}

function notWritten(published: Exclude<Published, { done: 'written' }> | null, begun: boolean | null): CarriedOut {
  if (published === null) return { came: { came: 'taken back', reason: 'the files could not be written' } };
  switch (published.done) {
    case 'nothing':
      return { came: { came: 'nothing' } };
    case 'changed':
      return { came: { came: 'changed since' } };
    case 'not begun':
      return { came: { came: begun === null ? 'not kept' : 'gone' } };
    case 'refused':
      return { came: refusedAs(published.refusal, published.file) };
    case 'taken back':
      return { came: { came: 'taken back', reason: published.reason } };
    case 'patch':
      return notWrittenHere(published);
    default:
      return published satisfies never;
  }
}

function notWrittenHere({ patch, requested }: Extract<Published, { done: 'patch' }>): CarriedOut {
  if (requested !== null && 'link' in requested)
    return { came: { came: 'requested', ...requested }, forOne: patchReply(patch, requested.link) };
  return { came: { came: 'patch', why: requested?.failed ?? null }, forOne: patchReply(patch) };
}

/** Why an edit cannot be carried out. */
export function refusedAs(refusal: Extract<Published, { done: 'refused' }>['refusal'], file: string): Came {
  if (refusal.why === 'built upon') return { came: 'built upon', file };
  if (refusal.why === 'typed over') return { came: 'typed over', file };
  if (refusal.why === 'gone') return { came: 'gone' };
  if (refusal.why !== 'changed') return { came: 'by hand', file };
  const words = (value: typeof refusal.was) =>
    value === null ? 'nothing' : typeof value === 'string' ? value : value.join(', ');
  return { came: 'changed', file, field: refusal.field, was: words(refusal.was), now: words(refusal.now) };
}
