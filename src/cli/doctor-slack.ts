import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Config, SlackConfig } from '../config.js';
import { type Client, createClient } from '../slack/client.js';
import { appTokenRefused, botTokenRefused, configurationRemedy, type Fault } from '../slack/faults.js';
import { wire } from '../slack/wire.js';
import type { Finding } from './finding.js';

/** What Slack says of the tokens, the scopes and the places of the configuration. Nothing is posted. */
export async function slackFindings(config: Config, slack: SlackConfig): Promise<Finding[]> {
  const clientOf = (token: string) => createClient({ token, slackApiUrl: config.slackApiUrl, wire });
  const bot = clientOf(slack.botToken);
  const token = await botTokenFinding(bot, config);
  const findings = [token];
  if (slack.mode === 'socket') findings.push(await appTokenFinding(clientOf(slack.appToken), config));
  if (config.leadsChannel !== null) {
    const what = 'LEADS_CHANNEL';
    const first: Finding = { what, mark: 'note', says: 'not checked: mend the bot token first' };
    findings.push(token.mark === 'FAIL' ? first : await channelFinding(bot, config.leadsChannel, config));
  }
  return [...findings, ...leadsFindings(config)];
}

async function botTokenFinding(bot: Client, { slackApiUrl }: Config): Promise<Finding> {
  const what = 'bot token';
  const asked = await bot('auth.test', {});
  if (asked.fault !== null) return { what, mark: 'FAIL', says: faultWords(asked.fault, slackApiUrl, botTokenRefused) };
  const { user, team, bot_id } = asked.answer;
  if (bot_id === undefined) {
    const says = `it is that of ${user} in ${team}, who is no bot. Copy the one that starts with xoxb- from "OAuth & Permissions".`;
    return { what, mark: 'FAIL', says };
  }
  const who = `${user} in ${team}`;
  const granted = asked.header('x-oauth-scopes')?.split(',');
  if (granted === undefined)
    return { what, mark: 'note', says: `${who}; its scopes are not checked: Slack does not say which it has` };
  const missing = await missingScopes(granted.map((scope) => scope.trim()));
  if (missing.length === 0) return { what, mark: 'ok', says: `${who}, with every scope of manifest.yml` };
  return { what, mark: 'FAIL', says: `the app lacks ${missing.join(', ')}. ${configurationRemedy('missing_scope')}` };
}

/** Scopes of manifest.yml that the token does not have. */
async function missingScopes(granted: readonly string[]): Promise<string[]> {
  const manifest = parse(await readFile('manifest.yml', 'utf8')) as { oauth_config: { scopes: { bot: string[] } } };
  return manifest.oauth_config.scopes.bot.filter((scope) => !granted.includes(scope));
}

async function appTokenFinding(app: Client, { slackApiUrl }: Config): Promise<Finding> {
  const what = 'app-level token';
  const { fault } = await app('apps.connections.open', {});
  if (fault === null) return { what, mark: 'ok', says: 'may open connections' };
  return { what, mark: 'FAIL', says: faultWords(fault, slackApiUrl, appTokenRefused) };
}

/**
 * Whether the bot can see a channel, told by whether Slack looks for a message in it that cannot be there: the one call about
 * channels that needs no scope. Page: https://docs.slack.dev/reference/methods/chat.getPermalink
 */
async function channelFinding(bot: Client, channel: string, { slackApiUrl }: Config): Promise<Finding> {
  const what = 'LEADS_CHANNEL';
  const { fault } = await bot('chat.getPermalink', { channel, message_ts: '1.000001' });
  if (fault === null || fault.kind === 'message_not_found') return { what, mark: 'ok', says: `Slack knows ${channel}` };
  if (fault.kind === 'channel_not_found') {
    const says = `Slack knows no ${channel} that the bot may see. Copy the id from the end of "View channel details"; invite the bot where the channel is private.`;
    return { what, mark: 'FAIL', says };
  }
  return { what, mark: 'note', says: `not checked: ${faultWords(fault, slackApiUrl, botTokenRefused)}` };
}

/** People cannot be looked up: `users.info` needs a scope that the bot does not ask for. */
function leadsFindings({ leads, leadsChannel }: Config): Finding[] {
  const what = 'LEADS';
  if (leads.length > 0) {
    const says = `${leads.join(', ')}: not checked, since looking people up needs the scope users:read, which the bot does without. Ask it in Slack what the FAQ has no answer to: each must stand there with a name.`;
    return [{ what, mark: 'note', says }];
  }
  if (leadsChannel !== null) return [];
  const says = 'nobody is named where the FAQ has no answer. Set LEADS or LEADS_CHANNEL.';
  return [{ what, mark: 'note', says }];
}

/** Kinds of faults on the way to Slack, with what an administrator does about them; `{host}` is where the Web API is looked for. */
const ON_THE_WAY: readonly (readonly [kinds: RegExp, sentence: string])[] = [
  [/^(enotfound|eai_again)$/, 'The name {host} is not found. Check SLACK_API_URL, the network and its name server.'],
  [/^(econnrefused|ehostunreach|enetunreach)$/, '{host} takes no connection. Check SLACK_API_URL and the network.'],
  [
    /cert|signature|issuer|^err_(tls|ssl)/,
    'The certificate of {host} is not trusted. Where a proxy opens TLS, set NODE_EXTRA_CA_CERTS to the file with its certificate.',
  ],
  [/deadline|timeout/, '{host} gave no answer in time. Check that the firewall lets the bot out to port 443.'],
  [/^(syntaxerror|http_4\d\d|http_3\d\d)$/, '{host} does not answer as the Web API does. Check SLACK_API_URL.'],
  [
    /^(internal_error|fatal_error|service_unavailable|http_5\d\d)$/,
    'Slack is at fault itself. Try again in some minutes.',
  ],
];

function faultWords({ kind, recourse, wait }: Fault, slackApiUrl: string, refused: (kind: string) => string): string {
  if (recourse === 'configuration') return refused(kind);
  if (/^rate_?limited$/.test(kind)) {
    const pause = wait === undefined ? 'a minute' : `${Math.ceil(wait / 1000)} seconds`;
    return `Slack takes no more calls for now (${kind}), which says nothing of the token. Run this again in ${pause}.`;
  }
  const [, known] = ON_THE_WAY.find(([kinds]) => kinds.test(kind)) ?? [];
  const sentence =
    known ??
    (recourse === 'retry' || recourse === 'unsure'
      ? '{host} cannot be reached. Check the network and SLACK_API_URL.'
      : 'Slack refuses the call. Its documentation tells of the word in brackets.');
  return `${sentence.replace('{host}', new URL(slackApiUrl).host)} (${kind})`;
}
