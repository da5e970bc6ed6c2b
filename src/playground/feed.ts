/** Server-sent events: each page hears at once what its viewer sees. */

import type { ServerResponse } from 'node:http';
import type { Act } from './delivery.js';
import { isObject, stringOr } from './json.js';
import type { Post } from './posts.js';
import type { MemorySlack } from './slack.js';
import type { View } from './views.js';
import type { WireChannel, WireHello, WireNews, WirePost, WireView, WireViews } from './wire.js';
import { BOT, CHANNELS, canSee, isPrivate, PEOPLE, TEAM } from './workspace.js';

/** Pages that hear at once; one more is told to close another. */
export const MOST_FEEDS = 50;
/** The newest posts of a channel that a page is shown. */
const MOST_SHOWN = 200;
/** Keeps proxies and sleeping tabs from closing a silent feed, in milliseconds. */
const HEARTBEAT = 25_000;

export interface Feed {
  /** Opens a viewer's feed on a response. False where as many as may be are open already. */
  open(viewer: string, response: ServerResponse): boolean;
  /** Shows the channel, if it was in one, as busy until the act's work is done. */
  watch(channel: string | null, act: Act): void;
  close(): void;
}

/** `failed` is told what a listener threw past the app's own error boundary. */
export function createFeed(slack: MemorySlack, failed: (error: unknown) => void): Feed {
  const started = crypto.randomUUID();
  const atWork = new Map<string, number>();
  const open = new Map<ServerResponse, (id: string) => void>();
  const stop = slack.subscribe(changedIn);
  const heartbeat = setInterval(() => {
    for (const response of open.keys()) if (!response.writableNeedDrain) response.write(':\n\n');
  }, HEARTBEAT).unref();

  function changedIn(id: string) {
    for (const change of open.values()) change(id);
  }

  function count(channel: string | null, step: 1 | -1) {
    if (channel === null) return;
    atWork.set(channel, (atWork.get(channel) ?? 0) + step);
    changedIn(channel);
  }

  function viewsOf(viewer: string): WireViews {
    return {
      home: wireView(slack.home(viewer)),
      modal: wireView(slack.modal(viewer)),
      depth: slack.modals(viewer).length,
    };
  }

  function channelOf(id: string, viewer: string): WireChannel {
    return {
      id,
      posts: slack.messages(id, viewer).slice(-MOST_SHOWN).map(wirePost),
      statuses: slack.statuses(id).map(({ thread_ts, text }) => ({ thread_ts, text })),
      prompts: slack.prompts(id)?.prompts ?? [],
      busy: (atWork.get(id) ?? 0) > 0,
    };
  }

  return {
    open(viewer, response) {
      if (open.size >= MOST_FEEDS) return false;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const send = (event: string, data: unknown) =>
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      const channels = CHANNELS.filter(({ id }) => canSee(viewer, id));
      let told: WireNews | null = null;
      send('hello', { started, ...helloOf(channels, slack) } satisfies WireHello);
      for (const { id } of channels) tell(id);
      tellNews();
      tell(viewer);

      function tellNews() {
        const news = newsOf(slack);
        if (JSON.stringify(news) === JSON.stringify(told)) return;
        told = news;
        send('news', news satisfies WireNews);
      }

      const changed = new Set<string>();
      open.set(response, (id) => {
        if (changed.size === 0) setImmediate(flush);
        changed.add(id);
      });
      function tell(id: string) {
        if (id === viewer) send('views', viewsOf(viewer));
        else if (channels.some((channel) => channel.id === id)) send('channel', channelOf(id, viewer));
      }
      // A page that does not read is written to no more: it hears how things stand once it reads again.
      function flush() {
        if (response.writableNeedDrain) {
          response.once('drain', flush);
          return;
        }
        tellNews();
        for (const id of changed) tell(id);
        changed.clear();
      }
      response.on('close', () => open.delete(response));
      return true;
    },
    watch(channel, act) {
      count(channel, 1);
      act
        .settled()
        .catch(failed)
        .finally(() => count(channel, -1));
    },
    close() {
      stop();
      clearInterval(heartbeat);
      for (const response of open.keys()) response.end();
    },
  };
}

function helloOf(channels: typeof CHANNELS, { commands, shortcuts, hasHome }: MemorySlack): Omit<WireHello, 'started'> {
  return {
    team: TEAM.name,
    bot: { id: BOT.id, name: BOT.name },
    people: PEOPLE.map(({ id, name, role }) => ({ id, name, role })),
    channels: channels.map(({ id, name, person }) => ({
      id,
      name: person ? null : name,
      private: isPrivate(id),
    })),
    commands: [...commands],
    shortcuts: [...shortcuts],
    hasHome,
  };
}

/** What is in private channels and direct messages, and what stands elsewhere for one person alone. */
function newsOf({ messages }: MemorySlack): WireNews {
  const news = ({ id: person }: { id: string }) =>
    CHANNELS.filter(({ id }) => canSee(person, id)).map(({ id, person: direct, members }) => {
      const seen = messages(id, person).filter(({ user }) => user !== person);
      return [id, (direct || members ? seen : seen.filter(({ only_for }) => only_for === person)).length];
    });
  return Object.fromEntries(PEOPLE.map((person) => [person.id, Object.fromEntries(news(person))]));
}

function wirePost(post: Post): WirePost {
  const { ts, user, text, blocks, thread_ts, reactions, files = [], attachments = [] } = post;
  return {
    ts,
    user,
    text,
    blocks,
    attachments,
    files: files.map(({ name }) => stringOr(name, '')),
    thread_ts: thread_ts ?? null,
    broadcast: post.subtype === 'thread_broadcast',
    private: post.only_for !== undefined,
    edited: post.edited !== undefined,
    reactions,
  };
}

/** What the page draws of a view; its private metadata stays here. */
function wireView(view: View | undefined): WireView | null {
  if (!view) return null;
  const { id, hash, title, submit, close, blocks } = view;
  const words = (value: unknown) => (isObject(value) ? stringOr(value.text, null) : null);
  return { id, hash, title: words(title) ?? '', submit: words(submit), close: words(close), blocks };
}
