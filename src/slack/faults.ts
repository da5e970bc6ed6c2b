import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';

/**
 * What to do about a failed call.
 * `retry`: Slack surely did not carry it out. `elsewhere`: this place cannot be reached, another may. `plain`: the
 * blocks were refused, the text alone may pass. `configuration`: an administrator must act. `give up`: it may have
 * been carried out, or nothing helps.
 */
export type Remedy = 'retry' | 'elsewhere' | 'plain' | 'configuration' | 'give up';

export interface Fault {
  /** Slack's own word for it, or the kind of failure: for logs and metrics. */
  kind: string;
  remedy: Remedy;
  /** Milliseconds to wait before a retry, where Slack says so. */
  wait?: number;
}

/** Slack's error words by remedy. Page: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const WORDS: Record<Exclude<Remedy, 'give up'>, readonly string[]> = {
  retry: ['ratelimited', 'rate_limited', 'service_unavailable', 'internal_error'],
  elsewhere: [
    'not_in_channel',
    'channel_not_found',
    'is_archived',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'user_not_in_channel',
    'messages_tab_disabled',
    'thread_not_found',
    'cannot_reply_to_message',
  ],
  plain: ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long', 'block_mismatch'],
  configuration: [
    'missing_scope',
    'not_authed',
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'no_permission',
    'not_allowed_token_type',
    'ekm_access_denied',
    'org_login_required',
    'team_access_not_granted',
  ],
};

const CONFIGURATION_REMEDY: Record<string, string> = {
  missing_scope: 'Reinstall the app from manifest.yml, so that it has every scope listed there.',
  token_revoked: 'The token was revoked. Reinstall the app and set the new SLACK_BOT_TOKEN.',
  account_inactive: 'The app was removed from the workspace. Install it again and set the new SLACK_BOT_TOKEN.',
};
const CONFIGURATION_REMEDY_ELSE =
  'Copy SLACK_BOT_TOKEN anew from "OAuth & Permissions" of your app, or reinstall the app.';

/** What an administrator does about a fault of configuration. */
export function configurationRemedy(kind: string): string {
  return CONFIGURATION_REMEDY[kind] ?? CONFIGURATION_REMEDY_ELSE;
}

/** The sentence for a bot token that Slack refuses, with what an administrator does about it. */
export function botTokenRefused(kind: string): string {
  return `Slack refuses SLACK_BOT_TOKEN (${kind}). ${configurationRemedy(kind)}`;
}

/** The sentence for an app-level token that Slack refuses, with what an administrator does about it. */
export function appTokenRefused(kind: string): string {
  return `Slack refuses SLACK_APP_TOKEN (${kind}). Make one with connections:write under "Basic Information", "App-Level Tokens", and see that Socket Mode is on.`;
}

/** Network errors that happen before anything was sent. Everything else may have arrived. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Slack asks to wait so many seconds. */
export function rateLimited(seconds: number): Fault {
  return { kind: 'ratelimited', remedy: 'retry', ...(seconds > 0 ? { wait: seconds * 1000 } : {}) };
}

/** An HTTP status other than 200 and 429. */
export function httpFault(status: number): Fault {
  return { kind: `http_${status}`, remedy: status >= 500 ? 'retry' : 'give up' };
}

/** A call that Slack answered with one of its error words. */
export function refusal(word: string): Fault {
  const remedy = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((key) => WORDS[key].includes(word));
  return { kind: /^[a-z_]{1,60}$/.test(word) ? word : 'unknown_word', remedy: remedy ?? 'give up' };
}

/** A call to which no answer came, or none that can be read. */
export function networkFault(error: unknown): Fault {
  const code = codeOf(error);
  if (code !== undefined && NOT_SENT.has(code)) return { kind: code.toLowerCase(), remedy: 'retry' };
  const kind = code ?? (error instanceof Error ? error.name : 'unexpected');
  return { kind: kind.toLowerCase(), remedy: 'give up' };
}

/** Sorts an error of Slack's own client by what to do about it. */
export function faultOf(error: unknown): Fault {
  if (error instanceof WebAPIRateLimitedError) return rateLimited(error.retryAfter);
  if (error instanceof WebAPIHTTPError) return httpFault(error.statusCode);
  if (error instanceof WebAPIPlatformError) return refusal(error.data.error);
  if (error instanceof WebAPIRequestError) return networkFault(error.original);
  return { kind: 'unexpected', remedy: 'give up' };
}

/** The code of an error or of its cause: fetch wraps the socket's error. */
function codeOf(error: unknown): string | undefined {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth++) {
    const { code, errors } = each as { code?: unknown; errors?: unknown };
    if (typeof code === 'string') return code;
    if (Array.isArray(errors) && errors.length > 0) return codeOf(errors[0]);
  }
  return undefined;
}
