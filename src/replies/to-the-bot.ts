import { DAY_GREETINGS, GREETINGS, THANKS } from '../english/greetings.js';
import { STANCE_WORDS } from './channel.js';
import { COMMANDS } from './guide.js';
import { unescapeText } from './mrkdwn.js';

/** What is said to the bot itself has a reply of its own: a word of the command, courtesy, a greeting, or what the bot is. */
export type Word = keyof typeof COMMANDS | 'about' | 'courtesy' | 'greeting';

/**
 * What people say to the bot itself, by the reply that it gets at every door; small letters, no apostrophes. `{a/b}` stands for
 * each of the two, `{/a}` for it and for nothing. Where an utterance holds several, the first of these replies is given.
 */
const SAID: Record<Word, string> = {
  forget: `forget me | forgetme | forget about me | forget {/all} my {data/questions/votes/messages/history} |
    forget {all/everything} {/that} {/i asked/you know/you have/you keep/you store} {/about me/of me/on me} |
    {delete/remove/erase/clear/wipe} me |
    {delete/remove/erase/clear/wipe} {/all/all of} my {data/questions/votes/messages/history/info/information/stuff} |
    {delete/remove/erase/clear/wipe} {all/everything/all data/the data/all the data/whatever} {/that}
      {/you know/you have/you keep/you kept/you store/you stored/you saved} {about/of/on/from} me`,
  data: `my data | mydata | {see/get/list/export/download} my data | my {info/information/stored data} |
    what {do you/have you} {know/keep/kept/store/stored/save/saved/have/hold/collect/collected} {about/of/on/from} me |
    what data {do you/have you} {know/keep/kept/store/stored/save/saved/have/hold/collect/collected} {about/of/on/from} me |
    what {/data} is {kept/stored/saved/known} {about/of/on/from} me | {all/everything} {/that} you {know/keep/have} {about/of/on} me |
    {see/} what you {know/keep/store/have} {about/of/on} me | {see/} my votes`,
  privacy: `privacy | privacy policy | data {privacy/protection} | gdpr | opt out | unsubscribe | what do you {keep/store} | do you {keep/store} my {data/questions} |
    is {my data/this bot/this chat} {private/safe/confidential/anonymous} | {are my questions/is what i ask} {private/anonymous/kept/stored} |
    who {sees/can see/reads/can read} {my questions/what i ask/this}`,
  recent: `recent | recents | {/my} {recent/last/latest/previous/earlier/past} {question/questions/answer/answers} | my questions |
    {/my} {/question/search/chat} history | {whats/what is} my history | read {it/that} again | show {it/that} again | {see/list} my questions |
    what {i asked/did i ask/have i asked/did i ask you/have i asked you}
      {/yesterday/before/earlier/lately/recently/last/last time/last week/this week/this morning/so far} |
    what {was my last question/were my last questions/was the last question/did i ask about}`,
  news: `news | new | updates | recently reviewed | reviewed lately | {whats/what is/anything} new {/in the faq} |
    {whats/what has/what was/anything} {changed/updated} {/lately/recently} | {new/latest/changed} {answers/entries}`,
  random: `random | random {entry/question/answer/fact/one} | {a/any/some/one/pick a/give me a} random {entry/question/answer/fact/one} |
    surprise me | something random`,
  why: `why | why {this/that} {/answer} | why did {you/u} {say/answer/show/choose/pick} {this/that/it/so} |
    how did you {get/find/choose/pick/come up with} {this/that/it} {/answer} | explain {yourself/your answer/this answer/that answer} |
    what makes you {say/think} {this/that/so}`,
  sources: `sources | source | {source/sources} list | list of sources | what are your sources | references |
    {list/show/show me/give me} {/the/your/all} sources`,
  add: `add | {add/draft/write/propose/suggest} {an/a/a new/new/another} {answer/entry/wording/phrasing}`,
  edit: `edit | {edit/change/correct} {an/the} {answer/entry}`,
  edits: `edits | {/the/my/last/the last/recent/latest} edits | {list/show/show me} {/the/all/last/the last/recent} edits | undo`,
  topics: `topics | topic | {topic/topics} list | list of topics | {list/show/show me/give me} {/the/your/all} topics |
    {what/which} topics {are there/do you have/do you know/do you cover}`,
  topic: '',
  review:
    'review | reviews | {what/what is/whats} due {/for review} | {start/begin} {/the/a} review | review {/the/all} {answers/entries}',
  gaps: `gaps | {/the/open} gaps | {list/show/show me} {/the/all/open} gaps | what was asked in vain | what could you not answer`,
  lead: `lead | leads | ask {a/the/my/our} {lead/leads} | {/can i/can you/i want to/i would like to/please} {ask/contact/talk to/speak to}
    {a/the/my/our} {lead/leads}`,
  glossary: 'glossary | {show/show me} {/the/your} glossary',
  channel: 'channel | this channel | {show/show me} {/this/the} channel | how do you answer here',
  pause: 'pause | {pause/stop/silence} {the bot/the faq/yourself/answering}',
  resume: 'resume | unpause | {resume/unpause} {the bot/the faq/yourself/answering}',
  learn: `learn | learning | {/the} {learning/reading} path | {start/begin/continue} {learning/reading/the reading path} |
    {im/i am} new {/here} | onboarding | teach me`,
  quiz: `{/the} quiz | quiz me | test me | {/i want to} {start/take/continue} {/the/a} quiz`,
  about: `{who/what} are you | {whats/what is} your name | {whats/what is/what are} {this bot/this app} | {whos/who is} behind {this/you} |
    who {wrote/writes} {this/that/these/you/it/the answers/these answers/this answer/the faq/this faq} |
    who {made/built/created/runs/maintains} {this/you/this bot/the bot/this faq/the faq} | how do you work | how do you know |
    {are you/r u} {/just/really/actually} {bot/robot/human/real/ai/chatgpt/gpt/chat gpt/alive} |
    {are you/r u/is this/am i talking to} {/just/really/actually} {a bot/a robot/a machine/a computer/a program/a chatbot/a human/
      a human being/a person/a real person/a real human/ai/an ai/an llm/chatgpt/gpt/chat gpt/generated/ai generated} |
    {is this/is that/is it/are these/is this answer/are the answers/are these answers/are your answers/is the faq/was this/
      has this been} {reviewed/checked/verified} {/by a clinician/by anyone/by anybody/by someone/by a doctor/by a human/by a person} |
    who {reviewed/reviews/checked/checks/verified} {this/that/it/these/the answers/these answers/this answer/your answers/the faq} |
    where {do/does/did} {the answers/these answers/your answers/this/this answer/that/it/the info/this info} come from |
    where do you get {this/that/it/your answers/your info/your information/the answers} {/from} |
    {can i/can we/should i} {trust/rely on} {you/this bot/this answer/the answers/these answers/your answers} |
    are you {reliable/trustworthy/sure} | who {do/can/should} i ask |
    {/can i} {ask/contact/reach/talk to/speak to/speak with} {/a/the/my/our} {lead/leads/human/person/real person/clinician}`,
  help: `help | help me | i need help | can you help {/me} | how can you help {/me} | what can you do | what do you {do/know} |
    what can i ask | how do i use {this/you/this bot/the bot} | how does this bot work | how do i ask | how to use this bot |
    {/what are the} commands | menu | usage`,
  courtesy: `${THANKS.join(' | ')} | thank u | thankyou | thnx | thks | tks | tnx | ta | {/much/i} appreciated |
    {/i} appreciate it | {/great/big/a great/a big} help {/thanks} | {/so/very} helpful | {that/this} {helps/helped} |
    that {was helpful/is helpful/is great/was great/works} | thats {helpful/great/perfect/good/all/it} | that is all |
    ok | okay | okey | k | kk | {got/gotcha} | got {it/you} | i see | {/i} understood | noted | roger | great | perfect | cool | nice |
    awesome | excellent | super | brilliant | lovely | amazing | wonderful | fantastic | {/very} good | good to know | sounds good |
    makes sense | will do | alright | all {right/good/set} | right | sure | fine | im good | done | good bot | well done |
    {good/great/nice} {job/work} | no {worries/problem} | np | never mind | nevermind | nvm | forget {it/that} | forget about {it/that} | cancel | undo | lol | haha | wow | yay |
    {/good} bye | goodbye | bye bye | see {you/ya/u} {/later/tomorrow} | cya | later | good night | goodnight | take care |
    have a {good/nice/great} {day/one/night/evening/weekend}`,
  greeting: `${[...GREETINGS, ...DAY_GREETINGS].join(' | ')} | greetings | hallo | gm | morning | good day |
    how are you {/doing} | {hows/how is} it going | whats up | sup | nice to meet you`,
};
/** Alone these say nothing yet, and get the help: a bare greeting is a first try, and "more" or "yes" goes on with nothing. */
const ALONE = new Set([
  ...GREETINGS,
  ...expand(`start | begin | get started | list | options | settings | test | testing | next | more | show more | stop | yes | no |
    none | none of {these/them}`),
]);
/** Adds nothing to what is said, and says nothing by itself. */
const FILLER = new Set(
  expand(`please | pls | plz | there | all | team | bot | everyone | everybody | guys | folks | again | now | then | today | you | u |
    so much | a lot | very much | really | just | so | and | oh | ah | um | hmm | well | yes | yeah | yep | no | nope | {/my} friend |
    mate | doc | for {me/us/that/this/helping} | for {the/your/all your} {help/answer/info/information} | iastm faq |
    or {human/a human/a person/ai/an ai/a bot/not/chatgpt} | chatgpt | {can/could/would/will} you | i {want/need} {/you} to |
    {i would/id} like {/you} to | how {do/can} i | {show/tell} me`),
);
/** Emoji that thank or agree, as Slack writes them and as they are; any other one alone asks for help. */
const THANKFUL = new Set(
  expand(`+1 | thumbsup | pray | ok_hand | heart | raised_hands | clap | 100 | white_check_mark | ok | slightly_smiling_face | smile |
    blush | grinning | tada | bow | thank_you | thankyou | ty | 👍 | 🙏 | 👌 | ❤ | 🙌 | 👏 | 💯 | ✅ | 🙂 | 😊 | 😀 | 😄 | 🎉`),
);
/** Words of the command; one slip of the finger in them is read. */
const COMMAND_WORDS = Object.keys(COMMANDS);
/** Those of two words, as they are typed; one slip anywhere in them is read. */
const COMMAND_PHRASES = Object.values(COMMANDS).flatMap(({ usage }) => (/^\w+ [a-z]+$/.test(usage) ? [usage] : []));
/** One letter away from a word of the command, and another word. */
const NO_SLIP = 'forgot';
/** More words than this are a question; so are more after "topic", "glossary" and "edit". */
const MOST_WORDS = 14;
const LONGEST_NAME = 6;

