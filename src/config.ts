import { type Repository, repositoryAt } from './repository.js';

/** What the environment asks for. */
export interface Config {
  /** Null: no Slack tokens, so the playground is served. */
  slack: SlackConfig | null;
  /** Address of the Web API, with a slash at its end. */
  slackApiUrl: string;
  port: number;
  /** The interface that HTTP and Socket Mode listen on. Null: all. The playground listens on the loopback. */
  host: string | null;
  knowledgeDir: string;
  databaseUrl: string;
  /** Connections to PostgreSQL at the most. */
  databasePool: number;
  logLevel: LogLevel;
  /** Slack user ids of the leads. */
  leads: readonly string[];
  /** Those of them who may mark an entry reviewed. */
  clinicians: readonly string[];
  /** The branch that edits of leads are pushed to. Null: they are not pushed. */
  editsBranch: string | null;
  /** Where edits are proposed that cannot be written here. Null: nowhere. */
  pullRequests: { repository: Repository; token: string } | null;
  /** Channel id where leads are told of things. */
  leadsChannel: string | null;
  /** Ids of the channels that are answered in; empty: all. */
  channels: readonly string[];
  /** Secret for the keyed hash under which people are stored. */
  personKey: string;
  /** Days that questions and votes are kept. */
  retentionDays: number;
  /** Days that the texts of questions and of votes are kept. */
  textDays: number;
  /** Of the clinic, such as America/Denver. */
  timeZone: string;
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
  HOST: 'Address to listen on, such as `127.0.0.1`. Default: all of this machine; the playground only takes the local one.',
  KNOWLEDGE_DIR: 'Folder of the YAML files. Default `knowledge`.',
  EDITS_BRANCH:
    'Branch of `origin` that edits which leads make in Slack are pushed to, where the knowledge is a git checkout. Default: they are committed, and not pushed.',
  EDITS_PULL_REQUESTS:
    'Address of the knowledge folder on GitHub or a GitHub Enterprise Server, as a browser shows it, such as `https://github.com/clinic/faq/tree/main/knowledge`: where the folder here cannot be written, edits become pull requests there. Default: a patch to paste.',
  EDITS_TOKEN:
    'Token of GitHub for them: of that repository alone, with “Contents” and “Pull requests” as read and write.',
  DATABASE_URL:
    '`file:…` (SQLite) or `postgres://…`, where `PGUSER` and `PGPASSWORD` may stand for user and password. Default `file:data/iastm.db`.',
  DATABASE_POOL: 'Connections of one process to PostgreSQL at the most, 1 to 100. Default 5.',
  LOG_LEVEL:
    '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. Default `info`; `warn` in the playground.',
  LEADS: 'Slack user ids of the leads, comma-separated: whom the bot names where it has no answer.',
  CLINICIANS: 'Those of `LEADS` who may mark an entry reviewed, comma-separated. Without them nobody may in Slack.',
  LEADS_CHANNEL: 'Id of the channel where leads can be asked, `C…` or `G…`.',
  CHANNELS:
    'Ids of the channels that questions are answered in for everybody, comma-separated, `C…` or `G…`. Default: all that the bot is in.',
  PERSON_KEY:
    'Secret under which people are hashed in the store. Default: the bot token. Set it before you change tokens.',
  RETENTION_DAYS:
    'Days that questions and votes are kept, and what somebody has learned who learns no more, 1 to 365. Default 90.',
  TEXT_DAYS:
    'Days after which their texts are emptied, while counts and votes stay: 1 to `RETENTION_DAYS`. Default 30.',
  TIME_ZONE:
    'Time zone of the clinic, such as `America/Denver`: when a day begins for the quiz, for reviews and in lists, and when reminders are sent. Default: that of this machine. The same for all replicas.',
} as const;

