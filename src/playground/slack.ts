/**
 * A Slack in memory: people act, the Bolt app hears what Slack would send, and what it answers can be read. No network.
 * The tests and the local page drive the bot through it.
 */

import type { Receiver } from '@slack/bolt';
import { type Choice, choose, type Wanted } from './choices.js';
import { createDoorway, type Sent } from './doorway.js';
import type { Json } from './json.js';
import { type Call, createNetwork, type Failure } from './network.js';
import * as payloads from './payloads.js';
import { createPosts, type Post, type Status } from './posts.js';
import { createResponses, type Origin } from './responses.js';
import { mentionsBot, typed } from './typing.js';
import { createWebApi, type Prompts, type Surfaces } from './web-api.js';
import { canSee, dmOf, findPerson, isDm } from './workspace.js';

/** A slash command as the manifest declares it. */
export interface Command {
  command: string;
  description?: string;
  usage_hint?: string;
}

export interface MemorySlackOptions {
  /** Events that the app subscribes to, as in the manifest. */
  events?: readonly string[];
  /** Slash commands, as in the manifest. */
  commands?: readonly Command[];
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How long Slack waits for an acknowledgement, in milliseconds. */
  ackWait?: number;
}

/** One thing that a person did. It is handed out when the acknowledgement is in. */
export interface Act {
  /** The post that it made, changed or pressed. */
  ts: string;
  /** What Slack sent to the app: nothing where the app has not subscribed to it. */
  bodies: readonly Json[];
  /** False where a payload was not acknowledged in time. */
  acked: boolean;
  /** Resolves when the app's work is done; throws what its error boundary lets through. */
  settled(): Promise<void>;
}

interface At {
  channel: string;
  user: string;
}

export interface MemorySlack {
  /** For `new App({ token: BOT.token, receiver, clientOptions: { fetch }, … })`. */
  receiver: Receiver;
  fetch: typeof globalThis.fetch;
  commands: readonly Command[];
  say(what: At & { text: string; thread_ts?: string }): Promise<Act>;
  edit(what: At & { ts: string; text: string }): Promise<Act>;
  command(what: At & { command: string; text: string }): Promise<Act>;
  /** Presses or picks the one choice on the post that has all the fields given. */
  press(what: At & { message_ts: string } & Wanted): Promise<Act>;
  /** Calls a message shortcut on a post. */
  shortcut(what: At & { message_ts: string; callback_id: string }): Promise<Act>;
  openHome(what: { user: string; tab: 'home' | 'messages' }): Promise<Act>;
  /** Sends the payloads of an act once more, as Slack does where it saw no acknowledgement. */
  redeliver(act: Act): Promise<Act>;
  /** Sends any event as it stands, in Slack's envelope. */
  deliver(event: Json): Promise<Act>;
  /** All that a person sees in a channel, replies too, oldest first. */
  messages(channel: string, viewer: string): Post[];
  statuses(channel: string): Status[];
  home(user: string): Json | undefined;
  modal(user: string): Json | undefined;
  prompts(channel: string): Prompts | undefined;
  /** Calls with a channel's id when anything in it changes; answers with the way to stop. */
  subscribe(listener: (channel: string) => void): () => void;
  /** Every call to the Web API and to response URLs, oldest first. */
  calls: readonly Call[];
  fail(method: string, failure: Failure): void;
  /** Resolves when the app works on nothing any more. */
  settled(): Promise<void>;
}

const EVENTS = ['app_mention', 'message.im', 'app_home_opened'];
/** Slack waits this long for an acknowledgement. */
const ACK_WAIT = 3000;
const SLACKBOT = 'USLACKBOT';

