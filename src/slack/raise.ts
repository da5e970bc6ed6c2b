import type { ModalView } from '@slack/types';
import type { SlackDeps } from './deps.js';
import type { Press, View } from './read-interaction.js';

/** Shows a modal to whoever pressed. False where Slack does not take it: a press opens one within three seconds. */
export type Raise = (press: Press, view: ModalView, replace?: boolean) => Promise<boolean>;

/**
 * A press on a message or the Home opens a modal; one within a modal puts another upon it, or in its place with `replace`, and
 * where no more find room upon it: Slack stacks three. Page: https://docs.slack.dev/surfaces/modals
 */
export function createRaise({ client, observe }: Pick<SlackDeps, 'client' | 'observe'>): Raise {
  return async ({ trigger, view: within }, view, replace = false) => {
    const trigger_id = trigger ?? '';
    const put = async () => {
      if (within?.type !== 'modal') return client('views.open', { trigger_id, view });
      const pushed = replace ? null : await client('views.push', { trigger_id, view });
      const full = pushed === null || pushed.fault?.kind === 'push_limit_reached';
      return full ? client('views.update', { view_id: within.id, ...hashOf(within), view }) : pushed;
    };
    const { fault } = await put();
    // Something that was pressed a moment before has changed the view already: then this press is of what is gone.
    if (fault?.kind === 'hash_conflict') return true;
    if (fault !== null) observe.slackFault(fault.kind);
    return fault === null;
  };
}

/** Slack changes nothing where the view has been changed since it was pressed in. */
function hashOf({ hash }: View): { hash?: string } {
  return hash === undefined ? {} : { hash };
}
