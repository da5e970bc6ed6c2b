import type { WebClient } from '@slack/web-api';
import { type Fault, httpFault, networkFault, refusal } from './faults.js';
import type { Wire } from './wire.js';

/** Every method of the Web API that is called. Its arguments and its answer have the types of Slack's own client. */
interface Methods {
  'apps.connections.open': WebClient['apps']['connections']['open'];
  'assistant.threads.setSuggestedPrompts': WebClient['assistant']['threads']['setSuggestedPrompts'];
  'auth.test': WebClient['auth']['test'];
  'chat.getPermalink': WebClient['chat']['getPermalink'];
  'chat.postEphemeral': WebClient['chat']['postEphemeral'];
  'chat.postMessage': WebClient['chat']['postMessage'];
  'chat.update': WebClient['chat']['update'];
  'functions.completeError': WebClient['functions']['completeError'];
  'functions.completeSuccess': WebClient['functions']['completeSuccess'];
  'views.open': WebClient['views']['open'];
  'views.publish': WebClient['views']['publish'];
  'views.push': WebClient['views']['push'];
  'views.update': WebClient['views']['update'];
}

export type Method = keyof Methods;
export type Arguments<M extends Method> = NonNullable<Parameters<Methods[M]>[0]>;
export type Answer<M extends Method> = Awaited<ReturnType<Methods[M]>>;

/** What came of a call: Slack's answer and its headers, or a fault. */
export type Outcome<M extends Method> =
  | { fault: null; answer: Answer<M>; header(name: string): string | null }
  | { fault: Fault };

/** Calls a method of the Web API once. Never rejects: what goes wrong is a fault. */
export type Client = <M extends Method>(method: M, args: Arguments<M>) => Promise<Outcome<M>>;

/**
 * The one client of the Web API. Slack's own would log, queue and retry, where a retry may post twice, and a call of it costs
 * three times the CPU. Page: https://docs.slack.dev/apis/web-api
 */
export function createClient({ token, slackApiUrl, wire }: { token: string; slackApiUrl: string; wire: Wire }): Client {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' };
  return async <M extends Method>(method: M, args: Arguments<M>): Promise<Outcome<M>> => {
    try {
      const { status, text, header } = await wire(slackApiUrl + method, { headers, body: formOf(args) });
      if (status !== 200) return { fault: httpFault(status, header('retry-after')) };
      const answer = JSON.parse(text) as Answer<M>;
      if (answer.ok === true) return { fault: null, answer, header };
      if (answer.ok === false) return { fault: refusal(String(answer.error ?? '')) };
      return { fault: { kind: 'no_answer', recourse: 'unsure' } };
    } catch (error) {
      return { fault: networkFault(error) };
    }
  };
}

/** Arguments as a form, objects as JSON. Half a surrogate pair, which no form can hold, becomes U+FFFD. */
function formOf(args: object): string {
  return Object.entries(args)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join('&');
}

function encoded(value: unknown): string {
  if (Array.isArray(value)) return `%5B${value.map(encodedObject).join('%2C')}%5D`;
  if (typeof value === 'object' && value !== null) return encodedObject(value);
  return encodeURIComponent(String(value).toWellFormed());
}

/** Objects that were sent before, encoded: the blocks of an answer are the same for everybody, but for those that carry the question. */
const sent = new WeakMap<object, string>();

function encodedObject(value: unknown): string {
  const again = typeof value === 'object' && value !== null && !('block_id' in value) ? value : undefined;
  const known = again && sent.get(again);
  if (known !== undefined) return known;
  const made = encodeURIComponent(JSON.stringify(value).toWellFormed());
  if (again !== undefined) sent.set(again, made);
  return made;
}