type Variable = keyof typeof VARIABLES;
/** Variables that may hold a secret; what any other one holds may be printed, so a token in it is refused. */
const SECRETS = new Set<Variable>([
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'EDITS_TOKEN',
  'PERSON_KEY',
]);
const CHANNEL_ID = /^[CG][A-Z0-9]{2,}$/;
const TOKEN = /(?:^|[^\w])(?:xox[a-z]|xapp)-\w/;
/** Characters of a wrong value that is quoted: a longer one may be a secret in the wrong place. */
const MOST_SHOWN = 8;
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment whole: either a configuration, or every fault at once, each with its remedy. Pure. */
export function readConfig(
  environment: Environment,
): { config: Config; faults: [] } | { config: null; faults: string[] } {
  const faults: string[] = [];
  const misplaced = (Object.keys(VARIABLES) as Variable[]).filter(
    (name) => !SECRETS.has(name) && TOKEN.test(environment[name] ?? ''),
  );
  for (const name of misplaced)
    faults.push(`${name} holds a Slack token. Move it to SLACK_BOT_TOKEN (xoxb-…) or SLACK_APP_TOKEN (xapp-…).`);
  const read = (name: Variable): string | undefined =>
    misplaced.includes(name) ? undefined : environment[name]?.trim() || undefined;
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
      `${name} is ${shown(text)}. Set it to a whole number from ${least} to ${most}, or leave it out for ${otherwise}.`,
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
    /^xoxb-[\w-]+$/,
    'must start with xoxb- and hold only letters, digits and hyphens. Copy it from "OAuth & Permissions" of your app.',
  );
  const appToken = shaped(
    'SLACK_APP_TOKEN',
    read('SLACK_APP_TOKEN'),
    /^xapp-[\w-]+$/,
    'must start with xapp- and hold only letters, digits and hyphens. Make one with connections:write under "Basic Information", "App-Level Tokens".',
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
    faults.push(`SLACK_API_URL is ${shown(slackApiUrl)}. Set it to an address that begins with https:// or http://.`);
  const databaseUrl = read('DATABASE_URL') ?? 'file:data/iastm.db';
  const databaseFault = faultOfAddress(databaseUrl);
  if (databaseFault !== null) faults.push(`DATABASE_URL ${databaseFault}`);
  // The playground's one line on the terminal is for a person.
  const logLevel = (read('LOG_LEVEL') ?? (botToken === undefined ? 'warn' : 'info')).toLowerCase();
  if (!isLogLevel(logLevel)) faults.push(`LOG_LEVEL is ${shown(logLevel)}. Set it to one of ${LOG_LEVELS.join(', ')}.`);
  const leads = list('LEADS');
  for (const lead of leads) {
    if (!/^[UW][A-Z0-9]{2,}$/.test(lead))
      faults.push(
        `LEADS holds ${shown(lead)}, which is not a Slack user id. Copy the member ID (U…) from the person's profile.`,
      );
  }
  const clinicians = list('CLINICIANS');
  for (const clinician of clinicians) {
    if (!leads.includes(clinician))
      faults.push(`CLINICIANS holds ${shown(clinician)}, which LEADS does not. Add it there too, or correct it.`);
  }
  const leadsChannel = shaped(
    'LEADS_CHANNEL',
    read('LEADS_CHANNEL'),
    CHANNEL_ID,
    'is not a channel id. Copy it (C…) from the end of "View channel details".',
  );
  const channels = list('CHANNELS');
  for (const channel of channels) {
    if (!CHANNEL_ID.test(channel))
      faults.push(
        `CHANNELS holds ${shown(channel)}, which is not a channel id. Copy it (C…) from the end of "View channel details".`,
      );
  }
  const editsBranch = shaped(
    'EDITS_BRANCH',
    read('EDITS_BRANCH'),
    /^(?!.*(?:\.\.|\/\/|\.lock$))[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}(?<![./])$/,
    'is not the name of a branch. Write it as faq-edits: letters, digits, hyphens and slashes.',
  );
  const address = read('EDITS_PULL_REQUESTS');
  const repository = repositoryAt(address ?? '');
  if (address !== undefined && repository === null)
    faults.push('EDITS_PULL_REQUESTS names no folder. Copy it: https://github.com/OWNER/NAME/tree/BRANCH/FOLDER.');
  const editsToken = shaped(
    'EDITS_TOKEN',
    read('EDITS_TOKEN'),
    /^\w{20,}$/,
    'is not a token of GitHub. Make one under "Settings", "Developer settings", "Fine-grained tokens".',
  );
  if ((address === undefined) !== (editsToken === undefined))
    faults.push('EDITS_PULL_REQUESTS and EDITS_TOKEN belong together. Set both, or neither.');
  const port = number('PORT', 1, 65_535, 3000);
  const databasePool = number('DATABASE_POOL', 1, 100, 5);
  const retentionDays = number('RETENTION_DAYS', 1, 365, 90);
  const textDays = number('TEXT_DAYS', 1, retentionDays, Math.min(30, retentionDays));

  const timeZone = read('TIME_ZONE') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isTimeZone(timeZone))
    faults.push(`TIME_ZONE is ${shown(timeZone)}. Set it to a name such as America/Denver or Europe/Berlin.`);

  if (faults.length > 0 || !isLogLevel(logLevel)) return { config: null, faults };
  return {
    faults: [],
    config: {
      slack: slackOf(botToken, appToken, signingSecret),
      slackApiUrl: slackApiUrl.endsWith('/') ? slackApiUrl : `${slackApiUrl}/`,
      port,
      host: read('HOST') ?? null,
      knowledgeDir: read('KNOWLEDGE_DIR') ?? 'knowledge',
      databaseUrl,
      databasePool,
      logLevel,
      leads,
      editsBranch: editsBranch ?? null,
      pullRequests: repository && editsToken !== undefined ? { repository, token: editsToken } : null,
      clinicians,
      leadsChannel: leadsChannel ?? null,
      channels,
      personKey: read('PERSON_KEY') ?? botToken ?? 'playground',
      retentionDays,
      textDays,
      timeZone,
    },
  };
}

