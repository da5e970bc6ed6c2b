import type { Changed } from '../faq/publish.js';
import type { Edit, Store } from '../store/store.js';
import type { CarryOut } from './carry-out.js';
import { messageOf, namesOf } from './committed-as.js';
import type { BotDeps } from './deps.js';

type FinishDeps = Pick<BotDeps, 'keys' | 'leads' | 'now' | 'workshop'> & {
  store: Pick<Store, 'begunEdits' | 'editOf' | 'releaseEdit'>;
};

/** Milliseconds after which an edit is done with that was begun where nothing could be locked: longer than any takes. */
const UNLOCKED = 600_000;
/** The same of one that is begun in another folder: that may come back, and know better. */
const ELSEWHERE = 86_400_000;

export type Finish = ReturnType<typeof createFinish>;

/** What a process has left of edits that was ended while it published them: their rows are brought to what is true. */
export function createFinish(deps: FinishDeps, { keepPublished }: Pick<CarryOut, 'keepPublished'>) {
  const { now, workshop, store } = deps;

  /** The edit as it stands then. `by`: who looks at it; nobody at the start. */
  async function finishEdit(edit: Edit, by = ''): Promise<Edit | null> {
    if (edit.state !== 'publishing') return edit;
    await workshop.alone(async (folder) => {
      // Who publishes has the folder until the row tells what came of it: whatever is begun here now was left behind.
      const left = await store.editOf(edit.id);
      if (left?.state !== 'publishing') return;
      const age = now().getTime() - left.at.getTime();
      const isLeft = left.folder === '' ? age > UNLOCKED : left.folder === folder || age > ELSEWHERE;
      if (isLeft) await settle(left, by);
    });
    return store.editOf(edit.id);
  }

  async function settle(left: Edit, by: string): Promise<void> {
    const changed = JSON.parse(left.changed) as Changed[];
    const told = { ...namesOf(left, by, deps), message: messageOf(left), edit: left.id };
    const finished = await workshop.finish({ changed, told });
    if (finished.done === 'written') await keepPublished(left, { ...left, changed, commit: finished.commit });
    if (finished.done === 'not written')
      await store.releaseEdit(left.id, left.publisher === left.person ? 'proposed' : 'waiting');
  }

  /** All that were left; at the start, and every now and then, since the store may have been away. */
  async function finishEdits(): Promise<void> {
    for (const edit of await store.begunEdits()) await finishEdit(edit);
  }

  return { finishEdit, finishEdits };
}
