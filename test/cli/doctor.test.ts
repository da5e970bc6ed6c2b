import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { doctor } from '../../src/cli/doctor.js';
import { keysOf } from '../../src/store/keys.js';
import { openStore } from '../../src/store/open.js';
import { type Failure, startGitHub, TOKEN } from '../github.js';
import { lines } from '../io.js';
import { anAsked } from '../store/samples.js';

const SCOPES = 'app_mentions:read,assistant:write,chat:write, commands,im:history';

/** How Slack answers a method: a body with status 200, or a status and headers. */
type Answer = { body?: object | string; status?: number; headers?: Record<string, string> };

const WELL: Record<string, Answer> = {
  'auth.test': {
    body: { ok: true, user: 'iastm_faq', team: 'Clinic', user_id: 'U0BOT', bot_id: 'B0BOT' },
    headers: { 'x-oauth-scopes': SCOPES },
  },
  'apps.connections.open': { body: { ok: true, url: 'wss://127.0.0.1/' } },
  'chat.getPermalink': { body: { ok: false, error: 'message_not_found' } },
};
const refused = (error: string): Answer => ({ body: { ok: false, error } });

/** Runs the doctor against a Slack that answers so; a variable that is undefined is not set. */
async function examine(answers: Record<string, Answer> = {}, variables: Record<string, string | undefined> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const method = (request.url ?? '').replace('/api/', '');
    asked.push(method);
    const { body = '', status = 200, headers = {} } = { ...WELL, ...answers }[method] ?? refused('unknown_method');
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'iastm-doctor-'));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  writeFileSync(join(folder, 'sources.yml'), 'sources:\n  a:\n    citation: A (2020).\n');
  writeFileSync(
    join(folder, 'x.yml'),
    'topic: X\nentries:\n  one:\n    questions: [When is lunch?]\n    answer: At noon.\n    sources: [a]\n',
  );
  const io = lines();
  io.environment = {
    SLACK_BOT_TOKEN: 'xoxb-1-a',
    SLACK_APP_TOKEN: 'xapp-1-a',
    SLACK_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    LEADS_CHANNEL: 'C0LEADS',
    PERSON_KEY: 'a long random text',
    KNOWLEDGE_DIR: folder,
    DATABASE_URL: `file:${join(folder, 'rows.db')}`,
    ...variables,
  };
  const code = await doctor([], io);
  return {
    code,
    asked,
    printed: io.printed,
    line: (what: string) => io.printed.find((line) => line.includes(`${what}:`)),
  };
}

