import type { KnownBlock, SectionBlock } from '@slack/types';
import type { Entry, Knowledge, Topic } from '../knowledge/entry.js';
import { button, context, menu, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeText } from './mrkdwn.js';
import type { Reply } from './reply.js';

/** Entries shown of one topic: each takes a block, and Slack allows fifty. */
const MOST_ENTRIES = 40;

/** The list of topics, with a menu to open one. `wanted` is a name that means none of them, or several. */
export function topicsReply(knowledge: Knowledge, wanted = ''): Reply {
  const topics = [...knowledge.topics.values()];
  const missed = wanted.trim() === '' ? '' : `No one topic is called “${escapeText(shorten(wanted.trim(), 100))}”.\n`;
  const head = `${missed}*${topics.length} topics, ${knowledge.entries.size} questions answered*`;
  const lines = topics.map(({ title, entries }) => `• ${escapeText(shorten(title, 150))} (${entries.length})`);
  const how = 'Open one with the menu, or type `/iastm topic` and its name.';
  return {
    text: shorten([head, ...lines, how].join('\n'), LIMITS.text),
    blocks: [
      ...sections(head),
      ...sections(shorten(lines.join('\n'), LIMITS.section)),
      ...topicMenu(knowledge),
      context(how),
    ],
  };
}

/** A menu of all topics; nothing where there is none. */
export function topicMenu(knowledge: Knowledge): KnownBlock[] {
  const topics = [...knowledge.topics.values()];
  if (topics.length === 0) return [];
  const choices = topics.map(({ id, title }) => ({ label: title, value: id }));
  return [{ type: 'actions', elements: [menu('topic', 'Choose a topic', choices)] }];
}

/** One topic: its questions, each with its short answer and a button to read it whole. */
export function topicReply(topic: Topic, knowledge: Knowledge): Reply {
  const entries = topic.entries.flatMap((id) => knowledge.entries.get(id) ?? []);
  const shown = entries.slice(0, MOST_ENTRIES);
  const owner = topic.owner === undefined ? '' : ` Looked after by <@${escapeText(topic.owner)}>.`;
  const head = `*${escapeText(shorten(topic.title, 150))}*`;
  const rest = entries.length - shown.length;
  const foot =
    rest > 0
      ? `And ${rest} more: ask for them in your own words.`
      : `${entries.length} ${entries.length === 1 ? 'question' : 'questions'}.${owner}`;
  return {
    text: shorten([head, ...shown.map((entry) => `• ${line(entry, ': ')}`), foot].join('\n'), LIMITS.text),
    blocks: [...sections(head), ...shown.map(toRead), context(foot), ...topicMenu(knowledge)],
  };
}

function toRead(entry: Entry, at: number): SectionBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: shorten(line(entry, '\n'), 280), verbatim: true },
    accessory: {
      ...button('read', { label: 'Read', value: entry.id }, at),
      accessibility_label: shorten(`Read: ${entry.questions[0]}`, LIMITS.label),
    },
  };
}

function line({ questions, short }: Entry, between: string): string {
  const title = `*${escapeText(shorten(questions[0], 100))}*`;
  return short === undefined ? title : `${title}${between}${escapeText(short)}`;
}

/** The topic that a name means: its id, its title, the beginning or a part of its title. Null where none or several do. */
export function findTopic(name: string, knowledge: Knowledge): Topic | null {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return null;
  const topics = [...knowledge.topics.values()];
  const tests: ((topic: Topic) => boolean)[] = [
    ({ id, title }) => id === wanted || title.toLowerCase() === wanted,
    ({ id, title }) => id.startsWith(wanted) || title.toLowerCase().startsWith(wanted),
    ({ title }) => title.toLowerCase().includes(wanted),
  ];
  for (const test of tests) {
    const found = topics.filter(test);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}
