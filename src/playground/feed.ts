/** Server-sent events: each page hears at once what its viewer sees. */

import type { ServerResponse } from 'node:http';
import type { Post } from './posts.js';
import type { Act, MemorySlack } from './slack.js';
import type { WireChannel, WireHello, WirePost } from './wire.js';
import { BOT, CHANNELS, canSee, PEOPLE, TEAM } from './workspace.js';

/** Keeps proxies and sleeping tabs from closing a silent feed, in milliseconds. */
const HEARTBEAT = 25_000;

export interface Feed {
  /** Opens a viewer's feed on a response. */
  open(viewer: string, response: ServerResponse): void;
  /** Shows the channel as busy until the act's work is done. */
  watch(channel: string, act: Act): void;
  close(): void;
}

/** `failed` is told what a listener threw past the app's own error boundary. */
export function createFeed(slack: MemorySlack, failed: (error: unknown) => void): Feed {
  const atWork = new Map<string, number>();
  const open = new Map<ServerResponse, (channel: string) => void>();
  const stop = slack.subscribe(tell);
  const heartbeat = setInterval(() => {
    for (const response of open.keys()) response.write(':\n\n');
  }, HEARTBEAT).unref();

  function tell(channel: string) {
    for (const change of open.values()) change(channel);
  }

  function channelOf(id: string, viewer: string): WireChannel {
    return {
      id,
      posts: slack.messages(id, viewer).map(wirePost),
      statuses: slack.statuses(id).map(({ thread_ts, text }) => ({ thread_ts, text })),
      prompts: slack.prompts(id)?.prompts ?? [],
      busy: (atWork.get(id) ?? 0) > 0,
    };
  }

  return {
    open(viewer, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const send = (event: string, data: unknown) =>
        response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
      const channels = CHANNELS.filter(({ id }) => canSee(viewer, id));
      send('hello', helloOf(channels, slack));
      for (const { id } of channels) send('channel', channelOf(id, viewer));

      const changed = new Set<string>();
      open.set(response, (channel) => {
        if (!channels.some(({ id }) => id === channel)) return;
        if (changed.size === 0) setImmediate(flush);
        changed.add(channel);
      });
      function flush() {
        for (const id of changed) send('channel', channelOf(id, viewer));
        changed.clear();
      }
      response.on('close', () => open.delete(response));
    },
    watch(channel, act) {
      atWork.set(channel, (atWork.get(channel) ?? 0) + 1);
      tell(channel);
      act
        .settled()
        .catch(failed)
        .finally(() => {
          atWork.set(channel, (atWork.get(channel) ?? 1) - 1);
          tell(channel);
        });
    },
    close() {
      stop();
      clearInterval(heartbeat);
      for (const response of open.keys()) response.end();
    },
  };
}

function helloOf(channels: typeof CHANNELS, { commands }: MemorySlack): WireHello {
  return {
    team: TEAM.name,
    bot: { id: BOT.id, name: BOT.name },
    people: PEOPLE.map(({ id, name }) => ({ id, name })),
    channels: channels.map(({ id, name, person }) => ({ id, name: person ? null : name })),
    commands: [...commands],
  };
}

function wirePost({ ts, user, text, blocks, thread_ts, only_for, edited, reactions }: Post): WirePost {
  return {
    ts,
    user,
    text,
    blocks,
    thread_ts: thread_ts ?? null,
    private: only_for !== undefined,
    edited: edited !== undefined,
    reactions,
  };
}
