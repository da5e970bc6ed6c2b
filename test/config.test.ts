import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.js';

const BOT = 'xoxb-1-2-abc';
const APP = 'xapp-1-A-abc';
const SECRET = '0123456789abcdef0123456789abcdef';

const faultsOf = (environment: Record<string, string>) => readConfig(environment).faults;

describe('the environment', () => {
  it('without anything asks for the playground, with every default', () => {
    expect(readConfig({}).config).toEqual({
      slack: null,
      slackApiUrl: 'https://slack.com/api/',
      port: 3000,
      knowledgeDir: 'knowledge',
      databaseUrl: 'file:data/iastm.db',
      logLevel: 'info',
      leads: [],
      leadsChannel: null,
      personKey: 'playground',
      retentionDays: 90,
    });
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
    [{ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: 'abc' }, /must start with xapp-/],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: 'a b' }, /is not a signing secret/],
    [{ PORT: '99999' }, /whole number from 1 to 65535/],
    [{ PORT: '3e3' }, /PORT is "3e3"/],
    [{ RETENTION_DAYS: '0' }, /from 1 to 365/],
    [{ DATABASE_URL: 'mysql://x' }, /must begin with file:/],
    [{ LOG_LEVEL: 'loud' }, /Set it to one of/],
    [{ LEADS: 'U0LEAD001, anna' }, /holds "anna"/],
    [{ LEADS_CHANNEL: '#leads' }, /is not a channel id/],
    [{ SLACK_API_URL: 'ftp://x' }, /begins with https/],
  ])('%j is refused with its remedy', (environment, fault) => {
    expect(faultsOf(environment)).toHaveLength(1);
    expect(faultsOf(environment)[0]).toMatch(fault);
    expect(readConfig(environment).config).toBeNull();
  });

  it('tells all faults at once', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'x', PORT: 'y', LOG_LEVEL: 'z', LEADS: '?' })).toHaveLength(5);
  });

  it('never tells a token', () => {
    const secret = 'hunter2-token';
    const told = faultsOf({ SLACK_BOT_TOKEN: secret, SLACK_APP_TOKEN: secret, SLACK_SIGNING_SECRET: `${secret} x` });
    expect(told.join()).not.toContain(secret);
  });

  it('takes empty and blank variables as not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', PORT: '  ' }).faults).toEqual([]);
  });
});
