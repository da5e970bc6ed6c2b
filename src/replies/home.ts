import type { Button, HomeView, InputBlock, KnownBlock } from '@slack/types';
import type { Knowledge } from '../knowledge/entry.js';
import { leadButton } from './ask-lead.js';
import { button, context, menu, sections } from './blocks.js';
import { type Desk, deskBlocks } from './desk.js';
import { featuredBlocks } from './featured.js';
import { FORGET_ME } from './forget.js';
import type { COMMANDS } from './guide.js';
import type { Leads } from './leads.js';
import { LIMITS } from './limits.js';
import { NAMES } from './names.js';
import { newsBlocks } from './news.js';
import { type QuizStanding, quizOffer } from './quiz.js';
import { type Progress, pathOffer } from './reading.js';
import { type Earlier, earlierBlock } from './recent.js';
import type { Reply } from './reply.js';
import { type Stumble, stumblesBlocks } from './stumbles.js';

/** What a Home is made of. */
export interface HomeParts {
  knowledge: Knowledge;
  /** What is said in place of everything that needs the knowledge, while none may be served. */
  closed: Reply | null;
  /** What this person asked lately, the latest first. */
  earlier: readonly Earlier[];
  /** Days that the words of a question are kept, and what came of it. */
  textDays: number;
  retentionDays: number;
  leads: Leads;
  /** Tells a Home from the one before it: Slack empties a menu only where its block is another one. */
  edition: string;
  /** What leads see besides; null for everybody else. */
  forLeads: Desk | null;
  learning: HomeLearning;
  /** From which day to which something counts as new, as 2026-11-30. */
  fresh: { from: string; to: string };
}

/** How far somebody is with learning; both null where there is nothing to learn. */
export interface HomeLearning {
  path: Pick<Progress, 'entries' | 'read' | 'minutes'> | null;
  /** Null also while it cannot be looked up. */
  quiz: QuizStanding | null;
  /** For leads. */
  stumbles: readonly Stumble[];
}

/** Words that the Home says to the bot, with what stands on their buttons. */
const SPOKEN = {
  data: 'What is kept about me',
  privacy: 'Privacy',
  random: 'Any answer',
  help: 'Help',
} satisfies Partial<Record<keyof typeof COMMANDS, string>>;

/** Characters of a question typed on the Home. */
const LONGEST_QUESTION = 500;

/** What stands on the Home, from top to bottom; further lists get a line here. */
const SECTIONS: readonly ((parts: HomeParts) => KnownBlock[])[] = [
  askSection,
  earlierSection,
  beginSection,
  newsSection,
  learnSection,
  lookUpSection,
  leadSection,
  leadsSection,
  stumblesSection,
  yoursSection,
];

/** The app's Home: ask, learn, look up, and one's own data; for leads what waits for them. */
export function homeView(parts: HomeParts): HomeView {
  return { type: 'home', blocks: SECTIONS.flatMap((section) => section(parts)).slice(0, LIMITS.viewBlocks) };
}

function askSection({ closed }: HomeParts): KnownBlock[] {
  if (closed !== null) return closed.blocks;
  return [
    { type: 'header', text: { type: 'plain_text', text: 'Ask the IASTM FAQ', emoji: false } },
    input('ask', 'Your question', {
      type: 'plain_text_input',
      action_id: NAMES.ask,
      max_length: LONGEST_QUESTION,
      placeholder: { type: 'plain_text', text: 'In your own words, then Enter', emoji: false },
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    }),
    context(
      'Only you see the answer. It is quoted word for word, with its sources. Please leave out names and other details of patients.',
    ),
  ];
}

/** Whoever has asked nothing yet finds nothing here, and begins below. */
function earlierSection({ earlier, closed }: HomeParts): KnownBlock[] {
  if (closed !== null || earlier.length === 0) return [];
  const rows = earlier.map((each, at) => ({ ...earlierBlock(each, at), block_id: `earlier ${at}` }));
  return [...sections('*You asked lately*'), ...rows];
}

function beginSection({ knowledge, closed }: HomeParts): KnownBlock[] {
  return closed === null ? featuredBlocks(knowledge, '*To begin with*') : [];
}

function newsSection({ knowledge, closed, fresh }: HomeParts): KnownBlock[] {
  return closed === null ? newsBlocks(knowledge, fresh) : [];
}

function learnSection({ closed, learning: { path, quiz } }: HomeParts): KnownBlock[] {
  if (closed !== null || (path === null && quiz === null)) return [];
  return [{ type: 'divider' }, ...(path === null ? [] : pathOffer(path)), ...(quiz === null ? [] : quizOffer(quiz))];
}

function stumblesSection({ closed, learning }: HomeParts): KnownBlock[] {
  return closed === null ? stumblesBlocks(learning.stumbles) : [];
}

function lookUpSection({ knowledge, closed, edition }: HomeParts): KnownBlock[] {
  if (closed !== null) return [];
  const topics = [...knowledge.topics.values()].map(({ id, title }) => ({ label: title, value: id }));
  return [
    { type: 'divider' },
    input(`pick ${edition}`, 'Find an entry as you type', {
      type: 'external_select',
      action_id: NAMES.pick,
      min_query_length: 0,
      placeholder: { type: 'plain_text', text: 'A word or two', emoji: false },
    }),
    ...(topics.length === 0
      ? []
      : [input(`topic ${edition}`, 'Browse by topic', menu('topic', 'Choose a topic', topics))]),
  ];
}

function leadsSection({ forLeads }: HomeParts): KnownBlock[] {
  return forLeads === null ? [] : deskBlocks(forLeads);
}

/** Also while nothing may be served: then leads are all there is. */
function leadSection({ leads }: HomeParts): KnownBlock[] {
  const elements = leadButton(leads);
  if (elements.length === 0) return [];
  const text = '*Not in the FAQ?* Hand a question to the leads: you see the words before they are sent.';
  return [{ type: 'divider' }, ...sections(text), { type: 'actions', block_id: 'lead', elements }];
}

function yoursSection({ textDays, retentionDays }: HomeParts): KnownBlock[] {
  const kept = `*Your data:* the words of a question are kept for ${textDays} days, what came of it for ${retentionDays}, both without your name.`;
  return [
    { type: 'divider' },
    ...sections(kept),
    {
      type: 'actions',
      block_id: 'yours',
      elements: [
        ...Object.entries(SPOKEN).map(([value, label], at) => button('word', { label, value }, at)),
        confirmed(button('forget', { label: FORGET_ME, value: 'me' })),
      ],
    },
  ];
}

/** Removes what is kept of a person, once that is confirmed. */
function confirmed(forget: Button): Button {
  const words = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });
  return {
    ...forget,
    style: 'danger',
    confirm: {
      title: words('Forget me?'),
      text: words('All that I keep of your questions, votes and learning is removed. It cannot be brought back.'),
      confirm: words(FORGET_ME),
      deny: words('Cancel'),
      style: 'danger',
    },
  };
}

/** A field that acts at once: no form has to be sent. */
function input(block_id: string, label: string, element: InputBlock['element']): InputBlock {
  return {
    type: 'input',
    block_id: block_id.trim(),
    dispatch_action: true,
    label: { type: 'plain_text', text: label, emoji: false },
    element,
  };
}
