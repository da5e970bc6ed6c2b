import { readFile } from 'node:fs/promises';
import { WebClient } from '@slack/web-api';
import { parse } from 'yaml';
import { type Config, readConfig } from '../config.js';
import { loadKnowledge } from '../knowledge/load.js';
import { boltLogger, createLog } from '../logging.js';
import { CONFIGURATION_REMEDY, CONFIGURATION_REMEDY_ELSE, faultOf } from '../slack/faults.js';
import { openStore } from '../store/open.js';
import { FAILED, type Io, OK, readArgs } from './io.js';

const HELP = `Usage: npm run doctor
Checks the configuration, the tokens, the scopes against manifest.yml, the knowledge and the store, and says what to do.`;

/** One thing that was looked at. `remedy` says what to do where it is not well. */
interface Finding {
  what: string;
  well: boolean;
  says: string;
}

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
    logger: boltLogger(createLog('silent')),
  };
  const findings = [
    await finding('bot token', 'SLACK_BOT_TOKEN', async () => {
      const answer = await new WebClient(slack.botToken, options).auth.test();
      const missing = await missingScopes(answer.response_metadata?.scopes);
      if (missing.length > 0)
        throw new Error(`the app lacks ${missing.join(', ')}. ${CONFIGURATION_REMEDY.missing_scope}`);
      return `${answer.user} in ${answer.team}, with every scope of manifest.yml`;
    }),
  ];
  if (slack.mode === 'socket') {
    findings.push(
      await finding('app-level token', 'SLACK_APP_TOKEN', async () => {
        await new WebClient(slack.appToken, options).apps.connections.open({});
        return 'may open connections';
      }),
    );
  }
  return findings;
}

/** Scopes of manifest.yml that the token does not have. None where Slack does not say which it has. */
async function missingScopes(granted: string[] | undefined): Promise<string[]> {
  if (granted === undefined) return [];
  const manifest = parse(await readFile('manifest.yml', 'utf8')) as { oauth_config: { scopes: { bot: string[] } } };
  return manifest.oauth_config.scopes.bot.filter((scope) => !granted.includes(scope));
}

async function finding(what: string, variable: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, well: true, says: await look() };
  } catch (error) {
    const { kind, remedy } = faultOf(error);
    if (kind === 'unexpected')
      return { what, well: false, says: error instanceof Error ? error.message : String(error) };
    if (remedy === 'configuration') {
      return {
        what,
        well: false,
        says: `Slack refuses ${variable} (${kind}). ${CONFIGURATION_REMEDY[kind] ?? CONFIGURATION_REMEDY_ELSE}`,
      };
    }
    return {
      what,
      well: false,
      says: `Slack cannot be reached (${kind}). Check the network, a proxy, and SLACK_API_URL.`,
    };
  }
}

async function knowledgeFinding({ knowledgeDir }: Config): Promise<Finding> {
  const { knowledge, problems } = await loadKnowledge(knowledgeDir);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (knowledge === null) {
    return {
      what: 'knowledge',
      well: false,
      says: `${knowledgeDir} has ${errors} errors and is not served. Run "npm run check -- ${knowledgeDir}".`,
    };
  }
  return { what: 'knowledge', well: true, says: `${knowledge.entries.size} entries in ${knowledgeDir}` };
}

async function storeFinding({ databaseUrl }: Config): Promise<Finding> {
  const kind = databaseUrl.startsWith('file:') ? databaseUrl : 'PostgreSQL';
  try {
    const store = await openStore(databaseUrl);
    await store.probe();
    await store.close();
    return { what: 'store', well: true, says: `${kind} takes rows` };
  } catch (error) {
    return { what: 'store', well: false, says: `${kind}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