const ORDER = Object.keys(SAID) as Word[];
const WORD_OF = new Map(
  ORDER.toReversed().flatMap((word) => expand(SAID[word]).map((phrase) => [phrase, word] as const)),
);
const PHRASES = [...WORD_OF.keys(), ...FILLER];
const KNOWN = new Set(PHRASES.flatMap((phrase) => phrase.split(' ')));
const LONGEST_PHRASE = Math.max(...PHRASES.map((phrase) => phrase.split(' ').length));

/** "ask a lead: can I do it over a scar", and what stands after it. */
const ASK_A_LEAD =
  /^(?:(?:please\s+)?ask\s+(?:a|the|my|our)\s+leads?\b(?:\s+(?:if|whether|about)\b)?|leads?\s*:)\s*[:,]?\s+(\S.*)$/is;
/** "lead can I do it over a scar": a question follows. "lead apron for x-rays?" is one itself, like "lead to bruising". */
const LEAD =
  /^lead\s*,?\s+((?:can|could|may|must|should|shall|will|would|do|does|did|is|are|was|were|has|have|am|whats?|how|where|who|which|why|when)\b.*)$/is;
/** After the command the word is meant as one, but where what follows makes another word or a sentence of it. */
const TYPED_LEAD =
  /^lead(?!\s+(?:to|by|time|on|in|into|from|with|me|us|aprons?|poisoning|toxicity|paint|pipes?|exposure|levels?|shields?|shielding|clinicians?|therapists?|physios?|physiotherapists?|practitioners?|nurses?|doctors?)\b)\s*,?\s+(\S.*)$/is;

