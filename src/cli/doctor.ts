import { readFile } from 'node:fs/promises';
import { WebClient } from '@slack/web-api';
import { parse } from 'yaml';
import { type Config, readConfig } from '../config.js';
import { loadKnowledge } from '../knowledge/load.js';
import { boltLogger, createLog } from '../logging.js';
import { appTokenRefused, botTokenRefused, configurationRemedy, faultOf } from '../slack/faults.js';
import { openStore } from '../store/open.js';
import { FAILED, type Io, OK, readArgs } from './io.js';

const HELP = `Usage: npm run doctor
Checks the configuration, the tokens, the scopes against manifest.yml, the knowledge and the store, and says what to do.`;

/** One thing that was looked at. */
interface Finding {
  what: string;
  well: boolean;
  /** How it is; where it is not well, the fault and what to do. */
  says: string;
}

/** Milliseconds until a call of the Web API is given up. */
const TIMEOUT = 10_000;

/** `npm run doctor`. */
export async function doctor(args: string[], io: Io): Promise<number> {
  const { values, code } = readArgs(args, {}, HELP, io);
  if (values === null) return code;
  const { config, faults } = readConfig(io.environment);
  const findings: Finding[] = faults.map((says) => ({ what: 'configuration', well: false, says }));
  if (config !== null) {
    findings.push({ what: 'configuration', well: true, says: modeOf(config) });
    findings.push(...(await slackFindings(config)), await knowledgeFinding(config), await storeFinding(config));
  }
  for (const { what, well, says } of findings) io.out(`${well ? 'ok  ' : 'FAIL'} ${what}: ${says}`);
  const bad = findings.filter(({ well }) => !well).length;
  io.out(bad === 0 ? 'All is well.' : `${bad} to mend.`);
  return bad === 0 ? OK : FAILED;
}

function modeOf({ slack }: Config): string {
  if (slack === null) return 'no Slack tokens: the playground';
  return slack.mode === 'socket' ? 'Socket Mode' : 'HTTP mode';
}

async function slackFindings({ slack, slackApiUrl }: Config): Promise<Finding[]> {
  if (slack === null) return [];
  const options = {
    slackApiUrl,
    timeout: TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: boltLogger(createLog('silent')),
  };
  const findings = [
    await finding('bot token', botTokenRefused, async () => {
      const answer = await new WebClient(slack.botToken, options).auth.test();
      const scopes = answer.response_metadata?.scopes;
      const missing = await missingScopes(scopes ?? []);
      const who = `${answer.user} in ${answer.team}`;
      if (scopes === undefined) return `${who}; Slack does not say which scopes it has`;
      if (missing.length === 0) return `${who}, with every scope of manifest.yml`;
      throw new Error(`the app lacks ${missing.join(', ')}. ${configurationRemedy('missing_scope')}`);
    }),
  ];
  if (slack.mode === 'socket') {
    findings.push(
      await finding('app-level token', appTokenRefused, async () => {
        await new WebClient(slack.appToken, options).apps.connections.open({});
        return 'may open connections';
      }),
    );
  }
  return findings;
}

/** Scopes of manifest.yml that the token does not have. */
async function missingScopes(granted: readonly string[]): Promise<string[]> {
  const manifest = parse(await readFile('manifest.yml', 'utf8')) as { oauth_config: { scopes: { bot: string[] } } };
  return manifest.oauth_config.scopes.bot.filter((scope) => !granted.includes(scope));
}

/** What a look says, or the fault that it throws in words; `refused` words a refusal of Slack's. */
async function finding(what: string, refused: (kind: string) => string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, well: true, says: await look() };
  } catch (error) {
    return { what, well: false, says: wordsOf(error, refused) };
  }
}

function wordsOf(error: unknown, refused: (kind: string) => string): string {
  const { kind, remedy } = faultOf(error);
  if (kind === 'unexpected') return error instanceof Error ? error.message : String(error);
  if (remedy === 'configuration') return refused(kind);
  return `Slack cannot be reached (${kind}). Check the network, a proxy, and SLACK_API_URL.`;
}

async function knowledgeFinding({ knowledgeDir }: Config): Promise<Finding> {
  const { knowledge, problems } = await loadKnowledge(knowledgeDir);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (knowledge === null) {
    return {
      what: 'knowledge',
      well: false,
      says: `${knowledgeDir} is not served: ${errors} to mend. Run "npm run check -- ${knowledgeDir}".`,
    };
  }
  return { what: 'knowledge', well: true, says: `${knowledge.entries.size} entries in ${knowledgeDir}` };
}

async function storeFinding({ databaseUrl }: Config): Promise<Finding> {
  const kind = databaseUrl.startsWith('file:') ? databaseUrl : 'PostgreSQL';
  try {
    // A damaged file is set aside on opening: the log on standard error then says where to.
    const store = await openStore(databaseUrl, { log: createLog('warn') });
    await store.probe();
    await store.close();
    return { what: 'store', well: true, says: `${kind} takes rows` };
  } catch (error) {
    return { what: 'store', well: false, says: `${kind}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
