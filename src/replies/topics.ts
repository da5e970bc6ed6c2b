import type { KnownBlock, SectionBlock, StaticSelect } from '@slack/types';
import type { Entry, Knowledge, Topic } from '../knowledge/entry.js';
import { beside, button, buttons, context, menu, sections } from './blocks.js';
import { noteOf } from './glossary.js';
import { LIMITS, shorten } from './limits.js';
import { escapeText, escapeWithin } from './mrkdwn.js';
import { nearest } from './nearest.js';
import type { Reply } from './reply.js';

/** Entries of a topic on one page: each takes a block, and Slack allows fifty. */
const ON_PAGE = 40;

/** The list of topics, with a menu to open one. `wanted` is a name that several have. */
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
  const elements = topicMenuElement(knowledge);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** The same, for a row with buttons in it. */
export function topicMenuElement(knowledge: Knowledge): StaticSelect[] {
  const choices = [...knowledge.topics.values()].map(({ id, title }) => ({ label: title, value: id }));
  return choices.length === 0 ? [] : [menu('topic', 'Choose a topic', choices)];
}

/** One topic: its questions, each with its short answer and a button to read it whole; `page` counts from 1. */
export function topicReply(topic: Topic, knowledge: Knowledge, page = 1): Reply {
  const entries = topic.entries.flatMap((id) => knowledge.entries.get(id) ?? []);
  const pages = Math.max(1, Math.ceil(entries.length / ON_PAGE));
  const at = Math.max(1, Math.min(page, pages));
  const shown = entries.slice((at - 1) * ON_PAGE, at * ON_PAGE);
  const owner = topic.owner === undefined ? '' : ` Looked after by <@${escapeText(topic.owner)}>.`;
  const head = `*${escapeText(shorten(topic.title, 150))}*`;
  const which = pages === 1 ? '' : ` Page ${at} of ${pages}.`;
  const foot = `${entries.length} ${entries.length === 1 ? 'question' : 'questions'}.${which}${owner}`;
  return {
    text: shorten([head, ...shown.map((entry) => `• ${line(entry, ': ')}`), foot].join('\n'), LIMITS.text),
    blocks: [
      ...sections(head),
      ...shown.map(toRead),
      context(foot),
      ...turnPage(topic, at, pages),
      ...topicMenu(knowledge),
    ],
  };
}

function turnPage({ id }: Topic, at: number, pages: number): KnownBlock[] {
  const choices = [
    ...(at > 1 ? [{ label: 'Previous page', value: `${at - 1} ${id}` }] : []),
    ...(at < pages ? [{ label: 'Next page', value: `${at + 1} ${id}` }] : []),
  ];
  return choices.length === 0 ? [] : [buttons('page', choices)];
}

function toRead(entry: Entry, at: number): SectionBlock {
  const spoken = `Read: ${entry.questions[0]}`;
  return beside(shorten(line(entry, '\n'), 280), button('read', { label: 'Read', value: entry.id, spoken }, at));
}

function line({ questions, short }: Entry, between: string): string {
  const title = `*${escapeText(shorten(questions[0], 100))}*`;
  return short === undefined ? title : `${title}${between}${escapeText(short)}`;
}

/** The topic that a name means; null where none does, or several. */
export function findTopic(name: string, knowledge: Knowledge): Topic | null {
  const [topic = null, ...others] = topicsCalled(name, knowledge);
  return others.length === 0 ? topic : null;
}

/** Says that no topic is called so; null where one or several are, or none is asked for. */
export function noTopicReply(name: string, knowledge: Knowledge): Reply | null {
  if (name.trim() === '' || topicsCalled(name, knowledge).length > 0) return null;
  return noteOf(`No topic is called “${escapeWithin(name.trim(), 100)}”.`);
}

/** The topics that a name may mean: by their ids, their titles, the beginning or a part of a title, or one with a slip. */
function topicsCalled(name: string, knowledge: Knowledge): Topic[] {
  const wanted = name.trim().toLowerCase();
  if (wanted === '') return [];
  const topics = [...knowledge.topics.values()];
  const tests: ((topic: Topic) => boolean)[] = [
    ({ id, title }) => id === wanted || title.toLowerCase() === wanted,
    ({ id, title }) => id.startsWith(wanted) || title.toLowerCase().startsWith(wanted),
    ({ title }) => title.toLowerCase().includes(wanted),
  ];
  for (const test of tests) {
    const found = topics.filter(test);
    if (found.length > 0) return found;
  }
  const near = nearest(wanted, topics, ({ id, title }) => [id, title]);
  return near === null ? [] : [near];
}