/** Reads an utterance that is said to the bot itself, with the name after "topic", "glossary" and "edit". Null for a question. `typed`: behind the command. */
export function toTheBot(utterance: string, { typed = false } = {}): { word: Word; name: string } | null {
  const said = utterance.trim();
  const forLeads = (ASK_A_LEAD.exec(said) ?? (typed ? TYPED_LEAD : LEAD).exec(said))?.[1];
  if (forLeads !== undefined) return { word: 'lead', name: forLeads.trim() };
  const { words, emoji } = read(utterance);
  if (words.length > MOST_WORDS) return null;
  if (words.length === 0) return { word: emoji.some((each) => THANKFUL.has(each)) ? 'courtesy' : 'help', name: '' };
  if (emoji.length === 0 && ALONE.has(words.join(' '))) return { word: 'help', name: '' };
  const named = readNamed(utterance);
  if (named !== null) return named;
  const meaning = words.filter((each) => !FILLER.has(each)).join(' ');
  const phrase =
    WORD_OF.has(meaning) || words.includes(NO_SLIP) ? undefined : COMMAND_PHRASES.find((each) => isSlip(meaning, each));
  const word = (phrase && WORD_OF.get(phrase)) ?? wordIn(words);
  return word === null ? null : { word, name: '' };
}

