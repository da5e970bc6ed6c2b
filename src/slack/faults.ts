/**
 * What is left to do about a failed call.
 * `retry`: Slack surely did not carry it out, and may do so in a while. `elsewhere`: this place cannot be reached, another
 * may. `plain`: the blocks were refused, the text alone may pass. `configuration`: an administrator must act. `unsure`: it
 * may have been carried out, so it is not sent again. `none`: it was surely not carried out, and nothing helps.
 */
export type Recourse = 'retry' | 'elsewhere' | 'plain' | 'configuration' | 'unsure' | 'none';

export interface Fault {
  /** Slack's own word for it, or the kind of failure: for logs and metrics. */
  kind: string;
  recourse: Recourse;
  /** Milliseconds to wait before a retry, where Slack says so. */
  wait?: number;
  /** A word of Slack's that the table below lacks. */
  unlisted?: true;
}

/**
 * Slack's error words by what is left to do. Pages: https://docs.slack.dev/reference/methods/chat.postMessage#errors and
 * https://docs.slack.dev/reference/methods/chat.postEphemeral#errors
 */
export const WORDS: Record<Recourse, readonly string[]> = {
  retry: ['ratelimited', 'rate_limited'],
  elsewhere: [
    'not_in_channel',
    'channel_not_found',
    'team_not_found',
    'is_archived',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'slack_connect_canvas_sharing_blocked',
    'slack_connect_file_link_sharing_blocked',
    'slack_connect_lists_sharing_blocked',
    'ekm_access_denied',
    'user_not_in_channel',
    'messages_tab_disabled',
    'thread_not_found',
    'invalid_thread_ts',
    'cannot_reply_to_message',
    'message_not_found',
    'cant_update_message',
  ],
  plain: [
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_blocks_too_long',
    'msg_too_long',
    'block_mismatch',
    'invalid_arguments',
    'invalid_attachments',
    'too_many_attachments',
    'attachment_payload_limit_exceeded',
    'too_many_contact_cards',
    'missing_file_data',
    'markdown_text_conflict',
    'metadata_too_large',
    'metadata_must_be_sent_from_app',
    'invalid_metadata_format',
    'invalid_metadata_schema',
  ],
  configuration: [
    'missing_scope',
    'not_authed',
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'no_permission',
    'not_allowed_token_type',
    'org_login_required',
    'team_access_not_granted',
    'access_denied',
    'accesslimited',
    'two_factor_setup_required',
    'enterprise_is_restricted',
    'as_user_not_supported',
    'deprecated_endpoint',
    'method_deprecated',
    'unknown_method',
  ],
  // Slack's page says of the first two: "It's possible some aspect of the operation succeeded before the error was raised".
  unsure: ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'],
  none: [
    'no_text',
    'message_limit_exceeded',
    'team_added_to_org',
    'duplicate_channel_not_found',
    'duplicate_message_not_found',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'invalid_post_type',
    'missing_post_type',
  ],
};

/** What is left to do about a word that the table lacks: most new words close a place, and refused it was. It is logged. */
const UNLISTED: Recourse = 'elsewhere';

const recourses = new Map<string, Recourse>(
  (Object.keys(WORDS) as Recourse[]).flatMap((recourse) => WORDS[recourse].map((word) => [word, recourse])),
);

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

/**
 * Milliseconds that Slack is left alone at the most, whatever it says: nobody waits longer for a reply, a header may be wrong,
 * and a timer that is asked for more than 24 days would go off at once.
 */
const LONGEST_WAIT = 120_000;

/** An answer other than 200. Slack's own 5xx may come after the message was posted. */
export function httpFault(status: number, retryAfter: string | null): Fault {
  if (status === 429) {
    const seconds = Number(retryAfter);
    const wait = Math.min(seconds * 1000, LONGEST_WAIT);
    return { kind: 'ratelimited', recourse: 'retry', ...(seconds > 0 ? { wait } : {}) };
  }
  const refused = status >= 400 && status < 500 && status !== 408;
  return { kind: `http_${status}`, recourse: refused ? 'none' : 'unsure' };
}

/** A call that Slack answered with one of its error words. */
export function refusal(word: string): Fault {
  const recourse = recourses.get(word);
  if (recourse !== undefined) return { kind: word, recourse };
  return { kind: /^[a-z_]{1,60}$/.test(word) ? word : 'unknown_word', recourse: UNLISTED, unlisted: true };
}

/** A call to which no answer came, or none that can be read. */
export function networkFault(error: unknown): Fault {
  const code = codeOf(error);
  const kind = code ?? (error instanceof Error ? error.name : 'unexpected');
  return { kind: kind.toLowerCase(), recourse: code !== undefined && NOT_SENT.has(code) ? 'retry' : 'unsure' };
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
