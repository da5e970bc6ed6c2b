/** Who can do what where: nobody acts on what they do not see. */

import type { Post, Posts } from './posts.js';
import { canSee, findPerson } from './workspace.js';

export interface At {
  channel: string;
  user: string;
}

/** Throws where there is no such person, or where they do not see the channel. */
export function checkSees({ channel, user }: At): void {
  checkPerson(user);
  if (!canSee(user, channel))
    throw new Error(`${user} cannot see a channel "${channel}". Take one of CHANNELS, or dmOf(user).`);
}

export function checkPerson(user: string): void {
  if (!findPerson(user)) throw new Error(`No person "${user}". Take one of PEOPLE in workspace.ts.`);
}

/** The post, where the person can see it. Throws otherwise. */
export function seenPost(posts: Posts, at: At, ts: string): Post {
  checkSees(at);
  const post = posts.seenBy(at.user, at.channel).find((candidate) => candidate.ts === ts);
  if (!post) throw new Error(`${at.user} sees no message ${ts} in ${at.channel}.`);
  return post;
}