describe('npm run doctor', () => {
  it('finds nothing to say where all is well, and posts nothing', async () => {
    const { code, printed, asked } = await examine();
    expect(printed.map((line) => line.slice(0, 4))).toEqual(['ok  ', 'ok  ', 'ok  ', 'ok  ', 'ok  ', 'ok  ', 'All ']);
    expect(printed).toContain('ok   bot token: iastm_faq in Clinic, with every scope of manifest.yml');
    expect(code).toBe(0);
    expect(new Set(asked)).toEqual(new Set(['auth.test', 'apps.connections.open', 'chat.getPermalink']));
  });

  it.each([
    [
      'a token of nobody',
      refused('invalid_auth'),
      /^FAIL bot token: Slack refuses SLACK_BOT_TOKEN \(invalid_auth\)\. Copy/,
    ],
    ['a token that was revoked', refused('token_revoked'), /^FAIL .*revoked\. Reinstall the app/],
    ['an app that was removed', refused('account_inactive'), /^FAIL .*removed from the workspace/],
    [
      'the token of a person',
      { body: { ok: true, user: 'anna', team: 'Clinic', user_id: 'U1' } },
      /^FAIL .*anna in Clinic, who is no bot\. Copy/,
    ],
    [
      'a scope that is missing',
      { ...WELL['auth.test'], headers: { 'x-oauth-scopes': 'chat:write' } },
      /^FAIL .*lacks app_mentions:read, assistant:write, commands, im:history\. Reinstall/,
    ],
    ['scopes that Slack does not tell', { body: WELL['auth.test']?.body ?? '' }, /^note .*scopes are not checked/],
    [
      'too many calls',
      { status: 429, headers: { 'retry-after': '17' } },
      /^FAIL .*no more calls for now.*nothing of the token\. Run this again in 17 seconds/,
    ],
    ['too many calls, in Slack’s words', refused('ratelimited'), /^FAIL .*Run this again in a minute/],
    ['a fault of Slack’s', { status: 503 }, /^FAIL .*Slack is at fault itself\. Try again.*\(http_503\)/],
    ['a fault of Slack’s in its words', refused('internal_error'), /^FAIL .*Slack is at fault itself/],
    [
      'another server’s page',
      { body: '<html>' },
      /^FAIL .*127\.0\.0\.1:\d+ does not answer as the Web API does\. Check SLACK_API_URL/,
    ],
    ['another server’s refusal', { status: 404 }, /^FAIL .*does not answer as the Web API does.*\(http_404\)/],
    ['a word that nobody has seen', refused('moon_is_full'), /^FAIL .*Slack refuses the call.*\(moon_is_full\)/],
  ])('says of %s what it is and what to do', async (_, answer, says) => {
    const { code, line } = await examine({ 'auth.test': answer });
    expect(line('bot token')).toMatch(says);
    expect(code).toBe(/FAIL/.test(says.source) ? 1 : 0);
  });

  it('tells a server that is not there from a name that is not there', async () => {
    const closed = await examine({}, { SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    expect(closed.line('bot token')).toMatch(/127\.0\.0\.1:9 takes no connection\. Check SLACK_API_URL/);
    const nowhere = await examine({}, { SLACK_API_URL: 'http://slack.invalid/api/' });
    expect(nowhere.line('bot token')).toMatch(/The name slack\.invalid is not found/);
  });

  it('asks for the app-level token in Socket Mode, and says what is wrong with it', async () => {
    const { line, code } = await examine({ 'apps.connections.open': refused('not_allowed_token_type') });
    expect(line('app-level token')).toMatch(/^FAIL .*SLACK_APP_TOKEN \(not_allowed_token_type\).*connections:write/);
    expect(code).toBe(1);
    const http = await examine({}, { SLACK_APP_TOKEN: undefined, SLACK_SIGNING_SECRET: '0123456789abcdef' });
    expect(http.asked).not.toContain('apps.connections.open');
  });

  it.each([
    [
      'is unknown',
      refused('channel_not_found'),
      /^FAIL LEADS_CHANNEL: Slack knows no C0LEADS that the bot may see\. Copy.*invite/,
    ],
    ['has such a message', { body: { ok: true, permalink: 'https://x' } }, /^ok {3}LEADS_CHANNEL: Slack knows C0LEADS/],
    ['cannot be asked for', refused('missing_scope'), /^note LEADS_CHANNEL: not checked: Slack refuses/],
    ['cannot be asked for now', { status: 429 }, /^note LEADS_CHANNEL: not checked: .*no more calls/],
  ])('says of a channel that %s', async (_, answer, says) => {
    expect((await examine({ 'chat.getPermalink': answer })).line('LEADS_CHANNEL')).toMatch(says);
  });

  it('does not ask for the channel with a token that is refused', async () => {
    const { line, asked } = await examine({ 'auth.test': refused('invalid_auth') });
    expect(line('LEADS_CHANNEL')).toBe('note LEADS_CHANNEL: not checked: mend the bot token first');
    expect(asked).not.toContain('chat.getPermalink');
  });

  it('says plainly that leads cannot be looked up, and what shows whether they are right', async () => {
    const { line, code, printed } = await examine({}, { LEADS: 'U0ANNA1,U0NOBODY' });
    expect(line('LEADS')).toMatch(/^note LEADS: U0ANNA1, U0NOBODY: not checked, .*users:read.*Ask it in Slack/);
    expect(printed.at(-1)).toBe('Nothing to mend, 1 to note.');
    expect(code).toBe(0);
  });

  it('notes that nobody is named, and that no key of its own is set, with the remedy', async () => {
    const { printed, code } = await examine({}, { LEADS_CHANNEL: undefined, PERSON_KEY: ' ' });
    expect(printed.filter((line) => line.startsWith('note'))).toEqual([
      expect.stringMatching(/PERSON_KEY: not set, .*Set it before you change the token: to the token of now/),
      expect.stringMatching(/LEADS: nobody is named .*Set LEADS or LEADS_CHANNEL/),
    ]);
    expect(code).toBe(0);
  });

  it('refuses a token with a sign that no token has, as of a placeholder, and asks Slack nothing', async () => {
    const { line, asked, code } = await examine({}, { SLACK_BOT_TOKEN: 'xoxb-…' });
    expect(line('configuration')).toMatch(/^FAIL configuration: SLACK_BOT_TOKEN must start with xoxb-/);
    expect(asked).toEqual([]);
    expect(code).toBe(1);
  });

  it('finds errors of the knowledge, and a store that cannot be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'iastm-doctor-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'x.yml'), 'topic: X\nentries:\n  one:\n    questions: [a]\n');
    const { line, code } = await examine({}, { KNOWLEDGE_DIR: folder });
    expect(line('knowledge')).toMatch(/^FAIL knowledge: .* to mend\. Run "npm run check -- /);
    expect(code).toBe(1);
    const nowhere = await examine({}, { DATABASE_URL: `file:${folder}` });
    expect(nowhere.line('store')).toMatch(/^FAIL store: /);
    expect(nowhere.code).toBe(1);
  });

  it('finds that the rows hang on another key', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'iastm-doctor-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const url = `file:${join(folder, 'rows.db')}`;
    const store = await openStore(url, { keys: keysOf('the key of before') });
    await store.record(anAsked('one'));
    await store.close();
    const { line, code } = await examine({}, { DATABASE_URL: url, PERSON_KEY: 'another key' });
    expect(line('store')).toMatch(/^FAIL store: .*another person key.*Set PERSON_KEY to the key of before/);
    expect(code).toBe(1);
    const same = await examine({}, { DATABASE_URL: url, PERSON_KEY: 'the key of before' });
    expect(same.line('store')).toMatch(/^ok {3}store: /);
  });

  it('asks Slack nothing where no tokens are set', async () => {
    const { asked, printed, code } = await examine({}, { SLACK_BOT_TOKEN: undefined, SLACK_APP_TOKEN: undefined });
    expect(asked).toEqual([]);
    expect(printed[0]).toBe('ok   configuration: no Slack tokens: the playground');
    expect(code).toBe(0);
  });
});

