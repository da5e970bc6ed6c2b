import type { ModalView } from '@slack/types';
import type { SlackDeps } from './deps.js';
import type { Press } from './read-interaction.js';

/** Shows at once that something is worked out, and what came of it after: a press opens a modal within three seconds. */
export interface Fill {
  /** Opens a modal for whoever pressed, and fills it later. False where Slack does not take it. */
  open(press: Press, meanwhile: ModalView, make: () => Promise<ModalView>): Promise<boolean>;
  /** Puts a view in the place of one that is there. False where it was closed meanwhile. */
  put(id: string, view: ModalView): Promise<boolean>;
}

export function createFill({ client, observe }: Pick<SlackDeps, 'client' | 'observe'>): Fill {
  async function put(view_id: string, view: ModalView): Promise<boolean> {
    const { fault } = await client('views.update', { view_id, view });
    // Whoever has closed it does not want to see it any more.
    if (fault !== null && fault.kind !== 'not_found') observe.slackFault(fault.kind);
    return fault === null;
  }

  return {
    async open({ trigger, view: within }, meanwhile, make) {
      const args = { trigger_id: trigger ?? '', view: meanwhile };
      const opened = within?.type === 'modal' ? await client('views.push', args) : await client('views.open', args);
      if (opened.fault !== null) {
        observe.slackFault(opened.fault.kind);
        return false;
      }
      await put(opened.answer.view?.id ?? '', await make());
      return true;
    },
    put,
  };
}
