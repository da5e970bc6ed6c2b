/** What the environment asks for. */
export interface Config {
  /** Null: no Slack tokens, so the playground is served. */
  slack: SlackConfig | null;
  /** Address of the Web API, with a slash at its end. */
  slackApiUrl: string;
  port: number;
  knowledgeDir: string;
  databaseUrl: string;
  logLevel: LogLevel;
  /** Slack user ids of the leads. */
  leads: readonly string[];
  /** Channel id where leads are told of things. */
  leadsChannel: string | null;
  /** Secret for the keyed hash under which people are stored. */
  personKey: string;
  /** Days that questions and votes are kept. */
  retentionDays: number;
}

export type SlackConfig =
  | { mode: 'socket'; botToken: string; appToken: string }
  | { mode: 'http'; botToken: string; signingSecret: string };

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every variable that the bot reads, for `.env.example`, the README's table and the test that compares them. */
export const VARIABLES = {
  SLACK_BOT_TOKEN: 'Bot token, `xoxb-…`, from "OAuth & Permissions". Without any Slack variable the playground starts.',
  SLACK_APP_TOKEN: 'App-level token, `xapp-…`, with `connections:write`, from "Basic Information": Socket Mode.',
  SLACK_SIGNING_SECRET: 'Signing secret, from "Basic Information": HTTP mode, where there is no app-level token.',
  SLACK_API_URL: 'Another address in place of `https://slack.com/api/`, for tests and proxies.',
  PORT: 'Port of the playground, of HTTP mode, and of the health pages. Default 3000.',
  KNOWLEDGE_DIR: 'Folder of the YAML files. Default `knowledge`.',
  DATABASE_URL: '`file:…` (SQLite) or `postgres://…`. Default `file:data/iastm.db`.',
  LOG_LEVEL: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. Default `info`.',
  LEADS: 'Slack user ids of the leads, comma-separated: whom the bot names where it has no answer.',
  LEADS_CHANNEL: 'Id of the channel where leads can be asked, `C…` or `G…`.',
  PERSON_KEY:
    'Secret under which people are hashed in the store. Default: the bot token. Set it before you change tokens.',
  RETENTION_DAYS: 'Days that questions and votes are kept, 1 to 365. Default 90.',
} as const;

type Variable = keyof typeof VARIABLES;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment whole: either a configuration, or every fault at once, each with its remedy. Pure. */
export function readConfig(
  environment: Environment,
): { config: Config; faults: [] } | { config: null; faults: string[] } {
  const faults: string[] = [];
  const read = (name: Variable): string | undefined => environment[name]?.trim() || undefined;
  const list = (name: Variable) =>
    (read(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
  const number = (name: Variable, least: number, most: number, otherwise: number) => {
    const text = read(name);
    if (text === undefined) return otherwise;
    if (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    faults.push(
      `${name} is "${text}". Set it to a whole number from ${least} to ${most}, or leave it out for ${otherwise}.`,
    );
    return otherwise;
  };
  const shaped = (name: Variable, text: string | undefined, shape: RegExp, remedy: string) => {
    if (text !== undefined && !shape.test(text)) faults.push(`${name} ${remedy}`);
    return text;
  };

  const botToken = shaped(
    'SLACK_BOT_TOKEN',
    read('SLACK_BOT_TOKEN'),
    /^xoxb-\S+$/,
    'must start with xoxb-. Copy it from "OAuth & Permissions" of your app.',
  );
  const appToken = shaped(
    'SLACK_APP_TOKEN',
    read('SLACK_APP_TOKEN'),
    /^xapp-\S+$/,
    'must start with xapp-. Make one with connections:write under "Basic Information", "App-Level Tokens".',
  );
  const signingSecret = shaped(
    'SLACK_SIGNING_SECRET',
    read('SLACK_SIGNING_SECRET'),
    /^[0-9a-zA-Z]{16,}$/,
    'is not a signing secret. Copy it from "Basic Information", "App Credentials".',
  );
  if (botToken === undefined && appToken !== undefined)
    faults.push(
      'SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN is not. Copy the bot token from "OAuth & Permissions" of your app.',
    );
  if (botToken === undefined && signingSecret !== undefined && appToken === undefined)
    faults.push(
      'SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is not. Copy the bot token from "OAuth & Permissions" of your app.',
    );
  if (botToken !== undefined && appToken === undefined && signingSecret === undefined)
    faults.push(
      'SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP mode) is. Set one; both stand under "Basic Information" of your app.',
    );

  const slackApiUrl = read('SLACK_API_URL') ?? 'https://slack.com/api/';
  if (!isHttpUrl(slackApiUrl))
    faults.push(`SLACK_API_URL is "${slackApiUrl}". Set it to an address that begins with https:// or http://.`);
  const databaseUrl = read('DATABASE_URL') ?? 'file:data/iastm.db';
  if (!/^(file:.|postgres(ql)?:\/\/.)/.test(databaseUrl))
    faults.push('DATABASE_URL must begin with file: (SQLite, such as file:data/iastm.db) or postgres:// (PostgreSQL).');
  const logLevel = (read('LOG_LEVEL') ?? 'info').toLowerCase();
  if (!isLogLevel(logLevel)) faults.push(`LOG_LEVEL is "${logLevel}". Set it to one of ${LOG_LEVELS.join(', ')}.`);
  const leads = list('LEADS');
  for (const lead of leads) {
    if (!/^[UW][A-Z0-9]{2,}$/.test(lead))
      faults.push(
        `LEADS holds "${lead}", which is not a Slack user id. Copy the member ID (U…) from the person's profile.`,
      );
  }
  const leadsChannel = shaped(
    'LEADS_CHANNEL',
    read('LEADS_CHANNEL'),
    /^[CG][A-Z0-9]{2,}$/,
    'is not a channel id. Copy it (C…) from the end of "View channel details".',
  );
  const port = number('PORT', 1, 65_535, 3000);
  const retentionDays = number('RETENTION_DAYS', 1, 365, 90);

  if (faults.length > 0 || !isLogLevel(logLevel)) return { config: null, faults };
  return {
    faults: [],
    config: {
      slack: slackOf(botToken, appToken, signingSecret),
      slackApiUrl: slackApiUrl.endsWith('/') ? slackApiUrl : `${slackApiUrl}/`,
      port,
      knowledgeDir: read('KNOWLEDGE_DIR') ?? 'knowledge',
      databaseUrl,
      logLevel,
      leads,
      leadsChannel: leadsChannel ?? null,
      personKey: read('PERSON_KEY') ?? botToken ?? 'playground',
      retentionDays,
    },
  };
}

function slackOf(botToken?: string, appToken?: string, signingSecret?: string): SlackConfig | null {
  if (botToken === undefined) return null;
  if (appToken !== undefined) return { mode: 'socket', botToken, appToken };
  return signingSecret === undefined ? null : { mode: 'http', botToken, signingSecret };
}

function isLogLevel(level: string): level is LogLevel {
  return (LOG_LEVELS as readonly string[]).includes(level);
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