function slackOf(botToken?: string, appToken?: string, signingSecret?: string): SlackConfig | null {
  if (botToken === undefined) return null;
  if (appToken !== undefined) return { mode: 'socket', botToken, appToken };
  return signingSecret === undefined ? null : { mode: 'http', botToken, signingSecret };
}

/** What is wrong with the address of the store, without a word of it: it may hold a password. Null where nothing is. */
function faultOfAddress(address: string): string | null {
  if (address.startsWith('file:')) {
    const [, host = '', path = ''] = /^file:(?:\/\/([^/]*))?(.*)$/s.exec(address) ?? [];
    if (path !== '' && (host === '' || host === 'localhost')) return null;
    return 'names no file. Set it to file: and a path, such as file:data/iastm.db or file:/var/lib/iastm.db.';
  }
  const [, login = '', rest = ''] = /^postgres(?:ql)?:\/\/([^/?#]*)(.*)$/s.exec(address) ?? [];
  if (login === '' && rest === '')
    return 'must begin with file: (SQLite, such as file:data/iastm.db) or postgres:// (PostgreSQL).';
  // A sign of the password ends what is taken as the host, so that another server than the one meant would be asked.
  if (/[@#]/.test(rest) || /\s|%(?![0-9a-f]{2})/i.test(address) || !isReadable(address))
    return 'cannot be read. In user, password and database write # as %23, / as %2F, ? as %3F, @ as %40, : as %3A, % as %25 and a space as %20; or leave user and password out and set PGUSER and PGPASSWORD.';
  return null;
}

/** Without a host it names a socket, which is written in the query. */
function isReadable(address: string): boolean {
  const whole = address.replace(/^([^/]*\/\/(?:[^/?#]*@)?)(?=[/?])/, '$1localhost');
  if (!URL.canParse(whole)) return false;
  const { username, password, hostname, pathname } = new URL(whole);
  try {
    for (const part of [username, password, hostname, pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** A wrong value for a message, without what may be a secret. */
function shown(value: string): string {
  return value.length <= MOST_SHOWN ? `"${value}"` : `something else (${value.length} characters)`;
}

function isLogLevel(level: string): level is LogLevel {
  return (LOG_LEVELS as readonly string[]).includes(level);
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}