export function createMemorySlack(options: MemorySlackOptions = {}): MemorySlack {
  const { events = EVENTS, commands = [{ command: '/iastm' }], now = Date.now, ackWait = ACK_WAIT } = options;
  const posts = createPosts(now);
  const doorway = createDoorway(ackWait);
  const responses = createResponses({ posts, now, posted: echo, changed: echoChange });
  const surfaces: Surfaces = { homes: new Map(), modals: new Map(), prompts: new Map(), triggers: new Map() };
  const call = createWebApi({ posts, surfaces, now, posted: echo, changed: echoChange });
  const network = createNetwork({ call, answer: responses.answer });
  let serial = 0;

  function envelope(event: Json): Json {
    serial += 1;
    return payloads.eventBody(event, serial);
  }

  function parentOf(post: Post): Post | undefined {
    return post.thread_ts ? posts.find(post.channel, post.thread_ts) : undefined;
  }

  function hears(channel: string): boolean {
    return events.includes(isDm(channel) ? 'message.im' : 'message.channels');
  }

  /** The events that a new or edited post gives rise to. */
  function eventsOf(post: Post, message: (parent: Post | undefined) => Json): Json[] {
    const mentioned = !isDm(post.channel) && mentionsBot(post.text) && events.includes('app_mention');
    const mention = mentioned ? [payloads.messageEvent('app_mention', post, parentOf(post))] : [];
    return [...mention, ...(hears(post.channel) ? [message(parentOf(post))] : [])].map(envelope);
  }

  /** Slack tells the app of its own posts too; an app must not answer itself. */
  function echo(post: Post) {
    if (hears(post.channel)) void sendAll(post.ts, [envelope(payloads.messageEvent('message', post, parentOf(post)))]);
  }

  function echoChange(post: Post, before: Post) {
    const event = payloads.messageChangedEvent(post, before, parentOf(post), posts.nextTs());
    if (hears(post.channel)) void sendAll(post.ts, [envelope(event)]);
  }

  async function sendAll(ts: string, bodies: readonly Json[], retry?: { retryNum: number; retryReason: string }) {
    return actOf(ts, bodies, await Promise.all(bodies.map((body) => doorway.send(body, retry))));
  }

  function actOf(ts: string, bodies: readonly Json[], sent: readonly Sent[]): Act {
    return {
      ts,
      bodies,
      acked: sent.every(({ acked }) => acked),
      async settled() {
        await Promise.all(sent.map(({ work }) => work));
        await doorway.quiet();
      },
    };
  }

  function turnOf(origin: Origin): payloads.Turn {
    const trigger_id = `${posts.nextTs()}.trigger`;
    surfaces.triggers.set(trigger_id, { user: origin.user, at: now(), spent: false });
    return { user: origin.user, channel: origin.channel, trigger_id, response_url: responses.open(origin) };
  }

  /** The post, where the person can see it. Throws otherwise: nobody can press what they do not see. */
  function seen({ channel, user }: At, ts: string): Post {
    checkSees(user, channel);
    const post = posts.seenBy(user, channel).find((candidate) => candidate.ts === ts);
    if (!post) throw new Error(`${user} sees no message ${ts} in ${channel}.`);
    return post;
  }

  function slackbot({ channel, user }: At, text: string): Post {
    return posts.add({ channel, user: SLACKBOT, text, blocks: [], only_for: user });
  }

  return {
    receiver: doorway.receiver,
    fetch: network.fetch,
    commands,
    calls: network.calls,
    fail: network.fail,
    settled: doorway.quiet,
    messages: (channel, viewer) => posts.seenBy(viewer, channel),
    statuses: posts.statuses,
    subscribe: posts.subscribe,
    home: (user) => surfaces.homes.get(user),
    modal: (user) => surfaces.modals.get(user),
    prompts: (channel) => surfaces.prompts.get(channel),

    async say({ channel, user, text, thread_ts }) {
      checkSees(user, channel);
      const thread = thread_ts ? { thread_ts: seen({ channel, user }, thread_ts).ts } : {};
      const post = posts.add({ channel, user, ...typed(text), ...thread });
      return sendAll(
        post.ts,
        eventsOf(post, (parent) => payloads.messageEvent('message', post, parent)),
      );
    },

    async edit({ channel, user, ts, text }) {
      const post = seen({ channel, user }, ts);
      if (post.user !== user) throw new Error(`Message ${ts} is not by ${user}; only its author can edit it.`);
      const before = { ...post };
      const at = posts.nextTs();
      posts.change(post, { ...typed(text), edited: { user, ts: at } });
      return sendAll(
        ts,
        eventsOf(post, (parent) => payloads.messageChangedEvent(post, before, parent, at)),
      );
    },

    async command({ channel, user, command, text }) {
      checkSees(user, channel);
      if (!commands.some((known) => known.command === command)) {
        return actOf(slackbot({ channel, user }, `\`${command}\` is not a valid command.`).ts, [], []);
      }
      const origin = { channel, user };
      const body = payloads.commandBody(turnOf(origin), command, text);
      const sent = await doorway.send(body);
      if (sent.acked) responses.post(origin, sent.said);
      else slackbot(origin, `${command} failed with the error "operation_timeout"`);
      return actOf(posts.nextTs(), [body], [sent]);
    },

    async press({ channel, user, message_ts, ...wanted }) {
      const post = seen({ channel, user }, message_ts);
      const { action }: Choice = choose(post, wanted);
      const turn = turnOf({ channel, user, post });
      return sendAll(message_ts, [payloads.actionBody(turn, post, parentOf(post), action, posts.nextTs())]);
    },

    async shortcut({ channel, user, message_ts, callback_id }) {
      const post = seen({ channel, user }, message_ts);
      const turn = turnOf({ channel, user });
      return sendAll(message_ts, [payloads.shortcutBody(turn, callback_id, post, parentOf(post), posts.nextTs())]);
    },

    async openHome({ user, tab }) {
      const ts = posts.nextTs();
      const event = payloads.homeOpenedEvent(user, dmOf(user), tab, ts);
      return sendAll(ts, events.includes('app_home_opened') ? [envelope(event)] : []);
    },

    redeliver: ({ ts, bodies }) => sendAll(ts, bodies, { retryNum: 1, retryReason: 'http_timeout' }),
    deliver: (event) => sendAll(String(event.ts ?? event.event_ts), [envelope(event)]),
  };
}

function checkSees(user: string, channel: string) {
  if (!findPerson(user)) throw new Error(`No person "${user}". Take one of PEOPLE in workspace.ts.`);
  if (!canSee(user, channel))
    throw new Error(`${user} cannot see a channel "${channel}". Take one of CHANNELS, or dmOf(user).`);
}
