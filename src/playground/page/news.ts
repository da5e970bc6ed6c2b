/** What has come for the people whom one is not at the moment. What was there at first counts as read. */

import type { WireNews } from '../wire.js';

let all: WireNews = {};
let read: WireNews = {};

/** The viewer reads everything. */
export function hearNews(news: WireNews, viewer: string): void {
  all = news;
  read = { ...news, ...read, [viewer]: news[viewer] ?? {} };
}

/** The server was started anew, with nothing in it. */
export function forgetNews(): void {
  all = {};
  read = {};
}

export function waitingIn(person: string, channel: string): number {
  return Math.max(0, (all[person]?.[channel] ?? 0) - (read[person]?.[channel] ?? 0));
}

export function waitingFor(person: string): number {
  return Object.keys(all[person] ?? {}).reduce((sum, channel) => sum + waitingIn(person, channel), 0);
}
