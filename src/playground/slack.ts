/**
 * A Slack in memory: people act, the Bolt app hears what Slack would send, and what it answers can be read. No network.
 * The tests and the local page drive the bot through it.
 */

import type { Receiver } from '@slack/bolt';
import { type Act, createDelivery } from './delivery.js';
import { createInteracting, type Interacting, type Shortcut } from './interacting.js';
import { commandBody } from './interactions.js';
import type { Json } from './json.js';
import { type Call, createNetwork, type Failure } from './network.js';
import { homeOpenedEvent } from './payloads.js';
import { createPosts, type Post, type Status } from './posts.js';
import { createResponses } from './responses.js';
import { type At, checkPerson, checkSees } from './sight.js';
import { createSubmitting, type Submitting } from './submitting.js';
import { createTraces, type Traces } from './traces.js';
import { createViews, type View } from './views.js';
import { createWebApi, type Prompts } from './web-api.js';
import { dmOf, PEOPLE, SLACKBOT } from './workspace.js';
import { createWriting, type Writing } from './writing.js';

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
  /** Message and global shortcuts, as in the manifest. */
  shortcuts?: readonly Shortcut[];
  /** Whether the app has a Home tab, as in the manifest. */
  hasHome?: boolean;
  /** Prompts that stand in the direct message until the app sets others, as in the manifest. */
  prompts?: Prompts['prompts'];
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How long Slack waits for an acknowledgement, in milliseconds. */
  ackWait?: number;
}

export interface MemorySlack
  extends Pick<Writing, 'say' | 'edit' | 'remove'>,
    Pick<Interacting, 'press' | 'pressAtDesk' | 'suggest' | 'shortcut' | 'globalShortcut'>,
    Submitting {
  /** For `new App({ token: BOT.token, receiver, clientOptions: { fetch }, … })`. */
  receiver: Receiver;
  fetch: typeof globalThis.fetch;
  commands: readonly Command[];
  shortcuts: readonly Shortcut[];
  hasHome: boolean;
  command(what: At & { command: string; text: string }): Promise<Act>;
  openHome(what: { user: string; tab: 'home' | 'messages' }): Promise<Act>;
  /** Sends the payloads of an act once more, as Slack does where it saw no acknowledgement. */
  redeliver(act: Pick<Act, 'ts' | 'bodies'>): Promise<Act>;
  /** Sends any event as it stands, in Slack's envelope. */
  deliver(event: Json): Promise<Act>;
  /** All that a person sees in a channel, replies too, oldest first. */
  messages(channel: string, viewer: string): Post[];
  statuses(channel: string): Status[];
  home(user: string): View | undefined;
  /** The view of a person's modal that is in sight. */
  modal(user: string): View | undefined;
  /** All views of a person's modal, the one in sight last. */
  modals(user: string): readonly View[];
  prompts(channel: string): Prompts | undefined;
  /** Calls with a channel's id when anything in it changes, with a person's where their views do; answers with the way to stop. */
  subscribe(listener: (id: string) => void): () => void;
  /** Every call to the Web API and to response URLs, oldest first. */
  calls: readonly Call[];
  fail(method: string, failure: Failure): void;
  traces: Traces;
  /** Resolves when the app works on nothing any more. */
  settled(): Promise<void>;
}

const EVENTS = ['app_mention', 'message.im', 'app_home_opened'];
/** Slack waits this long for an acknowledgement. */
const ACK_WAIT = 3000;

export function createMemorySlack(options: MemorySlackOptions = {}): MemorySlack {
  const { events = EVENTS, commands = [{ command: '/iastm' }], shortcuts = [], hasHome = true } = options;
  const { now = Date.now, ackWait = ACK_WAIT } = options;
  const posts = createPosts(now);
  const delivery = createDelivery(ackWait);
  const { say, edit, remove, echo, echoChange } = createWriting({ posts, delivery, events });
  const views = createViews({ now, nextTs: posts.nextTs, changed: posts.changed, hasHome });
  const responses = createResponses({ posts, now, posted: echo, changed: echoChange });
  const prompts = new Map(
    options.prompts?.length ? PEOPLE.map(({ id }) => [dmOf(id), { prompts: options.prompts ?? [] }]) : [],
  );
  const call = createWebApi({ posts, views: views.methods, prompts, posted: echo, changed: echoChange });
  const traces = createTraces({ now, clock: () => performance.now() });
  const network = createNetwork({ call, answer: responses.answer }, traces.watch);
  const interacting = createInteracting({ posts, views, responses, delivery, shortcuts });
  const { press, pressAtDesk, suggest, shortcut, globalShortcut, turnOf } = interacting;
  const { submit, close } = createSubmitting({ posts, views, responses, delivery, interacting });
  const { sendAll, send, actOf, envelope } = delivery;

  function slackbot({ channel, user }: At, text: string): Post {
    return posts.add({ channel, user: SLACKBOT, text, blocks: [], only_for: user });
  }

  return {
    receiver: delivery.receiver,
    fetch: network.fetch,
    commands,
    shortcuts,
    hasHome,
    calls: network.calls,
    traces,
    fail: network.fail,
    settled: delivery.quiet,
    messages: (channel, viewer) => posts.seenBy(viewer, channel),
    statuses: posts.statuses,
    subscribe: posts.subscribe,
    home: views.home,
    modal: (user) => views.stack(user).at(-1),
    modals: views.stack,
    prompts: (channel) => prompts.get(channel),
    say,
    edit,
    remove,
    press,
    pressAtDesk,
    suggest,
    shortcut,
    globalShortcut,
    submit,
    close,

    async command({ channel, user, command, text }) {
      const origin = { channel, user };
      checkSees(origin);
      if (!commands.some((known) => known.command === command)) {
        return actOf(slackbot(origin, `\`${command}\` is not a valid command.`).ts, [], []);
      }
      const body = commandBody(turnOf(origin), command, text);
      const sent = await send(body);
      if (sent.acked) responses.post(origin, sent.said);
      else slackbot(origin, `${command} failed with the error "operation_timeout"`);
      return actOf(posts.nextTs(), [body], [sent]);
    },

    async openHome({ user, tab }) {
      checkPerson(user);
      if (tab === 'home' && !hasHome) throw new Error('The manifest does not enable the Home tab.');
      const ts = posts.nextTs();
      const event = homeOpenedEvent({ user, tab, view: views.home(user) }, dmOf(user), ts);
      return sendAll(ts, events.includes('app_home_opened') ? [envelope(event)] : []);
    },

    redeliver: ({ ts, bodies }) => sendAll(ts, bodies, { retryNum: 1, retryReason: 'http_timeout' }),
    deliver: (event) => sendAll(String(event.ts ?? event.event_ts), [envelope(event)]),
  };
}
