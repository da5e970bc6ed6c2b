import type { Reply } from '../replies/reply.js';
import type { Wire } from './wire.js';

/** How a reply relates to the message whose button was pressed. */
export type Manner =
  /** It takes the message's place, so that one question keeps one reply. */
  | { replace: true }
  /** It is shown beside the message, in its thread, to the person who pressed. */
  | { replace: false; thread: string | undefined }
  /** It is posted for everybody in the conversation that the URL leads to. */
  | 'openly';

/** Answers by a response URL. False when Slack does not take it: a URL works five times within thirty minutes. */
export type Respond = (url: string, reply: Reply, manner?: Manner) => Promise<boolean>;

/** Page: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function createRespond({ wire, slackApiUrl }: { wire: Wire; slackApiUrl: string }): Respond {
  const api = new URL(slackApiUrl);
  return async (url, { text, blocks }, manner = { replace: false, thread: undefined }) => {
    if (!isOfSlack(url, api)) return false;
    const body = { text, blocks, ...placeOf(manner), unfurl_links: false, unfurl_media: false };
    try {
      const answer = await wire(url, {
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
      });
      return answer.status >= 200 && answer.status < 300 && !isRefusal(answer.text);
    } catch {
      return false;
    }
  };
}

function placeOf(manner: Manner) {
  if (manner === 'openly') return { replace_original: false, response_type: 'in_channel' };
  if (manner.replace) return { replace_original: true };
  const { thread } = manner;
  return {
    replace_original: false,
    response_type: 'ephemeral',
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
}

/**
 * A response URL leads to Slack's own host for them, or to the host that the Web API is called at, encrypted, but where
 * the Web API itself is not. Answers with patient details in them go nowhere else, whatever a payload says.
 */
function isOfSlack(text: string, api: URL): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  if (hostname === api.hostname) return protocol === 'https:' || protocol === api.protocol;
  return protocol === 'https:' && ['hooks.slack.com', `hooks.${api.hostname}`].includes(hostname);
}

/** Slack answers `ok`, or JSON, in which it may refuse what it answers with 200. A page is of whoever stands between. */
function isRefusal(text: string): boolean {
  try {
    return (JSON.parse(text) as { ok?: unknown } | null)?.ok === false;
  } catch {
    return text.trimStart().startsWith('<');
  }
}
