import { describe, expect, it } from 'vitest';
import { plain } from '../../src/replies/reply.js';
import { createRespond } from '../../src/slack/respond.js';

const SLACK = 'https://slack.com/api/';

/** Responds over a wire that answers every call in one way, and tells where it was called. */
async function respond(url: string, { api = SLACK, status = 200, text = 'ok' } = {}) {
  const called: string[] = [];
  const to = createRespond({
    slackApiUrl: api,
    wire: async (url) => {
      called.push(url);
      return { status, text, header: () => null };
    },
  });
  return { told: await to(url, plain('x')), called };
}

describe('a response URL', () => {
  it.each([
    ['https://hooks.slack.com/actions/T1/1/x', SLACK],
    ['https://hooks.slack.com:443/commands/T1/1/x', SLACK],
    ['https://slack.com/x', SLACK],
    ['https://hooks.slack-gov.com/actions/T1/1/x', 'https://slack-gov.com/api/'],
    ['http://127.0.0.1:4000/respond/1', 'http://127.0.0.1:3000/api/'],
    ['https://stand-in.clinic:4000/respond/1', 'http://stand-in.clinic/api/'],
  ])('%s is answered where the Web API is at %s', async (url, api) => {
    expect(await respond(url, { api })).toEqual({ told: true, called: [url] });
  });

  it.each([
    ['http://hooks.slack.com/actions/T1/1/x', SLACK],
    ['https://hooks.slack.com.evil.example/x', SLACK],
    ['https://hooks.slack.com@evil.example/x', SLACK],
    ['https://evil.example/hooks.slack.com', SLACK],
    ['https://hooks-slack.com/x', SLACK],
    ['https://other.slack.com/x', SLACK],
    ['http://slack.com/x', SLACK],
    ['http://127.0.0.1:9/x', SLACK],
    ['http://169.254.169.254/latest/meta-data', 'http://127.0.0.1:3000/api/'],
    ['http://hooks.slack.com/x', 'http://127.0.0.1:3000/api/'],
    ['file:///etc/passwd', SLACK],
    ['ftp://hooks.slack.com/x', SLACK],
    ['hooks.slack.com/x', SLACK],
    ['', SLACK],
  ])('%s is never called where the Web API is at %s', async (url, api) => {
    expect(await respond(url, { api })).toEqual({ told: false, called: [] });
  });

  it.each([
    [200, 'ok', true],
    [200, '{"ok":true}', true],
    [200, '', true],
    [200, '{"ok":false,"error":"used_url"}', false],
    [200, '{"ok":false}', false],
    [200, '\n<!DOCTYPE html><title>Sign in</title>', false],
    [404, '{"ok":false,"error":"expired_url"}', false],
    [500, 'ok', false],
    [302, 'ok', false],
  ])('that is answered with %i and "%s" counts as told: %s', async (status, text, told) => {
    expect((await respond('https://hooks.slack.com/actions/T1/1/x', { status, text })).told).toBe(told);
  });
});
