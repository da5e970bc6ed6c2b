import { expect, it } from 'vitest';
import { fromManifest } from '../../src/playground/manifest.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
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
