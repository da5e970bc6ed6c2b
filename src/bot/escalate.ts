import type { ModalView } from '@slack/types';
import { isServed } from '../faq/load.js';
import {
  leadModal,
  leadNotOpenedReply,
  notHandedOnText,
  nothingLeftText,
  notReachedReply,
  sentModal,
} from '../replies/ask-lead.js';
import { nothingAskedText, tooLongText } from '../replies/ask-modal.js';
import { readBlockId, type Told } from '../replies/block-id.js';
import type { Reply } from '../replies/reply.js';
import { carriedWarnings, shownWarnings, told, type Warning } from '../replies/warning.js';
import { type Match, UNDECIDED } from '../search/match.js';
import type { Door, Escalation, Notice } from '../store/store.js';
import type { Acted, Cards } from './cards.js';
import type { BotDeps } from './deps.js';
import { detailsAmong } from './details.js';
import { isHushed } from './hushed.js';
import { LONGEST_STORED } from './keep.js';
import { markOf, type Pressed, userOf } from './pressed.js';
import { withAnswered } from './warned.js';

/** Where somebody is who hands a question on. */
export interface Handing extends Pressed {
  /** By which door, where the question itself does not tell. */
  door: Door;
  channel: string | undefined;
  thread: string | undefined;
  /** True where everybody may join the channel, so that it may be named to the leads. */
  listed: boolean;
  /** True in the person's direct message with the bot. */
  direct: boolean;
}

/** What a form for the leads carries, and gets back. */
interface About {
  asked: string | null;
  shown: string | null;
  door: Door;
  channel: string | null;
  where: { channel: string; thread: string | null };
  warnings: readonly Told[];
}

/** A question as it was sent to the leads. */
export interface HandedOn {
  /** The same for every delivery of the same form. */
  id: string;
  by: string;
  about: string;
  text: string;
  /** Whether the person wants to be told. */
  ticked: boolean;
}

