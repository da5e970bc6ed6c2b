/** The first thing in every channel: what this is, and questions to try. */

import { el, type Item } from './dom.js';

export interface WelcomeOptions {
  /** The channel's name, or null in the direct message with the bot. */
  channel: string | null;
  /** The channel that the bot tells the leads of things in. */
  forLeads: boolean;
  bot: string;
  /** Prompts that the app itself has suggested. */
  prompts: readonly { title: string; message: string }[];
  ask(text: string): void;
}

const QUESTIONS = [
  'whats iastm stand for',
  'does it hurt??',
  'difrence between gua sha and iastm',
  'does it actualy work',
];
/** Nothing in the FAQ is about this: the bot must say so. */
const UNKNOWN = 'what is the wifi password';
const COMMAND = '/iastm topics';

export function welcomeItem({ channel, forLeads, bot, prompts, ask }: WelcomeOptions): Item {
  const mention = channel === null ? '' : `@${bot} `;
  const suggested =
    channel === null && prompts.length > 0 ? prompts : QUESTIONS.map((message) => ({ title: message, message }));
  const chip = (title: string, text: string, kind = '') =>
    el('li', {}, el('button', { type: 'button', class: `chip ${kind}`.trim(), click: () => ask(text) }, title));
  return {
    key: 'welcome',
    signature: JSON.stringify([channel, suggested]),
    build: () =>
      el(
        'section',
        { class: 'welcome', 'aria-label': 'Welcome' },
        el('h3', {}, channel === null ? bot : `# ${channel}`),
        el('p', { class: 'invitation' }, invitation(channel, forLeads, bot)),
        el('h4', {}, 'Try a question, typed as people type'),
        el(
          'ul',
          { class: 'chips' },
          ...suggested.map(({ title, message }) => chip(title, `${mention}${message}`)),
          chip(COMMAND, COMMAND, 'command'),
        ),
        el('h4', {}, 'And one that it cannot answer'),
        el('ul', { class: 'chips' }, chip(UNKNOWN, `${mention}${UNKNOWN}`, 'unknowable')),
      ),
  };
}

function invitation(channel: string | null, forLeads: boolean, bot: string): string {
  if (channel === null) return `This is your direct message with ${bot}. Just ask; no mention is needed.`;
  if (forLeads) return `Only leads see this channel. What ${bot} has to tell the leads comes here.`;
  return `Ask as the clinic’s staff would. ${bot} answers in a thread when it is mentioned, word for word from the FAQ.`;
}
