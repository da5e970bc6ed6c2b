import { COMMANDS } from './guide.js';
import { unescapeText } from './mrkdwn.js';

/** What is said to the bot itself has a reply of its own: a word of the command, courtesy, a greeting, or what the bot is. */
export type Word = keyof typeof COMMANDS | 'about' | 'courtesy' | 'greeting';

/**
 * What people say to the bot itself, by the reply that it gets at every door; small letters, no apostrophes. `{a/b}` stands for
 * each of the two, `{/a}` for it and for nothing. Where an utterance holds several, the first of these replies is given.
 */
const SAID: Record<Word, string> = {
  forget: 'forget me | forgetme | forget about me | {delete/remove/erase} {my data/my questions/me}',
  privacy: `privacy | privacy policy | data privacy | what do you {keep/store} | what do you {keep/store/know} about me |
    do you {keep/store} my {data/questions}`,
  sources: `sources | source | {source/sources} list | list of sources | what are your sources | references |
    {list/show/show me/give me} {/the/your/all} sources`,
  topics: `topics | topic | {topic/topics} list | list of topics | {list/show/show me/give me} {/the/your/all} topics |
    {what/which} topics {are there/do you have/do you know/do you cover}`,
  topic: '',
  glossary: 'glossary | {show/show me} {/the/your} glossary',
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
    are you {reliable/trustworthy/sure}`,
  help: `help | help me | i need help | can you help {/me} | how can you help {/me} | what can you do | what do you {do/know} |
    what can i ask | how do i use {this/you/this bot/the bot} | how does this bot work | how do i ask | how to use this bot |
    {/what are the} commands | menu | usage`,
  courtesy: `thanks | thank {you/u} | thankyou | many thanks | thx | thnx | thks | tks | tnx | ty | tysm | cheers | ta | {/much/i} appreciated |
    {/i} appreciate it | {/great/big/a great/a big} help {/thanks} | {/so/very} helpful | {that/this} {helps/helped} |
    that {was helpful/is helpful/is great/was great/works} | thats {helpful/great/perfect/good/all/it} | that is all |
    ok | okay | okey | k | kk | {got/gotcha} | got {it/you} | i see | {/i} understood | noted | roger | great | perfect | cool | nice |
    awesome | excellent | super | brilliant | lovely | amazing | wonderful | fantastic | {/very} good | good to know | sounds good |
    makes sense | will do | alright | all {right/good/set} | right | sure | fine | im good | done | good bot | well done |
    {good/great/nice} {job/work} | no {worries/problem} | np | never mind | nevermind | nvm | lol | haha | wow | yay |
    {/good} bye | goodbye | bye bye | see {you/ya/u} {/later/tomorrow} | cya | later | good night | goodnight | take care |
    have a {good/nice/great} {day/one/night/evening/weekend}`,
  greeting: `hi | hello | hey | heya | hiya | yo | howdy | greetings | hallo | gm | morning | good {morning/afternoon/evening/day} |
    how are you {/doing} | {hows/how is} it going | whats up | sup | nice to meet you`,
};
/** A bare greeting is a first try: it gets the help. */
const ALONE = new Set(expand('hi | hello | hey | heya | hiya | yo | howdy'));
/** Adds nothing to what is said, and says nothing by itself. */
const FILLER = new Set(
  expand(`please | pls | plz | there | all | team | bot | everyone | everybody | guys | folks | again | now | then | today | you | u |
    so much | a lot | very much | really | just | so | and | oh | ah | um | hmm | well | yes | yeah | yep | no | nope | {/my} friend |
    mate | doc | for {me/us/that/this/helping} | for {the/your/all your} {help/answer/info/information} | iastm faq |
    or {human/a human/a person/ai/an ai/a bot/not/chatgpt} | chatgpt`),
);
/** Emoji that thank or agree, as Slack writes them and as they are; any other one alone asks for help. */
const THANKFUL = new Set(
  expand(`+1 | thumbsup | pray | ok_hand | heart | raised_hands | clap | 100 | white_check_mark | ok | slightly_smiling_face | smile |
    blush | grinning | tada | bow | thank_you | thankyou | ty | 👍 | 🙏 | 👌 | ❤ | 🙌 | 👏 | 💯 | ✅ | 🙂 | 😊 | 😀 | 😄 | 🎉`),
);
/** Words of the command; one slip of the finger in them is read. */
const COMMAND_WORDS = Object.keys(COMMANDS);
/** One letter away from a word of the command, and another word. */
const NO_SLIP = 'forgot';
/** More words than this are a question; so are more after "topic" and "glossary". */
const MOST_WORDS = 14;
const LONGEST_NAME = 6;

const ORDER = Object.keys(SAID) as Word[];
const WORD_OF = new Map(
  ORDER.toReversed().flatMap((word) => expand(SAID[word]).map((phrase) => [phrase, word] as const)),
);
const PHRASES = [...WORD_OF.keys(), ...FILLER];
const KNOWN = new Set(PHRASES.flatMap((phrase) => phrase.split(' ')));
const LONGEST_PHRASE = Math.max(...PHRASES.map((phrase) => phrase.split(' ').length));

/** Reads an utterance that is said to the bot itself, with the name after "topic" and "glossary". Null for a question. */
export function toTheBot(utterance: string): { word: Word; name: string } | null {
  const { words, emoji } = read(utterance);
  if (words.length > MOST_WORDS) return null;
  if (words.length === 0) return { word: emoji.some((each) => THANKFUL.has(each)) ? 'courtesy' : 'help', name: '' };
  if (emoji.length === 0 && ALONE.has(words.join(' '))) return { word: 'help', name: '' };
  const named = readNamed(utterance);
  if (named !== null) return named;
  const word = wordIn(words.map(meant));
  return word === null ? null : { word, name: '' };
}

/** The first reply of the table that the words ask for. Null where one of them stands in no phrase and is no filler. */
function wordIn(words: readonly string[]): Word | null {
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

/** "topic safety", "glossary keloid". */
function readNamed(utterance: string): { word: Word; name: string } | null {
  const [first = '', ...others] = utterance.trim().split(/\s+/);
  const word = meant(first.toLowerCase().replace(/:$/, ''));
  if (word !== 'topic' && word !== 'glossary') return null;
  const idle = (text: string) => read(text).words.every((each) => FILLER.has(each));
  while (others.length > 0 && idle(others.at(-1) ?? '')) others.pop();
  const name = unescapeText(others.join(' '))
    .toLowerCase()
    .replace(/[?!.]{1,9}$/, '');
  return others.length === 0 || others.length > LONGEST_NAME || name.includes('?') ? null : { word, name };
}

/** The words of an utterance without case, signs, mentions and emoji, and the emoji. */
function read(utterance: string): { words: string[]; emoji: string[] } {
  const said = unescapeText(utterance.toLowerCase());
  const emoji = [...said.matchAll(EMOJI)].map(([sign, name]) => name ?? sign);
  const words = said
    .replace(EMOJI, ' ')
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

/** Whether two neighbouring letters were swapped, or, in a longer word, one letter is missing, too many or another. */
function isSlip(typed: string, word: string): boolean {
  let at = 0;
  while (at < word.length && typed[at] === word[at]) at += 1;
  const same = (ofTyped: number, ofWord: number) => typed.slice(at + ofTyped) === word.slice(at + ofWord);
  if (typed[at] === word[at + 1] && typed[at + 1] === word[at] && same(2, 2)) return true;
  return word.length >= 6 && (same(0, 1) || same(1, 0) || same(1, 1));
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
