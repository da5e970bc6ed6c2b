import { expect, it } from 'vitest';
import { BOT, CHANNELS } from '../../src/playground/workspace.js';
import { all, startConversation } from '../conversation.js';

const CHANNEL = CHANNELS[0]?.id ?? '';

/** Asks in a channel, and gives what is kept and what the asker alone was told. */
async function ask(text: string) {
  const talk = await startConversation();
  await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `<@${BOT.id}> ${text}` });
  await talk.slack.settled();
  const [asked] = await all(talk.store.allAsked());
  const notes = talk.slack.messages(CHANNEL, talk.ask).filter(({ only_for }) => only_for === talk.ask);
  return { kept: asked?.text, notes: notes.map((note) => note.text).join() };
}

it('keeps a question whose unknown word is masked, and does not call that word details of a patient', async () => {
  expect(await ask('is bruising ok with zorblax')).toEqual({ kept: 'is bruising ok with [word]', notes: '' });
});

it('keeps a question with a name that nothing announced without the name', async () => {
  const { kept } = await ask('oyelaran has psoriasis, is bruising ok');
  expect(kept).toBe('[word] has psoriasis, is bruising ok');
});

it('tells the asker what was surely found, and not of the unknown word beside it', async () => {
  const { kept, notes } = await ask('zorblax, dob 3/12/61, bruised');
  expect(kept).toBe('[word], dob [date], bruised');
  expect(notes).toContain('(date)');
});
