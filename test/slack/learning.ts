import type { Faq } from '../../src/faq/load.js';
import type { Unit } from '../../src/knowledge/entry.js';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { keysOf } from '../../src/store/keys.js';
import type { Store } from '../../src/store/store.js';
import { type ConversationOptions, startConversation } from '../conversation.js';
import { faqOf } from '../frozen.js';
import { pressables, seen } from './matched.js';

export const [ANNA, BEN] = [PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];
export const CHANNEL = CHANNELS[0]?.id ?? '';

const PLACE = { file: 'learning.yml', line: 1, col: 1 };

/** Two units, the first on safety, with five entries and three questions: as many as one sitting has room for. */
export const UNITS: readonly Unit[] = [
  {
    title: 'What it is',
    entries: ['what-is', 'refer'],
    place: PLACE,
    quiz: [
      {
        question: 'A patient gets chest pain on the table. What comes first?',
        options: ['Finish the strokes', 'Call the local emergency number straight away', 'Wait a day'],
        right: 2,
        entry: 'refer',
        place: PLACE,
      },
    ],
  },
  {
    title: 'On the skin',
    entries: ['pressure', 'bruising', 'cleaning'],
    place: PLACE,
    quiz: [
      {
        question: 'A bruise grows and hurts more. What do you do?',
        options: ['Stop, refer, and ask about any blood thinners', 'Go on beside it', 'Say that it works'],
        right: 1,
        entry: 'bruising',
        place: PLACE,
      },
      {
        question: 'The skin stayed whole. What does the tool need now?',
        options: ['A rinse', 'Nothing', 'Cleaning first, then low-level disinfection'],
        right: 3,
        entry: 'cleaning',
        place: PLACE,
      },
    ],
  },
];

/** The frozen FAQ with this reading path: a copy, in which tests may change what they like. */
export async function withPath(path: readonly Unit[] = UNITS): Promise<Faq> {
  const faq = await faqOf();
  return { ...faq, knowledge: { ...faq.knowledge, entries: new Map(faq.knowledge.entries), path } };
}

/** Changes the answer of an entry, as a lead does. */
export function rewrite(faq: Faq, id: string, answer: string): void {
  const entry = faq.knowledge.entries.get(id);
  if (entry === undefined) throw new Error(`No entry ${id}.`);
  faq.knowledge = { ...faq.knowledge, entries: new Map(faq.knowledge.entries).set(id, { ...entry, answer }) };
}

/** A clinic in which days pass as the test says. Monday, nine in the morning, to begin with. */
export function clinicClock() {
  let at = Date.parse('2026-11-23T09:00:00Z');
  return {
    now: () => new Date(at),
    later(hours: number): void {
      at += hours * 3_600_000;
    },
    nextDay(days = 1): void {
      at += days * 86_400_000;
    },
  };
}

/** Somebody who learns: by the command in a channel, where only they see it. */
export async function learner(options: Omit<ConversationOptions, 'faq'> & { faq?: Faq; user?: string } = {}) {
  const clock = clinicClock();
  const faq = options.faq ?? (await withPath());
  const { user = ANNA, ...rest } = options;
  const talk = await startConversation({ now: clock.now, ...rest, faq });
  const last = async (who = user) => {
    const card = (await seen(talk, CHANNEL, who)).at(-1);
    if (card === undefined) throw new Error('The bot said nothing.');
    return card;
  };
  const type = async (text: string, who = user) => {
    await talk.slack.command({ channel: CHANNEL, user: who, command: '/iastm', text });
    return last(who);
  };
  /** Presses the button with a label on the last card; answers with what stands in its place then. */
  const press = async (label: string, who = user) => {
    const { ts } = await last(who);
    await talk.slack.press({ channel: CHANNEL, user: who, message_ts: ts, label });
    return last(who);
  };
  /** Chooses an option of the question in sight by its words, the right one where none is named. */
  const choose = async (named?: string, who = user) => {
    const { ts, text, blocks } = await last(who);
    const option = named ?? rightOf(text, faq);
    const button = pressables({ blocks }).find(({ accessibility_label: spoken }) => spoken?.endsWith(option));
    if (button?.value === undefined) throw new Error(`No option ${option}.`);
    await talk.slack.press({ channel: CHANNEL, user: who, message_ts: ts, value: button.value });
    return last(who);
  };
  const wrong = async (who = user) => {
    const { text } = await last(who);
    const question = questionIn(text, faq);
    return choose(question.options.find((_, at) => at !== question.right - 1) ?? '', who);
  };
  return { ...talk, faq, clock, type, press, choose, wrong, last, keys: keysOf('test') };
}

export function labelsOf(card: { blocks: readonly unknown[] }): string[] {
  return pressables(card).map(({ text }) => text?.text ?? '');
}

function questionIn(text: string, { knowledge }: Faq) {
  const question = knowledge.path.flatMap(({ quiz }) => quiz).find((each) => text.includes(each.question));
  if (question === undefined) throw new Error(`No question in: ${text}`);
  return question;
}

function rightOf(text: string, faq: Faq): string {
  const { options, right } = questionIn(text, faq);
  return options[right - 1] ?? '';
}

/** Stands for a store of which a part is away. */
export function away(store: Store, ...methods: (keyof Store)[]): Store {
  const gone = () => Promise.reject(new Error('The store is away.'));
  return { ...store, ...Object.fromEntries(methods.map((name) => [name, gone])) };
}
