/** The Web API methods that a bot like ours calls. They refuse what Slack refuses, with Slack's error codes. */

import { readContent, refuse } from './content.js';
import { isObject, type Json, objectsIn, stringOr } from './json.js';
import { messageOf } from './payloads.js';
import type { Post, Posts } from './posts.js';
import { linkTo } from './sharing.js';
import { BOT, canSee, dmOf, findChannel, findPerson, isDm, PEOPLE, TEAM } from './workspace.js';

export interface Prompts {
  title?: string;
  prompts: { title: string; message: string }[];
}

export interface WebApiDeps {
  posts: Posts;
  /** The methods for views, by name. */
  views: Record<string, Method>;
  /** Suggested prompts by direct message. */
  prompts: Map<string, Prompts>;
  /** Called with every post of the bot that others hear of. */
  posted(post: Post): void;
  changed(post: Post, before: Post): void;
}

type Method = (args: Json) => Json;

const UPDATE_CHARACTERS = 4000;
const PROMPTS = 4;

export function createWebApi({ posts, views, prompts, posted, changed }: WebApiDeps) {
  const methods: Record<string, Method> = {
    ...views,

    'auth.test': () => ({
      ok: true,
      url: `https://${TEAM.domain}.slack.com/`,
      team: TEAM.name,
      user: BOT.username,
      team_id: TEAM.id,
      user_id: BOT.id,
      bot_id: BOT.bot_id,
      is_enterprise_install: false,
    }),

    'chat.postMessage'(args) {
      const channel = channelOf(args.channel);
      if (!channel) return refuse('channel_not_found');
      const read = readContent(args);
      if ('refusal' in read) return read.refusal;
      const thread = threadOf(channel, args.thread_ts);
      if ('refusal' in thread) return thread.refusal;
      const metadata = isObject(args.metadata) ? { metadata: args.metadata } : {};
      const post = posts.add({ channel, user: BOT.id, ...read.content, ...thread, ...metadata });
      posted(post);
      return { ok: true, channel, ts: post.ts, message: messageOf(post) };
    },

    'chat.postEphemeral'(args) {
      const channel = findChannel(args.channel)?.id;
      if (!channel) return refuse('channel_not_found');
      const person = findPerson(args.user);
      if (!person || !canSee(person.id, channel)) return refuse('user_not_in_channel');
      const read = readContent(args);
      if ('refusal' in read) return read.refusal;
      const thread = threadOf(channel, args.thread_ts);
      if ('refusal' in thread) return thread.refusal;
      const post = posts.add({ channel, user: BOT.id, only_for: person.id, ...read.content, ...thread });
      return { ok: true, message_ts: post.ts };
    },

    'chat.update'(args) {
      const post = ownPost(args);
      if (!post) return refuse('message_not_found');
      if (post.user !== BOT.id) return refuse('cant_update_message');
      if (stringOr(args.text, '').length > UPDATE_CHARACTERS) return refuse('msg_too_long');
      const read = readContent(args);
      if ('refusal' in read) return read.refusal;
      const before = { ...post };
      posts.change(post, { ...read.content, edited: { user: BOT.id, ts: posts.nextTs() } });
      changed(post, before);
      return { ok: true, channel: post.channel, ts: post.ts, text: post.text, message: messageOf(post) };
    },

    'chat.getPermalink'(args) {
      const post = posts.find(args.channel, args.message_ts);
      return post ? { ok: true, channel: post.channel, permalink: linkTo(post) } : refuse('message_not_found');
    },

    'chat.delete'(args) {
      const post = ownPost(args);
      if (!post) return refuse('message_not_found');
      if (post.user !== BOT.id) return refuse('cant_delete_message');
      posts.remove(post);
      return { ok: true, channel: post.channel, ts: post.ts };
    },

    'assistant.threads.setStatus'(args) {
      const channel = findChannel(args.channel_id)?.id;
      if (!channel) return refuse('channel_not_found');
      const thread = threadOf(channel, args.thread_ts);
      if (!('thread_ts' in thread)) return refuse('invalid_thread_ts');
      posts.setStatus({ channel, thread_ts: thread.thread_ts, text: stringOr(args.status, '') });
      return { ok: true };
    },

    'assistant.threads.setTitle': () => ({ ok: true }),
    'functions.completeError': () => ({ ok: true }),
    'functions.completeSuccess': () => ({ ok: true }),

    'assistant.threads.setSuggestedPrompts'(args) {
      const channel = stringOr(args.channel_id, '');
      if (!findChannel(channel) || !isDm(channel)) return refuse('channel_not_found');
      const given = objectsIn(args.prompts).map(({ title, message }) => ({
        title: `${title}`,
        message: `${message}`,
      }));
      if (given.length === 0 || given.length > PROMPTS) return refuse('invalid_arguments');
      prompts.set(channel, { ...(args.title ? { title: `${args.title}` } : {}), prompts: given });
      posts.changed(channel);
      return { ok: true };
    },

    'reactions.add'(args) {
      const post = posts.find(args.channel, args.timestamp);
      const name = stringOr(args.name, '');
      if (!post || post.only_for) return refuse('message_not_found');
      if (!/^[a-z0-9_+'-]+$/.test(name)) return refuse('invalid_name');
      if (post.reactions.includes(name)) return refuse('already_reacted');
      posts.change(post, { reactions: [...post.reactions, name] });
      return { ok: true };
    },

    'conversations.open'(args) {
      const person = findPerson(args.users);
      return person ? { ok: true, channel: { id: dmOf(person.id) } } : refuse('user_not_found');
    },

    'users.info'(args) {
      const user = [BOT, ...PEOPLE].find(({ id }) => id === args.user);
      if (!user) return refuse('user_not_found');
      const { id, username, name } = user;
      const profile = { display_name: name, real_name: name };
      return {
        ok: true,
        user: { id, team_id: TEAM.id, name: username, real_name: name, is_bot: id === BOT.id, profile },
      };
    },
  };

  function ownPost({ channel, ts }: Json): Post | undefined {
    const post = posts.find(channel, ts);
    return post?.only_for === undefined ? post : undefined;
  }

  /** Slack takes a reply's timestamp too and then threads oddly; we refuse it, so that a test sees the slip. */
  function threadOf(
    channel: string,
    thread_ts: unknown,
  ): { thread_ts: string } | { refusal: Json } | Record<never, never> {
    if (thread_ts === undefined) return {};
    const parent = /^\d+\.\d{6}$/.test(String(thread_ts)) ? posts.find(channel, thread_ts) : undefined;
    if (!parent || parent.only_for) return { refusal: refuse('invalid_thread_ts') };
    if (parent.thread_ts) return { refusal: refuse('cannot_reply_to_message') };
    return { thread_ts: parent.ts };
  }

  return function call(method: string, args: Json, token: string): Json {
    if (token === '') return refuse('not_authed');
    if (token !== BOT.token) return refuse('invalid_auth');
    return methods[method]?.(args) ?? refuse('unknown_method');
  };
}

/** A person's id stands for their direct message. */
function channelOf(id: unknown): string | undefined {
  const person = findPerson(id);
  return person ? dmOf(person.id) : findChannel(id)?.id;
}
