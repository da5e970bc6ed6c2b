import type { ModalView } from '@slack/types';
import {
  answerLengthText,
  answerModal,
  answerSentModal,
  changedMeanwhileReply,
  changedMeanwhileText,
  closedAlreadyReply,
  detailsInAnswerText,
  notALeadReply,
  passedOnText,
  takenReply,
} from '../replies/card.js';
import { plain, type Reply } from '../replies/reply.js';
import { plainWords } from '../replies/restated.js';
import { toTheBot } from '../replies/to-the-bot.js';
import { goneReply, notSentText } from '../replies/trouble.js';
import { UNDECIDED } from '../search/match.js';
import type { Acting, Escalation, EscalationChange } from '../store/store.js';
import { type Acted, type Cards, escalationIn, isReply, onlySaid } from './cards.js';
import type { Act, BotDeps } from './deps.js';
import { detailsAmong } from './details.js';
import type { Keep } from './keep.js';
import { type Pressed, userOf } from './pressed.js';

/** A press by somebody who may be a lead. */
type LeadPress = Pressed & { channel: string | undefined };

/** A mention of the bot in a thread. */
interface InThread {
  /** The same for every delivery of the same words. */
  id: string;
  channel: string;
  thread: string | undefined;
  by: string;
  text: string;
}

/** Elsewhere these alone ask for help; in the thread of a card they are an answer. */
const SHORT_ANSWER = /^\W*(?:yes|no|stop)\W*$/i;
/** Characters of a lead's answer. */
const LONGEST_ANSWER = 2000;

