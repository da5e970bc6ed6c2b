import { type Fault, httpFault, networkFault, rateLimited, refusal } from './faults.js';
import type { Wire } from './wire.js';

/** Calls a method of the Web API with its arguments as a form. Null when Slack carried it out, else what went wrong. */
export type Call = (method: string, form: string) => Promise<Fault | null>;

/** Milliseconds until a call is given up. */
export const CALL_TIMEOUT = 10_000;

/**
 * The bot's own calls. They go around Slack's client, which would log, queue and retry: `post` does that itself, so that
 * nothing is posted twice, and a call costs a third of the CPU. Page: https://docs.slack.dev/apis/web-api
 */
export function createCall({ token, slackApiUrl, wire }: { token: string; slackApiUrl: string; wire: Wire }): Call {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' };
  return async (method, form) => {
    try {
      const answer = await wire(slackApiUrl + method, { headers, body: form, timeout: CALL_TIMEOUT });
      // Read whatever the status is: an answer that is left unread keeps its connection from being used again.
      const text = await answer.text();
      if (answer.status === 429) return rateLimited(Number(answer.headers.get('retry-after')));
      if (answer.status !== 200) return httpFault(answer.status);
      return refusalIn(text);
    } catch (error) {
      return networkFault(error);
    }
  };
}

function refusalIn(text: string): Fault | null {
  const { ok, error } = JSON.parse(text) as { ok?: unknown; error?: unknown };
  return ok === true ? null : refusal(String(error ?? ''));
}

/** Arguments as a form. Half a surrogate pair, which no form can hold, becomes U+FFFD. */
export function formOf(args: Readonly<Record<string, string>>): string {
  return Object.entries(args)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`)
    .join('&');
}
