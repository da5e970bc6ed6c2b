import { describe, expect, it } from 'vitest';
import { startConversation } from '../conversation.js';
import { event, type Payload, TEAM } from '../faults/payloads.js';
import { matched } from './matched.js';
import { MODES } from './modes.js';

/** A bot in a mode, where channel C1 is set to auto. */
async function open(mode: (typeof MODES)[number][1]) {
  const { bot, stances } = await startConversation({
    faq: await matched({ decision: 'answer', entry: 'painful', confidence: 0.99 }),
  });
  const team = String(event({}).body.team_id);
  await stances.set({ team, channel: 'C1', stance: 'auto', person: '', at: new Date() });
  const { slack, deliver } = await mode(bot);
  return { slack, send: async (payload: Payload) => (await deliver(payload)).status };
}

describe.each(MODES)('over %s', (_, mode) => {
  it('a channel set to auto is answered by itself, once, and another is not', async () => {
    const { slack, send } = await open(mode);
    const said = (channel: string, ts: string) =>
      event({ type: 'message', channel_type: 'channel', channel, user: 'U1', ts, text: 'does it hurt?' });
    expect(await send(said('C2', '5.1'))).toBe(200);
    expect(await send(said('C1', '5.2'))).toBe(200);
    expect(await send(said('C1', '5.2'))).toBe(200);
    const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args);
    await expect.poll(posts).toHaveLength(1);
    expect(posts()[0]).toMatchObject({ channel: 'C1', thread_ts: '5.2' });
  });

  it('an answer is shared where the form says, once, by the way that comes with it', async () => {
    const { slack, send } = await open(mode);
    const response_url = slack.responseUrl();
    const body = {
      type: 'view_submission',
      user: { id: 'U1', team_id: TEAM },
      team: { id: TEAM },
      view: {
        id: 'V1',
        hash: '1.a',
        type: 'modal',
        callback_id: 'share',
        private_metadata: 'b\npainful',
        state: { values: { typed: { typed: { type: 'conversations_select', selected_conversation: 'C9' } } } },
      },
      response_urls: [{ block_id: 'typed', action_id: 'typed', channel_id: 'C9', response_url }],
    };
    for (const _ of ['delivered', 'delivered again'])
      expect(await send({ kind: 'interaction', body: { ...body } })).toBe(200);
    const shared = slack.calls.filter(({ method }) => method === 'respond');
    expect(shared.map(({ path, args }) => [path, args.response_type])).toEqual([
      [new URL(response_url).pathname, 'in_channel'],
    ]);
    expect(String(shared[0]?.args.text)).toContain('Shared by <@U1>');
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toEqual([]);
  });

  it('a step of a workflow is given its outputs', async () => {
    const { slack, send } = await open(mode);
    const run = {
      function: { callback_id: 'answer_question' },
      function_execution_id: 'Fx1',
      inputs: { question: 'does it hurt' },
    };
    expect(await send(event({ type: 'function_executed', ...run }))).toBe(200);
    await expect.poll(() => slack.calls.filter(({ method }) => method === 'functions.completeSuccess')).toHaveLength(1);
  });
});
