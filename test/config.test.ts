import { describe, expect, it } from 'vitest';
import { readConfig, VARIABLES } from '../src/config.js';

const BOT = 'xoxb-1-2-abc';
const APP = 'xapp-1-A-abc';
const GITHUB = 'github_pat_0123456789abcdefghij';
const FOLDER = 'https://github.com/clinic/faq/tree/main/knowledge';
const SECRET = '0123456789abcdef0123456789abcdef';

const faultsOf = (environment: Record<string, string>) => readConfig(environment).faults;

describe('the environment', () => {
  it('without anything asks for the playground, with every default', () => {
    expect(readConfig({}).config).toEqual({
      slack: null,
      slackApiUrl: 'https://slack.com/api/',
      port: 3000,
      host: null,
      knowledgeDir: 'knowledge',
      databaseUrl: 'file:data/iastm.db',
      databasePool: 5,
      logLevel: 'warn',
      leads: [],
      clinicians: [],
      editsBranch: null,
      pullRequests: null,
      leadsChannel: null,
      channels: [],
      personKey: 'playground',
      retentionDays: 90,
      textDays: 30,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });

  it('takes as clinicians those of the leads who are named', () => {
    const { config } = readConfig({ LEADS: 'U0A, U0B', CLINICIANS: 'U0B' });
    expect([config?.leads, config?.clinicians]).toEqual([['U0A', 'U0B'], ['U0B']]);
  });

  it('keeps texts no longer than rows, where only the days of the rows are set', () => {
    expect(readConfig({ RETENTION_DAYS: '20' }).config?.textDays).toBe(20);
    expect(readConfig({ RETENTION_DAYS: '20', TEXT_DAYS: '5' }).config?.textDays).toBe(5);
  });

  it('with a bot token and an app-level token asks for Socket Mode, with a signing secret for HTTP mode', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }).config?.slack?.mode).toBe('socket');
    expect(readConfig({ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET }).config?.slack?.mode).toBe('http');
    const both = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET };
    expect(readConfig(both).config?.slack?.mode).toBe('socket');
  });

  it.each([
    [{ SLACK_BOT_TOKEN: BOT }, /neither SLACK_APP_TOKEN .* nor SLACK_SIGNING_SECRET/],
    [{ SLACK_APP_TOKEN: APP }, /SLACK_BOT_TOKEN is not/],
    [{ SLACK_SIGNING_SECRET: SECRET }, /SLACK_BOT_TOKEN is not/],
    [{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: APP }, /must start with xoxb-/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1-2-ab…', SLACK_APP_TOKEN: APP }, /only letters, digits and hyphens/],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: 'abc' }, /must start with xapp-/],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'a b' }, /is not a signing secret/],
    [{ PORT: '99999' }, /whole number from 1 to 65535/],
    [{ PORT: '3e3' }, /PORT is "3e3"/],
    [{ RETENTION_DAYS: '0' }, /from 1 to 365/],
    [{ TEXT_DAYS: '0' }, /TEXT_DAYS is "0".*from 1 to 90/],
    [{ TEXT_DAYS: '21', RETENTION_DAYS: '20' }, /from 1 to 20, or leave it out for 20/],
    [{ DATABASE_URL: 'mysql://x' }, /must begin with file:/],
    [{ DATABASE_URL: 'postgres://' }, /must begin with file:/],
    [{ DATABASE_URL: 'file:' }, /names no file/],
    [{ DATABASE_URL: 'file://data/iastm.db' }, /names no file/],
    [{ DATABASE_POOL: '0' }, /DATABASE_POOL .* from 1 to 100/],
    [{ LOG_LEVEL: 'loud' }, /Set it to one of/],
    [{ LEADS: 'U0LEAD001, anna' }, /holds "anna"/],
    [{ LEADS: 'U0A', CLINICIANS: 'U0A,U0B' }, /CLINICIANS holds "U0B", which LEADS does not/],
    [{ CLINICIANS: 'U0A' }, /Add it there too/],
    [{ TIME_ZONE: 'Denver' }, /TIME_ZONE is "Denver"\. Set it to a name such as America\/Denver/],
    [{ CHANNELS: 'C0CLINIC01, #general' }, /CHANNELS holds "#general", which is not a channel id\. Copy it/],
    [{ EDITS_PULL_REQUESTS: 'https://github.com/clinic/faq', EDITS_TOKEN: GITHUB }, /names no folder\. Copy it: https/],
    [{ EDITS_PULL_REQUESTS: FOLDER, EDITS_TOKEN: 'ghp_…' }, /EDITS_TOKEN is not a token of GitHub\. Make one/],
    [{ EDITS_PULL_REQUESTS: FOLDER }, /belong together\. Set both, or neither/],
    [{ EDITS_TOKEN: GITHUB }, /belong together/],
    [{ LEADS_CHANNEL: '#leads' }, /is not a channel id/],
    [{ SLACK_API_URL: 'ftp://x' }, /begins with https/],
  ])('%j is refused with its remedy', (environment, fault) => {
    expect(faultsOf(environment)).toHaveLength(1);
    expect(faultsOf(environment)[0]).toMatch(fault);
    expect(readConfig(environment).config).toBeNull();
  });

  it.each([
    'postgres://u:zq#ss/x@host/db',
    'postgres://u:zq#ss@host/db',
    'postgres://u:zq/ss@host/db',
    'postgres://u:zq?ss@host/db',
    'postgres://u:1234#ss@host/db',
    'postgres://u:1234/ss@host/db',
    'postgres://u:1234?ss@host/db',
    'postgres://u:zq%ss@host/db',
    'postgres://u:zq%ffss@host/db',
    'postgres://u:zq ss@host/db',
    'postgresql://u:zqss@host:port/db',
    'postgres://u:zqss@ho[st/db',
  ])('refuses %s, which would name another server or none, and does not repeat it', (address) => {
    const [fault = '', ...more] = faultsOf({ DATABASE_URL: address });
    expect(more).toEqual([]);
    expect(fault).toMatch(/DATABASE_URL cannot be read.*# as %23.*PGPASSWORD/);
    expect(fault).not.toContain('zq');
    expect(fault).not.toContain('1234');
  });

  it.each([
    'postgres://host/db',
    'postgres://u@host/db',
    'postgres://u:pa%23ss%2Fx%3Fy%40z%3A%25%20w@host:5433/db?sslmode=verify-full',
    'postgres://u:!$&()*+,;=-._~[]^|`{}\\<>"@host/db',
    'postgres://u:p@ss@host/db',
    'postgres:///db?host=/var/run/postgresql',
    'postgres://u:p@/db?host=/var/run/postgresql',
    'postgres://[::1]:5432/db',
    'postgres://host/db?options=-c%20search_path%3Dbot',
    'file:data/iastm.db',
    'file:///var/lib/iastm%20data/iastm.db',
    'file:/var/lib/iastm.db',
  ])('takes %s', (address) => {
    expect(readConfig({ DATABASE_URL: address }).config?.databaseUrl).toBe(address);
  });

  it('tells all faults at once', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'x', PORT: 'y', LOG_LEVEL: 'z', LEADS: '?' })).toHaveLength(5);
  });

  it('never tells a token', () => {
    const secret = 'hunter2-token';
    const told = faultsOf({ SLACK_BOT_TOKEN: secret, SLACK_APP_TOKEN: secret, SLACK_SIGNING_SECRET: `${secret} x` });
    expect(told.join()).not.toContain(secret);
  });

  it.each(Object.keys(VARIABLES))('never tells a token or a long secret that was pasted into %s', (name) => {
    const others = { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET };
    for (const secret of [
      'xoxb-7731-hunter2',
      'xapp-7731-hunter2',
      'xoxe.xoxp-7731-hunter2',
      '7731hunter2hunter2hunter2',
    ]) {
      const told = faultsOf({ ...others, [name]: secret });
      expect(told.join()).not.toContain('hunter2');
      if (secret.startsWith('x') && !/TOKEN|SECRET|KEY/.test(name)) expect(told).toHaveLength(1);
    }
  });

  it('listens on one interface where HOST says so', () => {
    expect(readConfig({ HOST: '127.0.0.1' }).config?.host).toBe('127.0.0.1');
  });

  it('takes empty and blank variables as not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: '  ' }).faults).toEqual([]);
  });
});

it('knows where edits are proposed that cannot be written', () => {
  expect(readConfig({ EDITS_PULL_REQUESTS: FOLDER, EDITS_TOKEN: GITHUB }).config?.pullRequests).toEqual({
    repository: {
      web: 'https://github.com',
      api: 'https://api.github.com',
      owner: 'clinic',
      name: 'faq',
      branch: 'main',
      folder: 'knowledge',
    },
    token: GITHUB,
  });
});

describe('the branch that edits are pushed to', () => {
  it.each(['faq-edits', 'leads/faq_2', 'a.b'])('may be %s', (EDITS_BRANCH) => {
    expect(readConfig({ EDITS_BRANCH }).config?.editsBranch).toBe(EDITS_BRANCH);
  });

  // Git would take some of these for something else than a branch.
  it.each(['--force', '-d', 'a..b', 'a b', '/a', 'a/', 'a.', 'x.lock', 'a//b', 'main:main', '+main', 'a~1', '@{u}'])(
    'is not %j',
    (EDITS_BRANCH) => {
      expect(readConfig({ EDITS_BRANCH }).faults).toEqual([expect.stringContaining('EDITS_BRANCH is not the name')]);
    },
  );
});
