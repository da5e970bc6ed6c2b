import { App, LogLevel } from '@slack/bolt';

// The peer of `bench:load`: the least that a Bolt app can do. `node load-bare.js <port> <Web API> <token> <signing secret>`.

const [port, slackApiUrl = '', token = '', signingSecret = ''] = process.argv.slice(2);
const app = new App({ token, signingSecret, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
app.event('app_mention', async ({ event, say }) => {
  await say({ text: 'Read the FAQ.', thread_ts: event.ts });
});
await app.start(Number(port));
process.stdout.write('The bare app serves.\n');