/** What leads do with a question that was handed to them. */
export function createLead(
  deps: Pick<BotDeps, 'faq' | 'store' | 'keys' | 'now' | 'redact' | 'leads' | 'observe'>,
  { cards, keep }: { cards: Cards; keep: Keep },
) {
  const { faq, store, keys, now, redact, leads, observe } = deps;

  /** Claims it, or takes it over from a lead who has it. Of two leads one wins, and the other is told who. */
  async function claim(pressed: LeadPress, over: boolean): Promise<Acted> {
    const found = await under(pressed);
    if (isActed(found)) return found;
    const { seen, lead } = found;
    if (isOthers(seen, lead) && !over) return taken(seen);
    if (seen.state === 'answered' || seen.state === 'closed' || seen.lead?.person === lead.person) return asItIs(seen);
    return acted(await put(seen, { state: 'claimed', lead }, 'claimed'));
  }

  /** The form for an answer, or why there is none. */
  async function leadAnswerForm(pressed: LeadPress): Promise<ModalView | Acted> {
    const found = await free(pressed);
    if (isActed(found)) return found;
    const { id, revision, text, answer } = found.seen;
    return answerModal({
      about: JSON.stringify({ id, revision }),
      question: text,
      most: LONGEST_ANSWER,
      answer: answer ?? '',
    });
  }

  /** Takes the form for an answer. What is to be mended, where it cannot be passed on. */
  async function takeAnswer(sent: {
    by: string;
    about: string;
    text: string;
  }): Promise<string | { view: ModalView; acted: Acted }> {
    const answer = sent.text.trim();
    const fault = faultOf(answer);
    if (fault !== null) return fault;
    const { id, revision } = JSON.parse(sent.about) as Pick<Escalation, 'id' | 'revision'>;
    // A form may lie open for long: meanwhile somebody may be no lead any more.
    if (leads.people.length > 0 && !leads.people.includes(userOf(sent))) return notALeadReply(leads).text;
    const seen = await cards.find(id);
    if (isReply(seen)) return notSentText();
    const lead = leadOf(sent.by);
    // Where it only was asked by more people, or by this lead's hand, it is no other than it was.
    const isOther = seen.revision !== revision && seen.state !== 'open' && seen.lead?.person !== lead.person;
    if (isOther || seen.state === 'closed') return changedMeanwhileText();
    const changed = await put(seen, { answer, entry: null, state: 'answered', lead }, 'answered');
    if (isActed(changed)) return changedMeanwhileText();
    const tell = await cards.tellings(changed);
    return { view: answerSentModal(tell.length), acted: { ...asItIs(changed), tell } };
  }

  /** Sends an entry, word for word. */
  async function pickForAsker(pressed: LeadPress, entry: string): Promise<Acted> {
    if (!faq().knowledge.entries.has(entry)) return onlySaid(goneReply());
    const found = await free(pressed);
    return isActed(found) ? found : pass(found, { entry, answer: null });
  }

  /**
   * What a lead writes in a card's thread. Null where it is something else: a question, or something said to the bot. Each message
   * is passed on once, and once more as it was edited.
   */
  async function answerInThread({ id, channel, thread, by, text }: InThread): Promise<Acted | null> {
    if (channel !== leads.channel || thread === undefined) return null;
    if (toTheBot(text) !== null && !SHORT_ANSWER.test(text)) return null;
    const seen = await store.escalationAt(thread).catch(() => null);
    if (seen === null) return null;
    const first = await keep({ id, door: 'mention', by }, '', { ...UNDECIDED, decision: 'answer' }, faq());
    if (first === null) return { ...asItIs(seen), card: null };
    const found = await freed(seen, by, channel);
    if (isActed(found)) return found;
    const answer = plainWords(text).trim();
    const fault = faultOf(answer);
    return fault === null ? pass(found, { answer, entry: null }) : onlySaid(plain(fault));
  }

  /** Closes it; whoever has no answer is told so. */
  async function close(pressed: LeadPress): Promise<Acted> {
    const found = await free(pressed);
    if (isActed(found)) return found;
    const { seen, lead } = found;
    const isAnswered = seen.state === 'answered';
    const how = isAnswered ? {} : { lead, entry: null, answer: null };
    const changed = await put(seen, { state: 'closed', alike: seen.id, ...how }, 'closed');
    if (isActed(changed)) return changed;
    const tell = isAnswered ? [] : await cards.tellings(changed);
    await store.dropNotices(seen.id).catch(() => {});
    return { ...asItIs(changed), tell };
  }

  async function openAgain(pressed: LeadPress): Promise<Acted> {
    const found = await under(pressed);
    if (isActed(found)) return found;
    const { seen, lead } = found;
    if (seen.state !== 'closed') return asItIs(seen);
    return acted(await put(seen, { state: 'open', lead, reopened: seen.reopened + 1 }, 'reopened'));
  }

  /** Answers, and tells whoever wants to be told. What was said already is not said once more. */
  async function pass({ seen, lead }: Led, said: Pick<Escalation, 'entry' | 'answer'>): Promise<Acted> {
    if (seen.state === 'answered' && seen.answer === said.answer && seen.entry === said.entry) return asItIs(seen);
    const changed = await put(seen, { ...said, state: 'answered', lead }, 'answered');
    if (isActed(changed)) return changed;
    const tell = await cards.tellings(changed);
    return { ...asItIs(changed), tell, shown: beside(plain(passedOnText(tell.length))) };
  }

  /** The escalation under a card, for a lead; or what is said to somebody else. */
  async function under(pressed: LeadPress): Promise<Led | Acted> {
    const found = await cards.find(escalationIn(pressed));
    return isReply(found) ? onlySaid(found) : led(found, pressed.by, pressed.channel);
  }

  /** The same, where no other lead has it, and it is not closed. */
  async function free(pressed: LeadPress): Promise<Led | Acted> {
    const found = await cards.find(escalationIn(pressed));
    return isReply(found) ? onlySaid(found) : freed(found, pressed.by, pressed.channel);
  }

  function freed(seen: Escalation, by: string, channel: string | undefined): Led | Acted {
    const found = led(seen, by, channel);
    if (isActed(found)) return found;
    if (isOthers(seen, found.lead)) return taken(seen);
    return seen.state === 'closed' ? { ...asItIs(seen), shown: beside(closedAlreadyReply()) } : found;
  }

  /** Where nobody is named as a lead, whoever is in the leads' channel is one. */
  function led(seen: Escalation, by: string, channel: string | undefined): Led | Acted {
    const user = userOf({ by });
    const isLead = leads.people.length > 0 ? leads.people.includes(user) : channel === leads.channel;
    return isLead ? { seen, lead: leadOf(by) } : onlySaid(notALeadReply(leads));
  }

  /** The escalation as it is changed; or what is said where it was not. */
  async function put(seen: Escalation, change: EscalationChange, act: Act): Promise<Escalation | Acted> {
    const changed = await cards.change(seen, { ...change, since: now() });
    if (changed !== null && isReply(changed)) return onlySaid(changed);
    if (changed !== null) {
      observe.escalated(act);
      return changed;
    }
    const latest = await cards.find(seen.id);
    if (isReply(latest)) return onlySaid(latest);
    return latest.state === 'claimed' ? taken(latest) : { ...asItIs(latest), shown: beside(changedMeanwhileReply()) };
  }

  /** That another lead has it, and the card as it is now: the one that was pressed is older. */
  function taken(seen: Escalation): Acted {
    const ago = now().getTime() - seen.since.getTime();
    return { ...asItIs(seen), shown: beside(takenReply(seen.lead?.user ?? null, ago)) };
  }

  function acted(changed: Escalation | Acted): Acted {
    return isActed(changed) ? changed : asItIs(changed);
  }

  function asItIs(seen: Escalation): Acted {
    return { shown: null, card: cards.cardOf(seen), tell: [], aloud: null };
  }

  function leadOf(by: string): Acting {
    return { user: userOf({ by }), person: keys.person(by) };
  }

  /** What keeps an answer from being passed on, word for word, as it must be. */
  function faultOf(answer: string): string | null {
    if (answer === '' || answer.length > LONGEST_ANSWER) return answerLengthText(LONGEST_ANSWER);
    const details = detailsAmong(redact(answer).found);
    return details.length === 0 ? null : detailsInAnswerText(details);
  }

  return { claim, leadAnswerForm, takeAnswer, pickForAsker, answerInThread, close, openAgain };
}

/** An escalation, and the lead who acts on it. */
interface Led {
  seen: Escalation;
  lead: Acting;
}

function isOthers({ state, lead }: Escalation, mine: Acting): boolean {
  return state === 'claimed' && lead?.person !== mine.person;
}

function isActed(found: object): found is Acted {
  return 'tell' in found;
}

function beside(reply: Reply): Acted['shown'] {
  return { reply, replace: false };
}
