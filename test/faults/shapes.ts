import fc from 'fast-check';
import { thing } from './knowledge.js';
import { BOT_USER, TEAM } from './payloads.js';

const CONTROLS = [
  '<!channel>',
  '<!here|x>',
  '<@U0OTHER001>',
  '<#C0OTHER001|x>',
  '<https://evil.example|clinic>',
  '&lt;!here&gt;',
];
/** Texts of people: anything at all, with Slack's markup often. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...CONTROLS, thing(1), 'How do I clean the', '&', '<', '>'),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(' ')),
);
const id = fc.oneof(fc.constantFrom('U0STAFF001', 'C0FUZZ001', 'D0FUZZ001', TEAM, BOT_USER), text);
/** A value where another was expected. */
const odd = fc.oneof(text, fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined));
const ts = fc.oneof(
  fc.nat({ max: 1e9 }).map((at) => `17639${String(at).padStart(5, '0')}.000100`),
  odd,
);

/** Events, more or less as Slack shapes them. */
export const message = fc.record(
  {
    type: fc.constantFrom('app_mention', 'message', 'app_home_opened', 'reaction_added', 'error', 'close', '__proto__'),
    channel_type: fc.constantFrom('im', 'channel', 'mpim'),
    user: fc.oneof(id, odd),
    channel: fc.oneof(id, odd),
    text: fc.oneof(text, odd),
    ts,
    thread_ts: ts,
    subtype: fc.oneof(fc.constant(undefined), fc.constantFrom('file_share', 'message_changed', 'bot_message'), odd),
    bot_id: fc.oneof(fc.constant(undefined), odd),
    edited: fc.oneof(fc.constant(undefined), odd),
  },
  { requiredKeys: ['type'] },
);
/** Slash commands. */
export const command = fc.record({
  command: fc.constant('/iastm'),
  text: fc.oneof(
    text,
    text.map((rest) => `topic ${rest}`),
    text.map((rest) => `glossary ${rest}`),
  ),
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: id,
});
/** Presses, more or less as Slack shapes them. */
export const interaction = fc.record(
  {
    type: fc.constant('block_actions'),
    team: fc.oneof(fc.record({ id }), odd),
    user: fc.oneof(fc.record({ id }), odd),
    channel: fc.oneof(fc.record({ id }), odd),
    container: fc.oneof(fc.record({ message_ts: ts, channel_id: id }), odd),
    actions: fc.oneof(
      fc.array(
        fc.record({
          type: fc.constant('button'),
          action_id: fc.constantFrom('choose:0', 'none', 'read:1', 'topic', 'vote', 'reason:2', 'share', 'other'),
          block_id: fc.constant('b'),
          value: fc.oneof(
            text,
            text.map((rest) => `up ${rest}`),
            fc.constant(`down ${thing(1)}`),
            odd,
          ),
        }),
        { minLength: 1, maxLength: 1 },
      ),
    ),
    response_url: fc.oneof(fc.constant('http://127.0.0.1:9/respond'), odd),
  },
  { requiredKeys: ['type', 'actions'] },
);
/** Calls of shortcuts, and forms that are sent, more or less as Slack shapes them. */
export const call = fc.record(
  {
    type: fc.constantFrom('message_action', 'shortcut', 'view_submission'),
    callback_id: fc.constantFrom('find_answer', 'ask'),
    team: fc.oneof(fc.record({ id }), odd),
    user: fc.oneof(fc.record({ id }), odd),
    channel: fc.oneof(fc.record({ id }), odd),
    message: fc.oneof(fc.record({ ts, thread_ts: ts, text: fc.oneof(text, odd) }), odd),
    trigger_id: odd,
    view: fc.record({
      id,
      callback_id: fc.constantFrom('ask', 'answered', 'note', 'other'),
      state: fc.oneof(
        fc.record({ values: fc.record({ typed: fc.record({ typed: fc.record({ value: text }) }) }) }),
        odd,
      ),
    }),
    response_url: fc.oneof(fc.constant('http://127.0.0.1:9/respond'), odd),
  },
  { requiredKeys: ['type', 'callback_id', 'view'] },
);
