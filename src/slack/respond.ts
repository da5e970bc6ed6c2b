import type { Reply } from '../replies/reply.js';

/** How a reply relates to the message whose button was pressed. */
export type Manner =
  /** It takes the message's place, so that one question keeps one reply. */
  | { replace: true }
  /** It is shown beside the message, in its thread, to the person who pressed. */
  | { replace: false; thread: string | undefined };

/** Answers by a response URL. False when Slack does not take it: a URL works five times within thirty minutes. */
export type Respond = (url: string, reply: Reply, manner?: Manner) => Promise<boolean>;

/** Milliseconds until a response is given up. */
const TIMEOUT = 10_000;

/** Page: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function createRespond(fetch: typeof globalThis.fetch): Respond {
  return async (url, { text, blocks }, manner = { replace: false, thread: undefined }) => {
    const body = {
      text,
      blocks,
      replace_original: manner.replace,
      unfurl_links: false,
      unfurl_media: false,
      ...(manner.replace ? {} : { response_type: 'ephemeral' }),
      ...(!manner.replace && manner.thread !== undefined ? { thread_ts: manner.thread } : {}),
    };
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      return answer.ok;
    } catch {
      return false;
    }
  };
}