/** Questions that are handed to the leads, by those who ask. */
export function createEscalate(
  deps: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'redact' | 'leads' | 'observe' | 'stances' | 'channels'>,
  cards: Cards,
) {
  const { faq, store, keys, now, redact, leads, observe } = deps;

  /** The form, with the question that the button stands under. */
  async function leadForm(handing: Handing, shown: string | null): Promise<ModalView> {
    const { asked, asker, warnings } = readBlockId(handing.block);
    const { by, channel, thread, listed, direct, alone = false } = handing;
    const kept = asked === null ? null : await store.askedOf(asked);
    // Everybody may press under an answer that was shared: of what was asked alone they see nothing.
    const isOpen = kept?.door === 'mention' || kept?.door === 'auto' || kept?.person === keys.person(handing.by);
    const door = isOpen && kept !== null ? kept.door : handing.door;
    // Who asked in a thread is answered there; what one person alone has seen is answered to that person.
    const inThread = thread !== undefined && asker === markOf(by, keys) && !isHushed(handing, deps);
    const here = channel !== undefined && !alone && (direct || inThread);
    return formOf(isOpen && kept !== null ? kept.text : '', {
      asked: isOpen ? asked : null,
      shown,
      door,
      channel: (door === 'mention' || door === 'auto') && listed ? (channel ?? null) : null,
      where: here ? { channel, thread: thread ?? null } : { channel: userOf({ by }), thread: null },
      warnings,
    });
  }

  /** The form for a question that was handed on by a command: nobody else has seen it. */
  function commandForm(asked: string, by: string, text: string): ModalView {
    const where = { channel: userOf({ by }), thread: null };
    return formOf(text, { asked, shown: null, door: 'command', channel: null, where, warnings: [] });
  }

  function formOf(text: string, about: About): ModalView {
    const { knowledge } = faq();
    const { where, shown } = about;
    const title = knowledge.entries.get(shown ?? '')?.questions[0];
    return leadModal(
      {
        about: JSON.stringify(about),
        question: text !== '' || title === undefined ? text : `About “${title}”: `,
        most: LONGEST_STORED,
        warnings: warningsOf(text, about.warnings).warnings,
        told: where.thread !== null ? 'thread' : /^[UW]/.test(where.channel) ? 'directly' : 'here',
      },
      knowledge,
    );
  }

  /** What the form stands under has warned of, and what its words warn of. */
  function warningsOf(text: string, carried: readonly Told[]): Pick<Match, 'warnings' | 'candidates'> {
    const { matcher, knowledge } = faq();
    const match = isServed(faq()) ? matcher.match(text) : UNDECIDED;
    return {
      candidates: match.candidates,
      warnings: [...withAnswered(match, text, knowledge), ...carriedWarnings(carried, knowledge)],
    };
  }

  /** Hands a question on. What is wrong with it, where it cannot be taken. */
  async function escalate(sent: HandedOn): Promise<string | { view: ModalView; acted: Acted }> {
    const typed = sent.text.trim();
    if (typed === '') return nothingAskedText();
    if (typed.length > LONGEST_STORED) return tooLongText(LONGEST_STORED);
    const { text, found } = redact(typed);
    if (!/\p{L}/u.test(text.replace(/\[[^\]]*\]/g, ''))) return nothingLeftText();
    const { where, warnings: carried, ...from } = JSON.parse(sent.about) as About;
    const { knowledge, version } = faq();
    const { warnings, candidates } = warningsOf(typed, carried);
    const at = now();
    const person = keys.person(sent.by);
    const id = keys.asked(`escalation ${sent.id}`);
    const told = sent.ticked ? { ...where, user: userOf(sent) } : null;
    const kept = await store
      .escalate(
        {
          ...from,
          id,
          alike: keys.asked(`alike ${alike(text)}`),
          person,
          text: text.slice(0, LONGEST_STORED),
          warnings: carriedOn(warnings, knowledge),
          candidates: candidates.slice(0, MOST_CANDIDATES),
          askers: 1,
          state: 'open',
          since: at,
          lead: null,
          entry: null,
          answer: null,
          reopened: 0,
          revision: 0,
          card: null,
          version,
          at,
        },
        { person, where: told, copy: null, at },
      )
      .catch(() => null);
    if (kept === null) return notHandedOnText();
    observe.escalated('asked');
    const { askers, state } = kept;
    const details = detailsAmong(found);
    return {
      view: sentModal(
        { question: text, details, warnings, askers, claimed: state === 'claimed', tell: sent.ticked },
        knowledge,
      ),
      acted: {
        shown: null,
        card: isOthers(kept, id) ? null : cards.cardOf(kept),
        // What was answered a moment ago is told to whoever asks the same now.
        tell: state === 'answered' ? await cards.tellings(kept, person) : [],
        aloud: null,
      },
    };
  }

  /** Whoever has made it posts its card; after a while anybody does. */
  function isOthers({ id, card, at }: Escalation, mine: string): boolean {
    return card === null && id !== mine && now().getTime() - at.getTime() < UNPOSTED;
  }

  /** Keeps where a card stands. Answers with the card as it is now, where it was changed meanwhile. */
  async function carded(card: { id: string; revision: number }, ts: string): Promise<Acted['card']> {
    await store.keepCard(card.id, ts).catch(() => {});
    const found = await store.escalationOf(card.id).catch(() => null);
    return found === null || found.revision === card.revision ? null : cards.cardOf({ ...found, card: ts });
  }

  /**
   * What is told when a card could not be posted: to everybody where it never was, and nothing is kept of it then; else to
   * `user` alone.
   */
  async function lost(id: string, user: string): Promise<{ user: string; reply: Reply }[]> {
    const found = await store.escalationOf(id).catch(() => null);
    const reply = notReachedReply(found?.text ?? '', leads);
    if (found === null || found.card !== null) return [{ user, reply }];
    const notices = await store.noticesOf(id).catch(() => []);
    await store.withdraw(id).catch(() => {});
    const users = new Set([user, ...notices.flatMap(({ where }) => where?.user ?? [])]);
    return [...users].map((each) => ({ user: each, reply }));
  }

  /** Keeps by which message somebody was told. */
  function toldBy(notice: Notice, copy: NonNullable<Notice['copy']>): Promise<void> {
    return store.notify({ ...notice, copy, at: now() }).catch(() => {});
  }

  return {
    leadForm,
    commandForm,
    escalate,
    carded,
    lost,
    toldBy,
    leadNotOpened: () => leadNotOpenedReply(leads),
    leadsChannel: () => leads.channel,
  };
}

/** Milliseconds after which a card that was not posted is posted by whoever asks the same. */
const UNPOSTED = 60_000;
const MOST_CANDIDATES = 3;

/** The same for all that differs in case, signs and spaces alone. */
function alike(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function carriedOn(warnings: readonly Warning[], knowledge: ReturnType<BotDeps['faq']>['knowledge']): Told[] {
  return told(shownWarnings({ warnings }, knowledge));
}
