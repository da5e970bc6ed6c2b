import type { Reply } from '../replies/reply.js';
import { CALL_TIMEOUT } from './call.js';
import type { Wire } from './wire.js';

/** How a reply relates to the message whose button was pressed. */
export type Manner =
  /** It takes the message's place, so that one question keeps one reply. */
  | { replace: true }
  /** It is shown beside the message, in its thread, to the person who pressed. */
  | { replace: false; thread: string | undefined };

/** Answers by a response URL. False when Slack does not take it: a URL works five times within thirty minutes. */
export type Respond = (url: string, reply: Reply, manner?: Manner) => Promise<boolean>;

/** Page: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function createRespond(wire: Wire): Respond {
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
      const answer = await wire(url, {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        timeout: CALL_TIMEOUT,
      });
      await answer.text();
      return answer.status >= 200 && answer.status < 300;
    } catch {
      return false;
    }
  };
}
