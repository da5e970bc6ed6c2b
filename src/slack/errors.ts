import { randomBytes } from 'node:crypto';
import type { App } from '@slack/bolt';
import { errorFields } from '../logging.js';
import { troubleReply } from '../replies/trouble.js';
import type { SlackDeps } from './deps.js';
import { readPlace } from './read.js';

/**
 * The one error boundary. People get a calm sentence with a reference, the log gets the cause beside the same
 * reference, and never the question's text.
 */
export function register(app: App, { log, observe, post, respond }: SlackDeps): void {
  app.error((async ({ error, body }: { error: Error; body: unknown }) => {
    const reference = randomBytes(4).toString('hex');
    const cause = 'original' in error && error.original instanceof Error ? error.original : error;
    observe.slackFault('listener');
    log.error({ reference, ...errorFields(cause) }, 'listener failed');
    const { channel, user, thread, responseUrl } = readPlace(body);
    const reply = troubleReply(reference);
    const told = responseUrl !== undefined && (await respond(responseUrl, reply, { replace: false, thread }));
    if (!told && channel !== undefined && user !== undefined) {
      await post.privately({ channel, user, thread }, reply);
    }
  }) as Parameters<App['error']>[0]);
}