describe('npm run doctor, where edits become pull requests', () => {
  const HELD = { 'knowledge/sources.yml': '', 'knowledge/x.yml': '', 'README.md': '' };

  /** Against a GitHub that fails so, and an address that is another one than its own. */
  async function checked(what = '', failure: Failure = { status: 500 }, address = (own: string) => own, held = HELD) {
    const hub = await startGitHub(held);
    if (what !== '') hub.fail(what, failure);
    const done = await examine({}, { EDITS_PULL_REQUESTS: address(hub.address), EDITS_TOKEN: TOKEN });
    expect(done.printed.join()).not.toContain(TOKEN);
    expect([[...hub.branches.keys()], hub.pulls]).toEqual([['main'], []]);
    return done;
  }

  it('says which repository, branch and folder they go to, that the token may write, and writes nothing', async () => {
    const { line, printed } = await checked();
    expect(line('EDITS_PULL_REQUESTS')).toMatch(
      /^ok {3}.*clinic\/faq on 127\.0\.0\.1:\d+, branch main, folder knowledge$/,
    );
    expect(line('EDITS_TOKEN')).toBe('ok   EDITS_TOKEN: has “Contents” and “Pull requests”, both as read and write');
    expect(printed.filter((each) => each.startsWith('note'))).toEqual([
      expect.stringMatching(/EDITS_PULL_REQUESTS: .* may be written from here/),
    ]);
  });

  it.each<[string, string, Failure, RegExp]>([
    [
      'a token that is wrong',
      '*',
      { status: 401 },
      /^FAIL EDITS_TOKEN: .* refuses EDITS_TOKEN \(401\).*Make a new one/,
    ],
    [
      'a repository that it may not see',
      'GET ',
      { status: 404 },
      /^FAIL EDITS_PULL_REQUESTS: EDITS_TOKEN may see no clinic/,
    ],
    ['an archived one', 'GET ', { status: 200, body: { archived: true } }, /^FAIL .*is archived/],
    [
      'a branch that is not there',
      'GET /git/ref',
      { status: 404 },
      /^FAIL .*no branch main\. The branch is read as main, the folder as knowledge; .*%2F/,
    ],
    ['a folder that is not there', 'GET /contents', { status: 404 }, /^FAIL .*no such folder/],
    ['a token that may not write', 'POST /git/refs', { status: 403 }, /^FAIL EDITS_TOKEN: .*\(403\)\. Give it/],
    ['a token that may not propose', 'POST /pulls', { status: 403 }, /^FAIL EDITS_TOKEN: .*\(403\)\. Give it/],
    ['a GitHub at fault', '*', { status: 502 }, /^FAIL EDITS_PULL_REQUESTS: .*at fault itself \(502\)/],
    [
      'one that makes what cannot be',
      'POST /pulls',
      { status: 201, body: { number: 1 } },
      /^note EDITS_TOKEN: not checked/,
    ],
  ])('says of %s what to do', async (_, what, failure, says) => {
    const { printed } = await checked(what, failure);
    expect(printed.filter((each) => says.test(each))).toHaveLength(1);
  });

  it('finds that the branch is not where it ends, and that the folder is another one', async () => {
    const slashed = await checked('', undefined, (own) => own.replace('main', 'leads/faq'));
    expect(slashed.line('EDITS_PULL_REQUESTS')).toContain('The branch is read as leads, the folder as faq/knowledge;');
    const other = await checked('', undefined, (own) => own.replace('/knowledge', ''));
    expect(other.line('EDITS_PULL_REQUESTS')).toMatch(
      /^FAIL .*has no sources\.yml in that folder.*the folder as the top/,
    );
  });
});
