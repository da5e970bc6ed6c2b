import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Acted } from '../bot/cards.js';
import type { Shown } from '../bot/choose.js';
import { readShown } from '../replies/ask-lead.js';
import { cameReply } from '../replies/edits.js';
import { isCommand } from '../replies/guide.js';
import { replyModal } from '../replies/in-view.js';
import { MODALS } from '../replies/modal.js';
import { type Name, nameOf } from '../replies/names.js';
import type { Reply } from '../replies/reply.js';
import type { Shared } from '../replies/share.js';
import { goneReply, notOpenedReply } from '../replies/trouble.js';
import { readReason } from '../replies/vote.js';
import { workingModal } from '../replies/workshop.js';
import type { SlackDeps } from './deps.js';
import type { Fault } from './faults.js';
import { createFill } from './fill.js';
import { createWhole } from './lacking.js';
import { createLeads } from './leads.js';
import { createRaise } from './raise.js';
import { type Press, readPress } from './read-interaction.js';
import { createTabs } from './tabs.js';

/** After these the Home is another one, or its menus are to be empty again. */
const RENEWS = new Set<Name>(['pick', 'topic', 'forget']);

/** All that people press or pick. One listener, which every event pays for, and which acknowledges all of it. */
export function register(app: App, { bot, client, post, respond, log, observe, now }: SlackDeps): void {
  const whole = createWhole(log);
  const raise = createRaise({ client, observe });
  const leads = createLeads({ bot, post, log });
  const fill = createFill({ client, observe });
  const tabs = createTabs({ bot, client, log, observe });
  /** What is done by the name of the button or menu. A value that none of our buttons has is none of ours. */
  const buttons: Record<Name, (press: Press) => Promise<Shown | null>> = {
    choose: (press) => bot.choose(press, press.value),
    instead(press) {
      const [act, entry] = press.value.split(' ');
      if (act === 'choose' && entry) return bot.choose(press, entry);
      return act === 'none' ? bot.decline(press) : gone();
    },
    none: (press) => bot.decline(press),
    read: (press) => beside(bot.read(press, press.value)),
    evidence: (press) => beside(bot.evidence(press, press.value)),
    topic: (press) => beside(bot.look(press, press.value)),
    // Slack sends every change of the feedback buttons and never says which one is lit: a person's last vote counts.
    vote(press) {
      const [direction, entry] = press.value.split(' ');
      if (!entry || (direction !== 'up' && direction !== 'down')) return gone();
      return beside(bot.vote(press, entry, direction === 'up'));
    },
    async reason(press) {
      const why = readReason(press.value);
      if (why === null) return gone();
      const { reply, forLeads } = await bot.because(press, why.entry, why.reason);
      if (forLeads !== null) await post.openly(forLeads, forLeads.reply);
      return { reply, replace: true };
    },
    page(press) {
      const [, number, topic] = /^(\d{1,4}) (.+)$/s.exec(press.value) ?? [];
      if (topic === undefined) return gone();
      return Promise.resolve({ reply: bot.turnPage(press, topic, Number(number)), replace: press.alone });
    },
    pick: (press) => beside(bot.read(press, press.value)),
    async word(press) {
      const [word = '', name = ''] = press.value.split(' ');
      return isCommand(word) ? { reply: await bot.say(press, word, name), replace: press.alone } : gone();
    },
    again: (press) => beside(bot.again(press, press.value)),
    forget: ({ by }) => bot.forget(by),
    async ask(press) {
      const received = now();
      const { value: question, place, trigger, by, user } = press;
      const said = await bot.ask({ id: `${place}:${trigger}`, door: 'home', text: question, by, share: press.share });
      if (!said?.reply) return null;
      const shown =
        (await raise(press, replyModal(said.reply, { question, again: true }))) ||
        (await post.openly({ channel: user, user }, said.reply));
      if (shown) observe.answered('home', now() - received);
      return null;
    },
    gaps: (press) => bot.turnGaps(press, press.value),
    review: (press) => bot.reviewNext(press, press.value),
    mark: async (press) => form(press, await bot.markForm(press, press.value), press.view !== undefined),
    gap: (press) => bot.sayOfGap(press, press.value),
    async add(press) {
      const [kind, gap] = press.value.split(' ');
      if (kind !== 'wordings' && kind !== 'draft') return gone();
      const empty = bot.editForm(kind, press.by);
      if (gap === undefined || !('type' in empty)) return form(press, empty);
      // What is known of a gap may take longer than Slack waits for a modal.
      const opened = await fill.open(press, empty, async () => bot.editFormOfGap(kind, press.by, gap));
      return opened ? null : beside(notOpenedReply());
    },
    change: async (press) => form(press, bot.editForm('change', press.by, { entry: press.value })),
    async edit(press) {
      const [act, id = ''] = press.value.split(' ');
      if (act === 'amend') return form(press, await bot.amendForm(id, press.by), true);
      const edit = act === 'undo' ? await bot.undo(id, press.by, `${press.place}:${press.trigger}`) : id;
      if (edit === null) return beside(cameReply({ came: 'gone' }));
      const opened = await fill.open(press, workingModal('proof'), () => bot.prove(edit, press.by));
      return opened ? null : beside(notOpenedReply());
    },
    // Picked within a form, which is sent as a whole.
    cite: gone,
    async share(press) {
      const { channel, user } = press;
      const form = bot.shareForm(press, press.value);
      if (form !== null) return (await raise(press, form)) ? null : beside(notOpenedReply());
      if (channel === undefined) return gone();
      const share = await bot.share(press, press.value);
      if (share === null || 'reply' in share) return share;
      const fault = await post.here({ channel, thread: share.thread, user }, share.copy);
      return share.shown(outcomeOf(fault));
    },
    async learn(press) {
      const { unclear, ...shown } = await bot.learn(press, press.value);
      // The form lies upon the card that comes next, which has its button, too.
      if (unclear !== undefined) await raise(press, await bot.leadForm(press, unclear));
      return shown;
    },
    quiz: (press) => bot.quiz(press, press.value),
    remind: (press) => bot.remind(press, press.value),
    async tell(press) {
      const telling = await bot.tell(press, press.value);
      if (telling === null || 'reply' in telling) return telling;
      return telling.shown(outcomeOf(await post.here({ channel: telling.to, user: press.user }, telling.message)));
    },
    async note(press) {
      const why = readReason(press.value);
      if (why === null) return gone();
      return (await raise(press, bot.askNote(press, why.entry, why.reason))) ? null : beside(notOpenedReply());
    },
    lead: async (press) =>
      (await raise(press, await bot.leadForm(press, readShown(press.value)))) ? null : beside(bot.leadNotOpened()),
    claim: (press) => carryOut(bot.claim(press, press.value === 'over')),
    async reply(press) {
      const form = await bot.leadAnswerForm(press);
      if ('tell' in form) return carryOut(form);
      return (await raise(press, form)) ? null : beside(notOpenedReply());
    },
    send: (press) => carryOut(bot.pickForAsker(press, press.value)),
    close: (press) => carryOut(bot.close(press)),
    helped: (press) => carryOut(bot.helped(press, press.value)),
    reopen: (press) =>
      carryOut(press.value === 'lead' ? bot.openAgain(press) : bot.askAgain(press, press.value), press),
  };

  /** `by`: who is told where the leads cannot be reached. */
  async function carryOut(acting: Acted | Promise<Acted>, by?: Press): Promise<Shown | null> {
    const acted = await acting;
    await leads.carryOut(acted, by?.user);
    return acted.shown;
  }

  /** A form of the leads, or why there is none. */
  async function form(press: Press, view: ModalView | Reply | null, replace = false): Promise<Shown | null> {
    if (view === null) return beside(cameReply({ came: 'gone' }));
    if (!('type' in view)) return beside(view);
    return (await raise(press, view, replace)) ? null : beside(notOpenedReply());
  }

  app.action(/^/, async ({ body, ack }) => {
    await ack();
    const press = whole('press', readPress(body));
    if (press === undefined) return;
    const name = nameOf(press.action);
    const shown = name === undefined ? await gone() : await buttons[name](press);
    if (shown !== null) await show(press, shown);
    if (press.view?.type === 'home' && name !== undefined && RENEWS.has(name)) await tabs.renew(press, press.view);
    // Beneath the card stands the Home, with how far one was before.
    if (press.view?.type === 'modal' && (name === 'learn' || name === 'quiz')) await tabs.publish(press, undefined);
  });

  /**
   * What is pressed in a view is answered in one. Where the response URL has expired the person is told in the channel, alone;
   * where there is no channel, or no view can be shown, directly.
   */
  async function show(press: Press, { reply, replace }: Shown): Promise<void> {
    const { responseUrl, thread, channel, user, view } = press;
    if (view !== undefined && (await raise(press, viewOf(press, reply, replace), replace))) return;
    const manner = replace ? { replace } : { replace, thread };
    if (responseUrl !== undefined && (await respond(responseUrl, reply, manner))) return;
    if (channel === undefined) await post.openly({ channel: user, user }, reply);
    else await post.privately({ channel, user, thread }, reply);
  }
}

/** What takes the place of an answer in the form for questions is one, too. */
function viewOf({ view }: Press, reply: Reply, replace: boolean): ModalView {
  const question = replace && view?.form === MODALS.answered ? view.about : '';
  return replyModal(reply, { question, again: question !== '' });
}

/** A channel that the bot is not in can be mended; that is told. */
function outcomeOf(fault: Fault | null): Shared {
  if (fault === null) return 'shared';
  if (fault.kind === 'not_in_channel' || fault.kind === 'channel_not_found') return 'not there';
  return fault.recourse === 'unsure' ? 'in doubt' : 'not shared';
}

async function beside(reply: Reply | Promise<Reply>): Promise<Shown> {
  return { reply: await reply, replace: false };
}

/** To a button of an earlier version. */
function gone(): Promise<Shown> {
  return beside(goneReply());
}
