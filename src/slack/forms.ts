import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Acted } from '../bot/cards.js';
import type { Kind } from '../bot/workshop.js';
import { cameReply } from '../replies/edits.js';
import { replyModal } from '../replies/in-view.js';
import { type ModalName, modalOf, TYPED } from '../replies/modal.js';
import { notSentText } from '../replies/trouble.js';
import { workingModal } from '../replies/workshop.js';
import type { SlackDeps } from './deps.js';
import { createFill } from './fill.js';
import { createWhole } from './lacking.js';
import { createLeads } from './leads.js';
import { readSubmission, type Submission } from './read-interaction.js';

/**
 * What takes the form's place, sometimes with what is done once that is shown; or what is said under its fields, where it cannot be
 * taken so: a text alone stands under its one field.
 */
type Taken =
  | ModalView
  | { view: ModalView; acted: Acted }
  | { view: ModalView; next(): Promise<void> }
  | { errors: Record<string, string> }
  | string;

/** All forms that people send. A form stays open with what was typed where it cannot be taken now. */
export function register(app: App, { bot, client, post, respond, log, observe, now }: SlackDeps): void {
  const whole = createWhole(log);
  const leads = createLeads({ bot, post, log });
  const fill = createFill({ client, observe });
  const forms: Record<Exclude<ModalName, 'done'>, (sent: Submission) => Promise<Taken>> = {
    note: async ({ about, by, text }) => (await bot.note(about, by, text)) ?? notSentText(),
    async ask({ id, by, text }) {
      const received = now();
      const answer = await bot.answerForm({ id, by, text });
      if (typeof answer !== 'string') observe.answered('modal', now() - received);
      return answer;
    },
    answered: async () => bot.askForm(),
    lead: (sent) => bot.escalate(sent),
    reply: (sent) => bot.takeAnswer(sent),
    async share(sent) {
      const share = await bot.shareTo(sent);
      if (typeof share === 'string' || !('copy' in share)) return share;
      const url = sent.to?.responseUrl;
      return share.shown(url !== undefined && (await respond(url, share.copy, 'openly')));
    },
    wordings: (sent) => propose('wordings', sent),
    draft: (sent) => propose('draft', sent),
    change: (sent) => propose('change', sent),
    mark: async (sent) => bot.marksNobody(sent.fields) ?? { view: workingModal('publish'), next: () => mark(sent) },
    proof: async (sent) => ({ view: workingModal('publish'), next: () => publish(sent) }),
  };

  app.view({ type: 'view_submission', callback_id: /^/ }, async ({ body, ack }) => {
    const sent = whole('form', readSubmission(body));
    const name = sent && modalOf(sent.form);
    if (sent === undefined || name === undefined || name === 'done') return ack();
    const taken = await forms[name](sent);
    if (typeof taken === 'string') return ack({ response_action: 'errors', errors: { [TYPED]: taken } });
    if ('errors' in taken) return ack({ response_action: 'errors', errors: taken.errors });
    await ack({ response_action: 'update', view: 'view' in taken ? taken.view : taken });
    if ('acted' in taken) await leads.carryOut(taken.acted, name === 'lead' ? sent.user : undefined);
    if ('next' in taken) await taken.next();
  });

  /** What is to be mended at once is said under its field; what the edit would do takes longer than Slack waits. */
  async function propose(kind: Kind, { id, by, about, view, fields }: Submission): Promise<Taken> {
    const said = await bot.propose(kind, { id, by, about, filled: fields });
    if ('faults' in said) return { errors: said.faults };
    if ('refused' in said) return replyModal(said.refused);
    if ('again' in said) return said.again;
    const prove = async () => void (await fill.put(view, await bot.prove(said.edit, by)));
    return { view: workingModal('proof'), next: prove };
  }

  /** The next card stands in the form's place, with what was written; whoever has closed it is told that alone. */
  async function mark({ id, about, by, user, view, fields }: Submission): Promise<void> {
    const { said, next, forOne } = await bot.mark({ id, by, value: about, fields });
    if (forOne !== undefined) await post.openly({ channel: user, user }, forOne);
    if (!(await fill.put(view, replyModal(next)))) await post.openly({ channel: user, user }, said);
  }

  async function publish({ about, by, user, view }: Submission): Promise<void> {
    const outcome = await bot.publish(about, by);
    await fill.put(view, outcome.view);
    if (outcome.forOne !== undefined) await post.openly({ channel: user, user }, outcome.forOne);
    for (const channel of outcome.forLeads?.channels ?? [])
      if (outcome.forLeads !== undefined) await post.openly({ channel, user }, outcome.forLeads.reply);
    const later = await outcome.later;
    if (later === undefined || (await fill.put(view, later.view))) return;
    await post.openly({ channel: user, user }, cameReply(later.came));
  }
}
