import { type Config, type Environment, readConfig } from '../config.js';
import { loadKnowledge } from '../knowledge/load.js';
import { keysOf } from '../store/keys.js';
import { inspectStore } from '../store/open.js';
import { gitHubFindings } from './doctor-github.js';
import { slackFindings } from './doctor-slack.js';
import type { Finding } from './finding.js';
import { FAILED, type Io, OK, readArgs } from './io.js';

const HELP = `Usage: npm run doctor
Checks the configuration, the tokens, the scopes against manifest.yml, the places, GitHub where edits go there, the knowledge and
the store, and says what to do. Posts nothing. Exit code 0: nothing to mend; 1: something is.`;

/** `npm run doctor`. */
export async function doctor(args: string[], io: Io): Promise<number> {
  const { values, code } = readArgs(args, {}, HELP, io);
  if (values === null) return code;
  const { config, faults } = readConfig(io.environment);
  const findings: Finding[] = faults.map((says) => ({ what: 'configuration', mark: 'FAIL', says }));
  if (config !== null) {
    findings.push({ what: 'configuration', mark: 'ok', says: modeOf(config) });
    if (config.slack !== null)
      findings.push(...keyFindings(io.environment), ...(await slackFindings(config, config.slack)));
    if (config.pullRequests !== null)
      findings.push(...(await gitHubFindings(config.pullRequests, config.knowledgeDir)));
    findings.push(await knowledgeFinding(config), await storeFinding(config));
  }
  for (const { what, mark, says } of findings) io.out(`${mark.padEnd(4)} ${what}: ${says}`);
  const count = (mark: Finding['mark']) => findings.filter((finding) => finding.mark === mark).length;
  io.out(summary(count('FAIL'), count('note')));
  return count('FAIL') === 0 ? OK : FAILED;
}

function summary(bad: number, notes: number): string {
  if (bad > 0) return `${bad} to mend.`;
  return notes === 0 ? 'All is well.' : `Nothing to mend, ${notes} to note.`;
}

function modeOf({ slack }: Config): string {
  if (slack === null) return 'no Slack tokens: the playground';
  return slack.mode === 'socket' ? 'Socket Mode' : 'HTTP mode';
}

/** Without a key of its own the store hangs on a token that will be changed one day. */
function keyFindings({ PERSON_KEY }: Environment): Finding[] {
  if (PERSON_KEY?.trim()) return [];
  const says =
    'not set, so people are hashed under the bot token, and a new token would cut them off from their rows. Set it before you change the token: to the token of now, or, where nothing is stored yet, to a long random text.';
  return [{ what: 'PERSON_KEY', mark: 'note', says }];
}

async function knowledgeFinding({ knowledgeDir }: Config): Promise<Finding> {
  const what = 'knowledge';
  const { knowledge, problems } = await loadKnowledge(knowledgeDir);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const served = knowledge === null ? 'is not served' : `${knowledge.entries.size} entries`;
  if (errors === 0) return { what, mark: 'ok', says: `${served} in ${knowledgeDir}` };
  return {
    what,
    mark: 'FAIL',
    says: `${knowledgeDir}: ${served}, ${errors} to mend. Run "npm run check -- ${knowledgeDir}".`,
  };
}

async function storeFinding({ databaseUrl, personKey }: Config): Promise<Finding> {
  const kind = databaseUrl.startsWith('file:') ? databaseUrl : 'PostgreSQL';
  try {
    await inspectStore(databaseUrl, { keys: keysOf(personKey) });
    return { what: 'store', mark: 'ok', says: `${kind} may be written` };
  } catch (error) {
    return { what: 'store', mark: 'FAIL', says: `${kind}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
