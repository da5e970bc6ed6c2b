/** What stands in the channels: posts, replies, notes that one person sees, and the "is thinking…" lines. */

import { withIds } from './ids.js';
import type { Json } from './json.js';
import { canSee } from './workspace.js';

export interface Post {
  channel: string;
  /** Seconds since 1970 with six decimals; unique, and the id of a post in its channel. */
  ts: string;
  /** Id of the author: a person, the bot, or `USLACKBOT`. */
  user: string;
  text: string;
  blocks: Json[];
  /** The post that this one replies to. */
  thread_ts?: string;
  /** The only person who sees it. */
  only_for?: string;
  edited?: { user: string; ts: string };
  metadata?: Json;
  /** What sets it apart from a plain message, as Slack names it. */
  subtype?: 'file_share' | 'thread_broadcast' | 'tombstone';
  files?: Json[];
  attachments?: Json[];
  /** The app that a person wrote it with. */
  through?: AppOfOthers;
  /** Emoji names of the bot's reactions. */
  reactions: string[];
}

/** Another app, with which people post in their own name. */
export interface AppOfOthers {
  bot_id: string;
  app_id: string;
  name: string;
}

export interface Status {
  channel: string;
  thread_ts: string;
  text: string;
}

export interface Posts {
  add(post: Omit<Post, 'ts' | 'reactions'>): Post;
  find(channel: unknown, ts: unknown): Post | undefined;
  change(post: Post, to: Partial<Omit<Post, 'ts' | 'channel'>>): void;
  remove(post: Post): void;
  /** All that a person sees in a channel, replies too, oldest first. */
  seenBy(person: string, channel: string): Post[];
  /** An empty text takes the status away. */
  setStatus(status: Status): void;
  statuses(channel: string): Status[];
  /** A timestamp later than all others given out. */
  nextTs(): string;
  /** Calls with the channel's id on every change; answers with the way to stop. */
  subscribe(listener: (channel: string) => void): () => void;
  changed(channel: string): void;
}

/** Posts that are kept; the oldest goes when one more comes. */
const MOST_POSTS = 5000;

/** `now` is in milliseconds since 1970. */
export function createPosts(now: () => number): Posts {
  const posts: Post[] = [];
  const statuses = new Map<string, Status>();
  const listeners = new Set<(channel: string) => void>();
  let lastMicros = 0;

  function nextTs(): string {
    lastMicros = Math.max(lastMicros + 1, Math.floor(now()) * 1000);
    const micros = String(lastMicros).padStart(7, '0');
    return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
  }

  function changed(channel: string) {
    for (const listener of listeners) listener(channel);
  }

  return {
    add(fields) {
      const post: Post = { ...fields, blocks: withIds(fields.blocks), ts: nextTs(), reactions: [] };
      posts.push(post);
      if (posts.length > MOST_POSTS) posts.shift();
      if (post.thread_ts && post.only_for === undefined) statuses.delete(`${post.channel} ${post.thread_ts}`);
      changed(post.channel);
      return post;
    },
    find: (channel, ts) => posts.find((post) => post.channel === channel && post.ts === ts),
    change(post, to) {
      Object.assign(post, to, to.blocks ? { blocks: withIds(to.blocks) } : {});
      changed(post.channel);
    },
    remove(post) {
      posts.splice(posts.indexOf(post), 1);
      changed(post.channel);
    },
    seenBy: (person, channel) =>
      canSee(person, channel)
        ? posts.filter((post) => post.channel === channel && (post.only_for ?? person) === person)
        : [],
    setStatus(status) {
      const key = `${status.channel} ${status.thread_ts}`;
      if (status.text === '') statuses.delete(key);
      else statuses.set(key, status);
      changed(status.channel);
    },
    statuses: (channel) => [...statuses.values()].filter((status) => status.channel === channel),
    nextTs,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
  };
}
