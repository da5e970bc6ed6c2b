import { DAY_GREETINGS, GREETINGS } from '../../english/greetings.js';
import { clean } from './clean.js';

// Which messages of a channel, where nobody has asked the bot, read like questions to whoever may know. A missed one costs
// nothing, since whoever wants an answer mentions the bot; talk that is taken for one is a nuisance: what is in doubt is none.

/** Longest message that is read as a question, in characters: longer ones are letters, minutes or pasted pages. */
const LONGEST = 500;
/** Fewest words: "Ready?", "why not?" and "you ok?" go on with what people talk about. */
const FEWEST = 3;

/** What a question to everybody has not: mentions of people, groups or channels, links, code, quotes, lists. */
const ADDRESSED = /<[^<>]{1,500}>|https?:\/\/|`|^\s*(?:>|&gt;)/im;
const LISTED = /^\s*(?:[-*•◦–]|\d{1,2}[.)])\s/m;
/** Where a sentence ends: a mark before a space, or a line. */
const SENTENCE = /[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]*/g;

const BEFORE = [
  ...GREETINGS,
  ...DAY_GREETINGS,
  'all|team|everyone|everybody|folks|guys|there|ok|okay|so|and|but|also|oh|um|well|sorry|pls|please|quick question|quick q|question',
].join('|');
const LEADING = new RegExp(`^(?:(?:${BEFORE})\\b[ ,:!-]*)*`);

/** Who or what is asked about, behind "can", "is", "should": "can we …", not "can do"; "is it …", not "is done". */
const SUBJECTS =
  'i|we|you|u|he|she|it|they|one|this|that|these|those|the|a|an|my|your|our|his|her|their|there|any|anyone|anybody|someone|' +
  'somebody|people|patients?|pts?|clients?|kids|children|iastm|tools?|scraping|graston|blading';
/** How a question begins. Behind "what", "how" and the like a pronoun goes on with a statement: "what we need is", "how it went". */
const ASKS = new RegExp(
  [
    `^(?:can|could|may|might|must|should|shall|will|would|do|does|did|is|are|was|were|has|have|am|isnt|arent|cant|dont|doesnt|shouldnt|wont|wouldnt)\\s+(?:${SUBJECTS})\\b`,
    '^(?:what|whats|how|hows|where|wheres|who|whos|which|why|when|whens)\\s+(?!(?:i|we|you|u|he|she|it|they|a|an|about|nice|cool|lovely|great|funny|weird|cute|sweet|fun|ever|was|not)\\b)',
    '\\b(?:any(?:one|body)|some(?:one|body)) (?:here )?(?:know|knows|knew|tell|remember|tried|used|seen|have|has|had|got)\\b',
    '^(?:any (?:idea|ideas|advice|thoughts|tips|recommendations?|experience)|do we know|does the faq)\\b',
    '\\b(?:not sure|wonder|wondering|unsure|want to know|need to know|curious) (?:if|whether|how|what|when|why|which|where)\\b',
  ].join('|'),
);
/** Ends of what is told, which ask for nothing but a nod: "that's fine, right?", and what is asked of one who was just spoken to. */
const NODS =
  /\b(?:right|ok|okay|yes|no|huh|eh|correct|agreed|deal|yeah|yea|innit|isnt it|wasnt it|dont you think|you know)\?+$/;

/** Whether a message, as Slack writes it, reads like a question to whoever may know. */
export function readsLikeQuestion(message: string): boolean {
  if (message.length > LONGEST || ADDRESSED.test(message) || LISTED.test(message)) return false;
  const sentences = (clean(message).replace(/['’]/g, '').match(SENTENCE) ?? []).map((sentence) =>
    sentence.trim().replace(LEADING, '').trim(),
  );
  return sentences.some(asks);
}

function asks(sentence: string): boolean {
  if ((sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length < FEWEST) return false;
  if (sentence.endsWith('?')) return !NODS.test(sentence);
  return ASKS.test(sentence);
}
