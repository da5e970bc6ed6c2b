/** People write: messages, replies, edits, with files and with what others wrote; and take away what they wrote. */

import type { Act, Delivery } from './delivery.js';
import type { Json } from './json.js';
import { messageChangedEvent, messageDeletedEvent, messageEvent } from './payloads.js';
import type { AppOfOthers, Post, Posts } from './posts.js';
import { type Dropped, filesOf, sharedMessage } from './sharing.js';
import { type At, checkSees, seenPost } from './sight.js';
import { mentionsBot, typed } from './typing.js';
import { isDm, isPrivate, SLACKBOT } from './workspace.js';

/** What may come with a message. */
export interface Along {
  thread_ts?: string;
  /** A reply that the channel sees, too. */
  broadcast?: boolean;
  files?: readonly Dropped[];
  /** A message that is passed on. */
  share?: { channel: string; ts: string };
  /** The app that the person wrote it with. */
  through?: AppOfOthers;
}

export interface WritingDeps {
  posts: Posts;
  delivery: Delivery;
  /** What the app subscribes to. */
  events: readonly string[];
}

export interface Writing {
  say(what: At & { text: string } & Along): Promise<Act>;
  edit(what: At & { ts: string; text: string }): Promise<Act>;
  /** Deletes a message. One with replies leaves a line in its place. */
  remove(what: At & { ts: string }): Promise<Act>;
  /** Slack tells the app of its own posts too; an app must not answer itself. */
  echo(post: Post): void;
  echoChange(post: Post, before: Post): void;
}

export function createWriting({ posts, delivery, events }: WritingDeps): Writing {
  const { envelope, sendAll } = delivery;

  function parentOf(post: Post): Post | undefined {
    return post.thread_ts ? posts.find(post.channel, post.thread_ts) : undefined;
  }

  function ownPost(at: At, ts: string, what: 'edit' | 'delete'): Post {
    const post = seenPost(posts, at, ts);
    if (post.user !== at.user) throw new Error(`Message ${ts} is not by ${at.user}; only its author can ${what} it.`);
    return post;
  }

  function hears(channel: string): boolean {
    const open = isPrivate(channel) ? 'message.groups' : 'message.channels';
    return events.includes(isDm(channel) ? 'message.im' : open);
  }

  /** The events that a new or edited post gives rise to; an edited mention is one once more, with `edited` in it. */
  function eventsOf(post: Post, message: (parent: Post | undefined) => Json): Json[] {
    const mentioned = !isDm(post.channel) && mentionsBot(post.text) && events.includes('app_mention');
    const mention = mentioned ? [messageEvent('app_mention', post, parentOf(post))] : [];
    return [...mention, ...(hears(post.channel) ? [message(parentOf(post))] : [])].map(envelope);
  }

  return {
    async say({ channel, user, text, thread_ts, broadcast, files = [], share, through }) {
      checkSees({ channel, user });
      const root = thread_ts ? seenPost(posts, { channel, user }, thread_ts) : undefined;
      const passedOn = share ? seenPost(posts, { channel: share.channel, user }, share.ts) : undefined;
      const post = posts.add({
        channel,
        user,
        ...typed(text),
        ...(root ? { thread_ts: root.ts } : {}),
        ...(root && broadcast ? { subtype: 'thread_broadcast' as const } : {}),
        ...(files.length > 0 ? { subtype: 'file_share' as const, files: filesOf(files, user, posts.nextTs()) } : {}),
        ...(passedOn ? { attachments: [sharedMessage(passedOn)] } : {}),
        ...(through ? { through } : {}),
      });
      return sendAll(
        post.ts,
        eventsOf(post, (parent) => messageEvent('message', post, parent)),
      );
    },

    async edit({ channel, user, ts, text }) {
      const post = ownPost({ channel, user }, ts, 'edit');
      const before = { ...post };
      const at = posts.nextTs();
      posts.change(post, { ...typed(text), edited: { user, ts: at } });
      return sendAll(
        ts,
        eventsOf(post, (parent) => messageChangedEvent(post, before, parent, at)),
      );
    },

    async remove({ channel, user, ts }) {
      const post = ownPost({ channel, user }, ts, 'delete');
      const before = { ...post };
      const at = posts.nextTs();
      const parent = parentOf(post);
      if (posts.seenBy(user, channel).some(({ thread_ts }) => thread_ts === ts)) {
        const left = { user: SLACKBOT, text: 'This message was deleted.', subtype: 'tombstone' as const, blocks: [] };
        posts.change(post, { ...left, files: [], attachments: [] });
        return sendAll(ts, hears(channel) ? [envelope(messageChangedEvent(post, before, parent, at))] : []);
      }
      posts.remove(post);
      return sendAll(ts, hears(channel) ? [envelope(messageDeletedEvent(before, parent, at))] : []);
    },

    echo(post) {
      if (hears(post.channel)) void sendAll(post.ts, [envelope(messageEvent('message', post, parentOf(post)))]);
    },

    echoChange(post, before) {
      const event = messageChangedEvent(post, before, parentOf(post), posts.nextTs());
      if (hears(post.channel)) void sendAll(post.ts, [envelope(event)]);
    },
  };
}