/** Whether kept words were meant for the bot and no question: also with the command before them, or one word of it mistyped. */
export function isMeantForTheBot(utterance: string): boolean {
  const said = utterance.replace(/^\s*\/\S+/, '');
  if (toTheBot(said, { typed: said !== utterance }) !== null) return true;
  const words = read(said).words.filter((word) => !FILLER.has(word));
  const [word = ''] = words;
  return words.length === 1 && word.length > 2 && COMMAND_WORDS.some((each) => isSlip(word, each, 4));
}

/** The first reply of the table that the words ask for. Null where one of them stands in no phrase and is no filler. */
function wordIn(typed: readonly string[]): Word | null {
  // Nearly every question ends here, at one of its first words.
  if (!typed.every((each) => KNOWN.has(meant(each)))) return null;
  const words = typed.map(meant);
  const found = new Set<Word>();
  for (let at = 0; at < words.length; ) {
    let end = Math.min(words.length, at + LONGEST_PHRASE);
    const phrase = () => words.slice(at, end).join(' ');
    while (end > at && !WORD_OF.has(phrase()) && !FILLER.has(phrase())) end -= 1;
    if (end === at) return null;
    const word = WORD_OF.get(phrase());
    if (word !== undefined) found.add(word);
    at = end;
  }
  return ORDER.find((word) => found.has(word)) ?? null;
}

/** "topic safety", "glossary keloid", "edit bruising", "channel auto". */
function readNamed(utterance: string): { word: Word; name: string } | null {
  const [first = '', ...others] = utterance.trim().split(/\s+/);
  const word = meant(first.toLowerCase().replace(/:$/, ''));
  if (word !== 'topic' && word !== 'glossary' && word !== 'channel' && word !== 'edit') return null;
  const idle = (text: string) => read(text).words.every((each) => FILLER.has(each));
  while (others.length > 0 && idle(others.at(-1) ?? '')) others.pop();
  const name = unescapeText(others.join(' '))
    .toLowerCase()
    .replace(/[?!.]{1,9}$/, '');
  if (others.length === 0 || others.length > LONGEST_NAME || name.includes('?')) return null;
  if (word === 'edit' && WORD_OF.get(`edit ${name}`) === 'edit') return { word, name: '' };
  if (word !== 'channel') return { word, name };
  const stance = STANCE_WORDS.find((each) => each === name || isSlip(name, each));
  return stance === undefined ? null : { word, name: stance };
}

/** The words of an utterance without case, signs, mentions and emoji, and the emoji. */
function read(utterance: string): { words: string[]; emoji: string[] } {
  const said = unescapeText(utterance.toLowerCase());
  const emoji: string[] = [];
  const words = said
    .replace(EMOJI, (sign, name: string | undefined) => {
      emoji.push(name ?? sign);
      return ' ';
    })
    .replace(/<[@#!][^<>]*>/g, ' ')
    .replace(/(?<!\S)(?:[:;x]-?[dp3]|<3)(?![\p{L}\p{N}])/gu, ' ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return { words: words === '' ? [] : words.split(' '), emoji };
}

const EMOJI = /:([a-z0-9_+'’-]{1,64}):|\p{Extended_Pictographic}/gu;

/** The word of the command that a word with a slip means, or the word itself. */
function meant(word: string): string {
  if (KNOWN.has(word) || word === NO_SLIP) return word;
  return COMMAND_WORDS.find((each) => isSlip(word, each)) ?? word;
}

/** Whether two neighbouring letters were swapped, or, in a long word, one letter is missing, too many or another. */
function isSlip(typed: string, word: string, long = 6): boolean {
  // Of all words that people type, nearly every one ends here.
  if (Math.abs(typed.length - word.length) > 1) return false;
  let at = 0;
  while (at < word.length && typed[at] === word[at]) at += 1;
  const same = (ofTyped: number, ofWord: number) => typed.slice(at + ofTyped) === word.slice(at + ofWord);
  if (typed[at] === word[at + 1] && typed[at + 1] === word[at] && same(2, 2)) return true;
  return word.length >= long && (same(0, 1) || same(1, 0) || same(1, 1));
}

/** A list of phrases written with `|` and `{…/…}`, one by one. */
function expand(list: string): string[] {
  return list.split('|').flatMap((phrase) => alternatives(phrase));
}

function alternatives(phrase: string): string[] {
  const [, before, choices, after] = /^([^{]*)\{([^}]*)\}(.*)$/s.exec(phrase) ?? [];
  if (before === undefined || choices === undefined)
    return [phrase.split(/\s+/).filter(Boolean).join(' ')].filter(Boolean);
  return choices.split('/').flatMap((choice) => alternatives(`${before} ${choice} ${after}`));
}
