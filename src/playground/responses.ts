/** Response URLs, and answers in an acknowledgement: how an app answers a command or a press without the Web API. */

import { readContent } from './content.js';
import { isObject, type Json, stringOr } from './json.js';
import { type Answer, RESPONSE_HOST } from './network.js';
import type { Post, Posts } from './posts.js';
import { BOT, TEAM } from './workspace.js';

/** What an answer belongs to. `post` is the one whose button was pressed. */
export interface Origin {
  user: string;
  channel: string;
  post?: Post;
}

const USES = 5;
const MINUTES = 30;
/** URLs that are remembered at once. */
const MOST_OPEN = 5000;

export interface ResponseParts {
  posts: Posts;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Called with every post of the bot that others hear of. */
  posted(post: Post): void;
  changed(post: Post, before: Post): void;
}

export interface Responses {
  /** A new response URL. */
  open(origin: Origin): string;
  /** Serves a POST to a response URL. */
  answer(url: string, args: Json): Answer;
  /** Posts what the app said in its acknowledgement, if it said anything. */
  post(origin: Origin, said: unknown): Answer;
}

export function createResponses({ posts, now, posted, changed }: ResponseParts): Responses {
  const open = new Map<string, Origin & { uses: number; until: number }>();
  let serial = 0;

  function post(origin: Origin, said: unknown): Answer {
    if (said === undefined || said === '') return { status: 200, body: { ok: true } };
    const args = isObject(said) ? said : { text: String(said) };
    if (args.delete_original === true) {
      if (origin.post) posts.remove(origin.post);
      return { status: 200, body: { ok: true } };
    }
    const read = readContent(args);
    if ('refusal' in read) return { status: 400, body: read.refusal };
    if (args.replace_original === true && origin.post) {
      const before = { ...origin.post };
      posts.change(origin.post, read.content);
      if (!before.only_for) changed(origin.post, before);
    } else {
      const thread_ts = stringOr(args.thread_ts, undefined);
      const added = posts.add({
        channel: origin.channel,
        user: BOT.id,
        ...read.content,
        ...(thread_ts ? { thread_ts } : {}),
        ...(args.response_type === 'in_channel' ? {} : { only_for: origin.user }),
      });
      if (!added.only_for) posted(added);
    }
    return { status: 200, body: { ok: true } };
  }

  return {
    open(origin) {
      // Those that are over are told apart from those that never were by nobody.
      for (const [old, { until }] of open) {
        if (now() <= until && open.size < MOST_OPEN) break;
        open.delete(old);
      }
      serial += 1;
      const url = `https://${RESPONSE_HOST}/actions/${TEAM.id}/${serial}/memory`;
      open.set(url, { ...origin, uses: 0, until: now() + MINUTES * 60_000 });
      return url;
    },
    answer(url, args) {
      const origin = open.get(url);
      if (!origin || now() > origin.until) return { status: 404, body: { ok: false, error: 'expired_url' } };
      origin.uses += 1;
      if (origin.uses > USES) return { status: 404, body: { ok: false, error: 'used_url' } };
      return post(origin, args);
    },
    post,
  };
}
