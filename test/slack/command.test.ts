import { describe, expect, it } from 'vitest';
import { COMMAND } from '../../src/slack/command.js';
import { all, startConversation } from '../conversation.js';
import { CHANNEL, pressLast } from './matched.js';

async function type(...texts: string[]) {
  const talk = await startConversation({ leads: { people: ['U0LEAD001'], channel: null } });
  for (const text of texts) await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: COMMAND, text });
  await talk.slack.settled();
  const mine = talk.slack.messages(CHANNEL, talk.ask);
  return { talk, mine, text: mine.at(-1)?.text ?? '' };
}

describe('/iastm', () => {
  it('answers a question to the asker alone', async () => {
    const { talk, mine } = await type('what does IASTM stand for?');
    expect(mine).toHaveLength(1);
    expect(mine[0]?.only_for).toBe(talk.ask);
    expect(mine[0]?.text).toContain('Evidence:');
    expect(talk.slack.messages(CHANNEL, talk.other)).toEqual([]);
    expect((await all(talk.store.allAsked())).map(({ door }) => door)).toEqual(['command']);
  });

  it.each(['', 'help', 'HELP '])('shows its help for "%s"', async (words) => {
    expect((await type(words)).text).toContain('`forget me` removes');
  });

  it('lists the topics', async () => {
    const { text, talk } = await type('topics');
    for (const { title } of talk.faq.knowledge.topics.values()) expect(text).toContain(title.replaceAll('&', '&amp;'));
  });

  it.each(['safety', 'Safe', ' SAFETY '])('opens a topic by "%s"', async (name) => {
    const { text, talk } = await type(`topic ${name}`);
    expect(text).toContain('*Safety*');
    expect(text).toContain(talk.faq.knowledge.entries.get('bruising')?.questions[0]);
  });

  it.each([
    ['topic bruising', 'No topic is called “bruising”. I read it as a question.', /\*.*bruis/i],
    ['glossary painful', '“painful” is not in the glossary. I read it as a question.', /\*.*hurt/i],
    ['topic wifi <!channel> password', 'No topic is called “wifi &lt;!channel&gt; password”.', /no answer to that/],
  ])('searches where nothing has the name in “%s”, and says so', async (words, said, found) => {
    const { text, talk } = await type(words);
    expect(text).toContain(said);
    expect(text).toMatch(found);
    expect((await all(talk.store.allAsked())).map((row) => row.text)).toEqual([
      expect.not.stringMatching(/topic|gloss/),
    ]);
  });

  it('warns of what stands behind “topic”, too', async () => {
    const { text } = await type('topic eliquis');
    expect(text).toContain('You mention Eliquis.');
  });

  it('lists the topics where several have the name', async () => {
    expect((await type('topic s')).text).toContain('No one topic is called “s”.');
  });

  it('lists the sources, and says what a practice page is worth', async () => {
    const { text } = await type('sources');
    expect(text).toContain('systematic review');
    expect(text).toContain('never proves');
  });

  it('explains a term, finds it under its other names, and lists the terms', async () => {
    expect((await type('glossary petechiae')).text).toMatch(/spots/);
    expect((await type('glossary')).text).toContain('*Glossary*');
    expect((await type('glossary <!channel>')).text).not.toContain('<!channel>');
  });

  it('says what is kept, and removes it', async () => {
    expect((await type('privacy')).text).toContain('90 days');
    const { talk, text } = await type('does it hurt?', 'is bruising normal?', 'forget me');
    expect(text).toContain('Press “Forget me”');
    expect(await all(talk.store.allAsked())).toHaveLength(2);
    expect((await pressLast(talk, { label: 'Forget me' })).at(-1)?.text).toContain('Removed: 2 rows');
    expect((await all(talk.store.allAsked())).filter(({ text: kept }) => kept !== '')).toEqual([]);
  });

  it('says so when nothing can be removed now', async () => {
    const talk = await startConversation();
    talk.store.forget = () => Promise.reject(new Error('locked'));
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: COMMAND, text: 'forget me' });
    expect((await pressLast(talk, { label: 'Forget me' })).at(-1)?.text).toContain('could not be removed just now');
  });

  it('takes what begins with "help" and goes on for a question', async () => {
    const { text, talk } = await type('help is bruising normal?');
    expect(text).not.toContain('/iastm forget me');
    expect((await all(talk.store.allAsked())).map((row) => row.text)).toEqual(['help is bruising normal?']);
  });

  it('tells of details without a message to delete, since a command leaves none', async () => {
    const { text } = await type('does it hurt Mrs. Kowalski?');
    expect(text).toContain('do not belong here');
    expect(text).not.toContain('delete');
  });

  it('takes "topics are boring" and what is like it as questions', async () => {
    const { talk } = await type('privacy of the treatment room', 'topics are boring');
    expect(await all(talk.store.allAsked())).toHaveLength(2);
  });
});
