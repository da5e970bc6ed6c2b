import { expect, it } from 'vitest';
import { questionIn } from '../../src/playground/questions.js';
import { createMemorySlack } from '../../src/playground/slack.js';
import { BOT, CHANNELS, PEOPLE } from '../../src/playground/workspace.js';
import { listen } from './stub-app.js';

const [channel, anna, ben] = [CHANNELS[0]?.id ?? '', PEOPLE[0]?.id ?? '', PEOPLE[1]?.id ?? ''];

it('calls belong to what the app is at work on, also where two things are done at once', async () => {
  const slack = createMemorySlack();
  const app = listen(slack);
  const held: (() => void)[] = [];
  app.event('app_mention', async ({ event, client }) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await client.chat.postMessage({ channel: event.channel, text: `for ${event.user}` });
  });
  const say = (user: string) =>
    slack.traces.trace({ act: 'say', user }, async () => ({
      done: await slack.say({ channel, user, text: `<@${BOT.id}> hello` }),
    }));
  await Promise.all([say(anna), say(ben)]);
  await expect.poll(() => held).toHaveLength(2);
  expect(slack.traces.newest().map(({ ms }) => ms)).toEqual([null, null]);
  for (const go of held.toReversed()) go();
  await slack.settled();
  await expect.poll(() => slack.traces.newest().every(({ ms }) => ms !== null)).toBe(true);
  const told = slack.traces.newest().map(({ user, out }) => [user, out.map(({ args }) => args.text)]);
  expect(new Map(told as [string, unknown][])).toEqual(
    new Map([
      [anna, [`for ${anna}`]],
      [ben, [`for ${ben}`]],
    ]),
  );
});

it('a call that fails or never comes back is told with what came of it', async () => {
  const slack = createMemorySlack();
  const app = listen(slack);
  app.command('/iastm', async ({ ack, client }) => {
    await ack('Here');
    await client.chat.postMessage({ channel, text: 'x' }).catch(() => {});
  });
  slack.fail('chat.postMessage', { error: 'is_archived' });
  await slack.traces.trace({ act: 'command', user: anna }, async () => ({
    done: await slack.command({ channel, user: anna, command: '/iastm', text: 'x' }),
  }));
  await slack.settled();
  expect(slack.traces.newest()).toMatchObject([
    { said: ['Here'], acked: true, out: [{ method: 'chat.postMessage', answer: { error: 'is_archived' } }] },
  ]);
});

it('keeps the newest forty', async () => {
  const slack = createMemorySlack();
  listen(slack);
  for (let at = 0; at < 45; at++)
    await slack.traces.trace({ act: 'say', user: anna }, async () => ({
      done: await slack.say({ channel, user: anna, text: 'x' }),
    }));
  expect(slack.traces.newest()).toHaveLength(40);
  expect(slack.traces.newest()[0]?.id).toBe(45);
});

it.each([
  ['a mention', { event: { type: 'app_mention', text: `<@${BOT.id}> is &lt;it&gt; safe?` } }, 'is <it> safe?'],
  ['a mention with a name', { event: { text: `<@${BOT.id}|faq> hm` } }, 'hm'],
  ['an edit', { event: { subtype: 'message_changed', message: { text: 'anew' } } }, 'anew'],
  ['a command', { command: '/iastm', text: 'does it hurt' }, 'does it hurt'],
  ['a message shortcut', { type: 'message_action', message: { text: 'theirs' } }, 'theirs'],
  ['a press on a message', { type: 'block_actions', message: { text: 'the bot’s own' } }, null],
  ['an opened Home', { event: { type: 'app_home_opened' } }, null],
  ['a mention alone', { event: { text: `<@${BOT.id}>` } }, null],
])('finds the question in %s', (_, body, question) => expect(questionIn(body)).toBe(question));
