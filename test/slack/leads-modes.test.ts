import { describe, expect, it } from 'vitest';
import { BOT_USER, command, event, type Json, nextTs, TEAM } from '../faults/payloads.js';
import { LEAD, LEADS_CHANNEL, withLeads } from './leads.js';
import { MODES } from './modes.js';

const ASKER = 'U0STAFF001';

/** Somebody sends the form that was opened last. */
function sent(view: Json, user: string, text: string) {
  const state = {
    values: { typed: { typed: { value: text } }, ticked: { ticked: { selected_options: [{ value: 'ticked' }] } } },
  };
  const body = {
    type: 'view_submission',
    user: { id: user, team_id: TEAM },
    team: { id: TEAM, domain: 'faults' },
    trigger_id: `${nextTs()}.trigger`,
    view: { ...view, id: 'V1', hash: nextTs(), state },
  };
  return { kind: 'interaction' as const, body };
}

/** Somebody presses a button of a message. */
function pressed({ ts, blocks }: { ts: string; blocks: Json[] }, user: string, name: string) {
  const elements = blocks.flatMap((block) =>
    ((block.elements as Json[] | undefined) ?? []).map((element) => ({ ...element, block_id: block.block_id })),
  );
  const action = elements.find((element: Json) => String(element.action_id).startsWith(name));
  const body = {
    type: 'block_actions',
    user: { id: user, team_id: TEAM },
    team: { id: TEAM, domain: 'faults' },
    channel: { id: LEADS_CHANNEL, name: 'privategroup' },
    container: { type: 'message', message_ts: ts, channel_id: LEADS_CHANNEL, is_ephemeral: false },
    trigger_id: `${nextTs()}.trigger`,
    actions: [action],
  };
  return { kind: 'interaction' as const, body };
}

describe.each(MODES)('a question for the leads over %s', (_, mode) => {
  it('goes from the command to a card, is claimed, answered in its thread and told directly', async () => {
    const talk = await withLeads();
    const { slack, deliver } = await mode(talk.bot);
    let last = '';
    slack.answer('chat.postMessage', () => {
      last = nextTs();
      return { ts: last };
    });
    const calls = (method: string) => slack.calls.filter((call) => call.method === method).map(({ args }) => args);
    expect(await deliver(command('lead over a metal plate?'))).toMatchObject({ status: 200 });
    await expect.poll(() => calls('views.open')).toHaveLength(1);
    const form = calls('views.open')[0]?.view as Json;
    expect(JSON.stringify(form)).toContain('"initial_value":"over a metal plate?"');

    const taken = await deliver(sent(form, ASKER, 'over a metal plate?'));
    expect(taken).toMatchObject({ status: 200 });
    expect(taken.text).toContain('on its way to the leads');
    await expect.poll(() => calls('chat.postMessage')).toHaveLength(1);
    const [posted = {}] = calls('chat.postMessage');
    expect(posted).toMatchObject({ channel: LEADS_CHANNEL, text: expect.stringContaining('> over a metal plate?') });
    const card = { ts: last, blocks: posted.blocks as Json[] };
    await expect.poll(async () => (await talk.store.escalationAt(card.ts))?.state).toBe('open');

    expect(await deliver(pressed(card, LEAD, 'claim'))).toMatchObject({ status: 200 });
    await expect.poll(() => calls('chat.update')).toHaveLength(1);
    expect(calls('chat.update')[0]).toMatchObject({
      ts: card.ts,
      text: expect.stringContaining(`Claimed by <@${LEAD}>`),
    });

    const ts = nextTs();
    const said = { type: 'app_mention', channel: LEADS_CHANNEL, user: LEAD, ts, thread_ts: card.ts };
    const answer = event({ ...said, text: `<@${BOT_USER}> Keep off the plate.` });
    await deliver(answer);
    await deliver(answer);
    await expect.poll(() => calls('chat.postMessage')).toHaveLength(2);
    expect(calls('chat.postMessage')[1]).toMatchObject({
      channel: ASKER,
      text: expect.stringContaining('not from the reviewed FAQ:*\nKeep off the plate.'),
    });
    expect(await talk.store.escalationAt(card.ts)).toMatchObject({ state: 'answered', answer: 'Keep off the plate.' });
  });
});
