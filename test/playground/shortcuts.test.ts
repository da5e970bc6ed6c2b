import { describe, expect, it } from 'vitest';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { opened } from './ask-app.js';
import { modal, QUESTION } from './form.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

describe('shortcuts', () => {
  it('a global shortcut knows who, not where: no channel, no response URL', async () => {
    const { act } = await opened(modal([QUESTION]));
    const [body] = act.bodies;
    expect(body).toMatchObject({
      type: 'shortcut',
      callback_id: 'ask',
      trigger_id: expect.any(String),
      action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      team: { id: 'T0CLINIC1', domain: 'clinic' },
    });
    expect(body?.user).toEqual({ id: anna, username: 'anna', team_id: 'T0CLINIC1' });
    for (const absent of ['channel', 'response_url', 'message']) expect(body).not.toHaveProperty(absent);
    expect(act.acked).toBe(true);
  });

  it('a message shortcut carries the message whole, and is not offered on what one person sees alone', async () => {
    const { slack, app } = await opened(modal([QUESTION]));
    const { ts } = await slack.say({ channel, user: ben, text: 'does it hurt?' });
    const { bodies } = await slack.shortcut({ channel, user: anna, message_ts: ts, callback_id: 'find' });
    expect(bodies).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'find',
        message_ts: ts,
        channel: { id: channel, name: 'general' },
        message: { user: ben, text: 'does it hurt?', ts },
        response_url: expect.stringContaining('hooks.slack.com'),
      },
    ]);
    await app.client.chat.postEphemeral({ channel, user: anna, text: 'psst' });
    const psst = slack.messages(channel, anna).at(-1)?.ts ?? '';
    const call = slack.shortcut({ channel, user: anna, message_ts: psst, callback_id: 'find' });
    await expect(call).rejects.toThrow(/one person sees alone/);
  });

  it.each([
    ['message', 'ask'],
    ['global', 'find'],
    ['global', 'unheard'],
  ])('what the manifest does not declare as a %s shortcut, %s, does not exist', async (type, callback_id) => {
    const { slack } = await opened(modal([QUESTION]));
    const { ts } = await slack.say({ channel, user: anna, text: 'hm' });
    const call =
      type === 'global'
        ? slack.globalShortcut({ user: anna, callback_id })
        : slack.shortcut({ channel, user: anna, message_ts: ts, callback_id });
    await expect(call).rejects.toThrow(/declares: global ask, message find/);
  });
});
