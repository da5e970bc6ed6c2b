import type { ModalView } from '@slack/types';
import { compose } from '../replies/compose.js';
import type { Reply } from '../replies/reply.js';
import { voteLostReply } from '../replies/trouble.js';
import {
  LONGEST_NOTE,
  noteKeptModal,
  noteModal,
  type Reason,
  reasonKeptReply,
  thanksReply,
  unsafeVoteReply,
  whyNotReply,
} from '../replies/vote.js';
import type { Vote } from '../store/store.js';
import type { BotDeps } from './deps.js';
import { type Pressed, questionOf, userOf } from './pressed.js';

/** A reply to a voter, and what the leads are told at once. */
export interface Because {
  reply: Reply;
  /** Where, and who is told instead where the channel cannot be reached. */
  forLeads: { channel: string; user: string; reply: Reply } | null;
}

/** Votes on entries that were read for a question, and why one did not help. */
export function createVote({
  faq,
  store,
  keys,
  now,
  observe,
  redact,
  leads,
}: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'observe' | 'redact' | 'leads'>) {
  /** Keeps a vote. Down asks why; what cannot be kept is said. */
  async function vote(pressed: Pressed, entry: string, helpful: boolean): Promise<Reply> {
    if (!(await keepVote(pressed, { entry, helpful, reason: null, note: null }))) return voteLostReply();
    observe.voted(helpful);
    if (helpful) return thanksReply();
    const { knowledge } = faq();
    const { asked } = questionOf(pressed, knowledge, keys);
    return compose(whyNotReply(entry, leads), { asked }, knowledge);
  }

  /** Keeps why an entry did not help, on the same vote. That it could be unsafe is told to the leads at once, kept or not. */
  async function because(pressed: Pressed, entry: string, reason: Reason): Promise<Because> {
    const { knowledge } = faq();
    const { asked } = questionOf(pressed, knowledge, keys);
    const unsafe = reason === 'unsafe' ? knowledge.entries.get(entry) : undefined;
    const first = unsafe !== undefined && (await isFirst(asked, entry, pressed));
    const { channel, people } = leads;
    const forLeads =
      unsafe === undefined || channel === null || !first
        ? null
        : {
            channel,
            user: people[0] ?? userOf(pressed),
            reply: compose(unsafeVoteReply(unsafe), { asked }, knowledge),
          };
    const kept = await keepVote(pressed, { entry, helpful: false, reason, note: null });
    if (!kept && forLeads === null) return { reply: voteLostReply(), forLeads };
    return {
      reply: compose(
        reasonKeptReply(reason, entry, { told: unsafe !== undefined && channel !== null, leads }),
        { asked },
        knowledge,
      ),
      forLeads,
    };
  }

  /** The leads are told once of what one person says of one answer; rather twice than not at all, while the store is away. */
  function isFirst(asked: string, entry: string, { by }: Pressed): Promise<boolean> {
    const slot = keys.asked(`unsafe ${asked} ${entry} ${by}`);
    return store.takeTurn('unsafe', slot, now()).catch(() => true);
  }

  /** The form for a note on a vote down. */
  function askNote({ block, place }: Pressed, entry: string, reason: Reason): ModalView {
    return noteModal(JSON.stringify({ block, place, entry, reason }));
  }

  /** Keeps a note on the same vote, redacted. Null where it cannot be kept now. */
  async function note(about: string, by: string, text: string): Promise<ModalView | null> {
    const { block, place, entry, reason } = JSON.parse(about) as Omit<Pressed, 'by'> & {
      entry: string;
      reason: Reason;
    };
    const said = { entry, helpful: false, reason, note: redact(text).text.slice(0, LONGEST_NOTE) };
    return (await keepVote({ block, place, by }, said)) ? noteKeptModal() : null;
  }

  function keepVote(pressed: Pressed, said: Pick<Vote, 'entry' | 'helpful' | 'reason' | 'note'>): Promise<boolean> {
    const { knowledge, version } = faq();
    const { asked } = questionOf(pressed, knowledge, keys);
    const entry = knowledge.entries.get(said.entry)?.id ?? said.entry;
    return store.vote({ asked, ...said, entry, person: keys.person(pressed.by), version, at: now() }).then(
      () => true,
      () => false,
    );
  }

  return { vote, because, askNote, note };
}
