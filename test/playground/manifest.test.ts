import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { CHANNELS, dmOf, PEOPLE } from '../../src/playground/workspace.js';
import { listen } from './stub-app.js';

const [channel, user] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? ''];

it('the Slack in memory sends what manifest.yml subscribes to, and knows its commands', async () => {
  const slack = createMemorySlack(fromManifest());
  listen(slack).command('/iastm', async ({ ack }) => ack());
  expect(slack.commands).toMatchObject([{ command: '/iastm', usage_hint: expect.stringContaining('topics') }]);
  expect((await slack.command({ channel, user, command: '/iastm', text: '' })).acked).toBe(true);
  expect((await slack.say({ channel, user, text: '@IASTM FAQ hello' })).bodies).toHaveLength(1);
  expect((await slack.say({ channel, user, text: 'hello' })).bodies).toHaveLength(0);
});

function manifest(yaml: string) {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'manifest.yml'), yaml);
  return createMemorySlack(fromManifest(pathToFileURL(join(folder, 'manifest.yml'))));
}

it('shortcuts, the Home tab and the prompts are there where the manifest declares them', async () => {
  const slack = manifest(`
features:
  app_home: { home_tab_enabled: true }
  agent_view:
    suggested_prompts: [{ title: Does it hurt?, message: does it hurt }]
  shortcuts:
    - { name: Find FAQ answer, type: message, callback_id: find, description: Looks it up }
    - { name: Ask the IASTM FAQ, type: global, callback_id: ask, description: Asks }
settings:
  event_subscriptions: { bot_events: [app_home_opened] }
`);
  listen(slack);
  expect(slack.shortcuts).toMatchObject([
    { type: 'message', callback_id: 'find', name: 'Find FAQ answer', description: 'Looks it up' },
    { type: 'global', callback_id: 'ask' },
  ]);
  expect(slack.prompts(dmOf(user))).toEqual({ prompts: [{ title: 'Does it hurt?', message: 'does it hurt' }] });
  expect((await slack.globalShortcut({ user, callback_id: 'ask' })).bodies).toHaveLength(1);
  expect((await slack.openHome({ user, tab: 'home' })).bodies).toMatchObject([{ event: { tab: 'home' } }]);
});

it('and are not there where it does not, nor are events', async () => {
  const slack = manifest('features: {}');
  listen(slack);
  expect([slack.shortcuts, slack.commands, slack.hasHome, slack.prompts(dmOf(user))]).toEqual([
    [],
    [],
    false,
    undefined,
  ]);
  expect((await slack.openHome({ user, tab: 'messages' })).bodies).toEqual([]);
  await expect(slack.openHome({ user, tab: 'home' })).rejects.toThrow(/Home tab/);
});
