import { describe, expect, it } from 'vitest';
import { BOT, CHANNELS, dmOf } from '../../src/playground/workspace.js';
import { inDoubtReply, notPostedReply } from '../../src/replies/delivery.js';
import { WORDS } from '../../src/slack/faults.js';
import { startConversation } from '../conversation.js';

const CHANNEL = CHANNELS[0]?.id ?? '';
const SECRET = 'zebra-marker-41';
/** https://docs.slack.dev/reference/methods/chat.postMessage#errors, the same of chat.postEphemeral, and of every method. */
const DOCUMENTED = `
  as_user_not_supported channel_not_found duplicate_channel_not_found duplicate_message_not_found ekm_access_denied
  invalid_blocks invalid_blocks_format invalid_metadata_format invalid_metadata_schema is_archived markdown_text_conflict
  message_limit_exceeded messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large msg_blocks_too_long no_text
  not_in_channel rate_limited restricted_action restricted_action_non_threadable_channel
  restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel
  slack_connect_canvas_sharing_blocked slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked
  team_not_found too_many_attachments too_many_contact_cards cannot_reply_to_message missing_file_data
  attachment_payload_limit_exceeded msg_too_long user_not_in_channel invalid_attachments access_denied accesslimited
  account_inactive deprecated_endpoint enterprise_is_restricted fatal_error internal_error invalid_arg_name
  invalid_arguments invalid_array_arg invalid_auth invalid_charset invalid_form_data invalid_post_type method_deprecated
  missing_post_type missing_scope no_permission not_allowed_token_type not_authed org_login_required ratelimited
  request_timeout service_unavailable team_access_not_granted team_added_to_org token_expired token_revoked
  two_factor_setup_required`
  .trim()
  .split(/\s+/);

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
  it.each([...WORDS.elsewhere, 'a_word_of_tomorrow'])('%s: the asker is answered by direct message', async (error) => {
    const { direct, inChannel, calls } = await asked([['chat.postMessage', { error }]]);
    expect(inChannel).toEqual([]);
    expect(direct[0]?.text).toContain('Soft Tissue');
    expect(calls).toHaveLength(2);
  });

  it('a word that is not known is logged, and one that is known is not', async () => {
    const { talk } = await asked([['chat.postMessage', { error: 'a_word_of_tomorrow' }]]);
    expect(talk.lines.join('')).toContain('"kind":"a_word_of_tomorrow"');
    expect((await asked([['chat.postMessage', { error: 'is_archived' }]])).talk.lines.join('')).not.toContain(
      'is_archived',
    );
  });

  it.each(WORDS.plain)('%s: the text is posted without blocks', async (error) => {
    const { inChannel, calls } = await asked([['chat.postMessage', { error }]]);
    expect(inChannel).toHaveLength(1);
    expect(inChannel[0]?.text).toContain('Soft Tissue');
    expect(calls[1]?.args.blocks).toBeUndefined();
  });

  it('what is for the asker alone does not stand in a thread that nobody has begun', async () => {
    const failure: Failures[0] = ['chat.postMessage', { error: 'message_limit_exceeded' }];
    const { inChannel } = await asked([failure], 'does it hurt Mrs. Kowalski, phone 555-867-5309?');
    expect(inChannel.map(({ thread_ts }) => thread_ts)).toEqual([undefined, undefined]);
    expect(inChannel[1]?.text).toContain('do not belong here');
  });

  it('the asker is told where Slack does not take the text alone either', async () => {
    const failure: Failures[0] = ['chat.postMessage', { error: 'msg_too_long' }];
    const { inChannel, calls, talk } = await asked([failure, failure, failure]);
    expect(talk.told.faults).toEqual(['msg_too_long', 'msg_too_long']);
    expect(inChannel.map(({ text }) => text)).toEqual([notPostedReply().text]);
    expect(calls).toHaveLength(3);
  });

  it('sorts every error that Slack documents for a message', () => {
    const sorted = Object.values(WORDS).flat();
    expect(new Set(sorted).size).toBe(sorted.length);
    expect(DOCUMENTED.filter((word) => !sorted.includes(word))).toEqual([]);
  });

  it('a 429 is tried again, and answered once', async () => {
    const failure: Failures[0] = ['chat.postMessage', { status: 429, retryAfter: 1 }];
    const { inChannel, calls } = await asked([failure, failure, failure, failure]);
    expect(inChannel).toHaveLength(1);
    expect(calls).toHaveLength(5);
  });

  it.each<Failures[0][1]>([
    { status: 500 },
    { status: 502 },
    { status: 503 },
    { status: 504 },
    ...WORDS.unsure.map((error) => ({ error })),
  ])('%j may come after the post: nothing is sent again, and the asker alone is told', async (failure) => {
    const { inChannel, direct, calls, talk } = await asked([['chat.postMessage', failure]]);
    expect(calls.map(({ method }) => method)).toEqual(['chat.postMessage', 'chat.postEphemeral']);
    expect(inChannel.map(({ text, only_for }) => [text, only_for])).toEqual([[inDoubtReply().text, talk.ask]]);
    expect(direct).toEqual([]);
    expect(talk.lines.join('')).toContain('reply may not be posted');
  });

  it.each([...WORDS.none, 'http_404'])('%s: the asker alone is told', async (error) => {
    const failure = error === 'http_404' ? { status: 404 } : { error };
    const { inChannel, calls } = await asked([['chat.postMessage', failure]]);
    expect(calls).toHaveLength(2);
    expect(inChannel.map(({ text }) => text)).toEqual([notPostedReply().text]);
  });

  it('the asker is told in the channel where neither it nor a direct message takes the answer', async () => {
    const failure: Failures[0] = ['chat.postMessage', { error: 'restricted_action_thread_locked' }];
    const { inChannel } = await asked([failure, failure]);
    expect(inChannel.map(({ text, thread_ts }) => [text, thread_ts])).toEqual([[notPostedReply().text, undefined]]);
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

  it('the bot is at work until the asker is told', async () => {
    const talk = await startConversation();
    talk.store.record = () => Promise.reject(new Error('broken'));
    await talk.slack.say({ channel: CHANNEL, user: talk.ask, text: `<@${BOT.id}> does it hurt` });
    await talk.idle();
    expect(talk.slack.messages(CHANNEL, talk.ask).map(({ text }) => text)).toEqual([
      expect.stringContaining('does it hurt'),
      expect.stringContaining('something went wrong'),
    ]);
  });

  it('a command is told by its response URL', async () => {
    const talk = await startConversation();
    talk.store.record = () => Promise.reject(new Error('broken'));
    await talk.slack.command({ channel: CHANNEL, user: talk.ask, command: '/iastm', text: 'does it hurt' });
    await talk.slack.settled();
    const told = talk.slack.messages(CHANNEL, talk.ask).map(({ text }) => text);
    expect(told.join()).toContain('something went wrong');
    expect(talk.slack.calls.map(({ method }) => method)).toEqual(['response_url']);
  });
});
