import { describe, expect, it } from 'vitest';
import { BOT, CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { startConversation } from '../conversation.js';

const CHANNEL = CHANNELS[0]?.id ?? '';
const SECRET = 'zebra-marker-41';

type Failures = Parameters<Awaited<ReturnType<typeof startConversation>>['slack']['fail']>[];

async function asked(failures: Failures, question = 'what does IASTM stand for?') {
  const talk = await startConversation();
  for (const failure of failures) talk.slack.fail(...failure);
  await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `<@${BOT.id}> ${question}` });
  await talk.slack.settled();
  const posts = (channel: string) => talk.slack.messages(channel, talk.ask).filter(({ user }) => user === BOT.id);
  const calls = talk.slack.calls.filter(({ method }) => method.startsWith('chat.'));
  return { talk, inChannel: posts(CHANNEL), direct: posts(dmOf(talk.ask)), calls };
}

describe('when Slack fails', () => {
  it.each(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'])(
    '%s: the asker is answered by direct message',
    async (error) => {
      const { direct, inChannel, calls } = await asked([['chat.postMessage', { error }]]);
      expect(inChannel).toEqual([]);
      expect(direct[0]?.text).toContain('Soft Tissue');
      expect(calls).toHaveLength(2);
    },
  );

  it.each(['invalid_blocks', 'msg_blocks_too_long', 'msg_too_long'])(
    '%s: the text is posted without blocks',
    async (error) => {
      const { inChannel } = await asked([['chat.postMessage', { error }]]);
      expect(inChannel).toHaveLength(1);
      expect(inChannel[0]?.text).toContain('Soft Tissue');
    },
  );

  it('a 429 and a 503 are tried again, and answered once', async () => {
    const { inChannel, calls } = await asked([
      ['chat.postMessage', { status: 429, retryAfter: 1 }],
      ['chat.postMessage', { status: 503 }],
    ]);
    expect(inChannel).toHaveLength(1);
    expect(calls).toHaveLength(3);
  });

  it.each(['token_revoked', 'missing_scope'])('%s: one call, and a log line that names the remedy', async (error) => {
    const { calls, talk } = await asked([['chat.postMessage', { error }]]);
    expect(calls).toHaveLength(1);
    const told = talk.lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === error);
    expect(told).toHaveLength(1);
    expect(told[0].remedy).toMatch(/install/);
  });

  it('never writes the question into the log, whatever fails', async () => {
    const errors = ['not_in_channel', 'invalid_blocks', 'token_revoked', 'fatal_error', 'something_new'];
    for (const error of errors) {
      const { talk } = await asked([['chat.postMessage', { error }]], `does it hurt ${SECRET}?`);
      expect(talk.lines.join('\n')).not.toContain(SECRET);
    }
  });
});

describe('when a listener fails', () => {
  it('the asker gets a calm sentence with a reference, and the log the cause beside the same reference', async () => {
    const talk = await startConversation();
    talk.store.record = () => Promise.reject(new TypeError(`broken by ${SECRET}`));
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `<@${BOT.id}> does it hurt ${SECRET}` });
    await talk.slack.settled();
    const [sorry] = talk.slack.messages(CHANNEL, talk.ask).filter(({ user }) => user === BOT.id);
    expect(sorry?.only_for).toBe(talk.ask);
    const reference = /`([0-9a-f]{8})`/.exec(sorry?.text ?? '')?.[1];
    expect(reference).toBeDefined();
    const told = talk.lines.map((line) => JSON.parse(line)).find((line) => line.reference === reference);
    expect(told).toMatchObject({ error: 'TypeError', msg: 'listener failed' });
    expect(talk.lines.join('\n')).not.toContain(SECRET);
  });

  it('a command is told by its response URL', async () => {
    const talk = await startConversation();
    talk.store.record = () => Promise.reject(new Error('broken'));
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: 'does it hurt' });
    await talk.slack.settled();
    const told = talk.slack.messages(CHANNEL, talk.ask).map(({ text }) => text);
    expect(told.join()).toContain('something went wrong');
  });
});
