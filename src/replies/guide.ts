import type { Knowledge } from '../knowledge/entry.js';
import { context, sections } from './blocks.js';
import { shorten } from './limits.js';
import { escapeText } from './mrkdwn.js';
import type { Reply } from './reply.js';
import { topicMenu } from './topics.js';

/** Every word of the command `/iastm`, which is understood at every other door too, and what it does. Anything else is a question. */
export const COMMANDS = {
  help: { usage: 'help', does: 'shows this' },
  topics: { usage: 'topics', does: 'lists the topics' },
  topic: { usage: 'topic _name_', does: 'lists a topic’s questions' },
  sources: { usage: 'sources', does: 'says on what the answers rest' },
  glossary: { usage: 'glossary _term_', does: 'explains a term; without one it lists them' },
  learn: { usage: 'learn', does: 'shows the reading path for new hires, one card at a time' },
  quiz: { usage: 'quiz', does: 'asks what you have read, one question at a time' },
  news: { usage: 'news', does: 'lists what was changed or reviewed lately' },
  random: { usage: 'random', does: 'shows an answer that chance picks' },
  recent: { usage: 'recent', does: 'shows you what you asked lately, to read again' },
  why: { usage: 'why', does: 'tells you why your last question was answered so' },
  gaps: { usage: 'gaps', does: 'for leads: shows what was asked in vain' },
  lead: { usage: 'lead _question_', does: 'hands a question to the leads, once you have seen the words' },
  review: { usage: 'review', does: 'for leads: walks through the answers that are due for review' },
  add: { usage: 'add', does: 'for leads: adds wordings to an entry, or drafts an answer' },
  edit: { usage: 'edit _entry_', does: 'for leads: changes an entry, found by its id or by some words' },
  edits: { usage: 'edits', does: 'for leads: lists the last edits, and takes one back' },
  privacy: { usage: 'privacy', does: 'says what is kept about you, and for how long' },
  channel: {
    usage: 'channel _off, mention or auto_',
    does: 'says how I answer in a channel; leads set it by the word behind',
  },
  pause: { usage: 'pause', does: 'for leads: answers nothing until they say `resume`' },
  resume: { usage: 'resume', does: 'for leads: answers again' },
  data: { usage: 'my data', does: 'shows you what is kept about you' },
  forget: { usage: 'forget me', does: 'removes your questions, votes and learning, once you confirm it' },
} as const;

/** How a word begins that only leads can use. */
const FOR_LEADS = 'for leads: ';

/** Whether a text is one of them. */
export function isCommand(text: string): text is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, text);
}

/** How to use the bot, what one has to know first, and the words of leads to a lead alone: for a cry for help, an empty mention and a bare "hi". */
export function helpReply(knowledge: Knowledge, { lead }: { lead: boolean }): Reply {
  const head = '*I answer questions about IASTM from the clinic’s FAQ, word for word, with sources.*';
  const ask = [
    '• In a channel: mention me and ask; I answer in the thread.',
    '• In a direct message: just ask.',
    '• Anywhere: `/iastm your question`; only you see the answer.',
  ].join('\n');
  const { help: _, ...others } = COMMANDS;
  const all = Object.values(others).map(({ usage, does }) => ({ usage, does, leads: does.startsWith(FOR_LEADS) }));
  const line = ({ usage, does }: { usage: string; does: string }) =>
    `• \`${usage.replaceAll('_', '')}\` ${does.replace(FOR_LEADS, '')}`;
  const commands = [
    '*Words behind `/iastm`, or alone in a mention or a direct message:*',
    ...all.filter(({ leads }) => !leads).map(line),
  ].join('\n');
  const forLeads = lead ? ['*For leads:*', ...all.filter(({ leads }) => leads).map(line)].join('\n') : '';
  const honest =
    'Nothing is generated. Where the FAQ has no answer I say so. Please leave out names and other details of patients.';
  const [first] = knowledge.entries.values();
  const example = first ? `For example: _${escapeText(shorten(first.questions[0], 150))}_` : '';
  return {
    text: [head, ask, example, honest, commands, forLeads].filter(Boolean).join('\n'),
    blocks: [
      ...sections(head),
      ...sections([ask, example].filter(Boolean).join('\n')),
      context(honest),
      ...topicMenu(knowledge),
      ...sections(commands),
      ...(forLeads === '' ? [] : sections(forLeads)),
    ],
  };
}
