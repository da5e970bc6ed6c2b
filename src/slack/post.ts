import type { WebClient } from '@slack/web-api';
import type { Log } from '../logging.js';
import { shorten } from '../replies/limits.js';
import type { Reply } from '../replies/reply.js';
import { configurationRemedy, type Fault, faultOf } from './faults.js';

/** Where a reply goes. */
export interface Address {
  channel: string;
  thread?: string | undefined;
  /** Told by direct message where the channel cannot be reached. */
  user: string;
}

/** What posting needs besides Slack's client. */
export interface PostContext {
  log: Log;
  /** Waits so many milliseconds. */
  wait(ms: number): Promise<void>;
  observe: { slackFault(kind: string): void };
}

export type Post = ReturnType<typeof createPost>;

/** Calls for one reply at the most, and the longest that a retry waits, in milliseconds. */
const MOST_CALLS = 3;
const LONGEST_WAIT = 30_000;
/** Waits between retries where Slack names none, in milliseconds. */
const PAUSES = [500, 2000];

/**
 * Posts replies so that none is doubled: only what Slack surely did not carry out is sent again.
 * A place that cannot be reached is replaced by a direct message to the asker; refused blocks by the text alone.
 */
export function createPost({ log, wait, observe }: PostContext) {
  async function send(client: WebClient, address: Address, reply: Reply, privately: boolean): Promise<boolean> {
    let blocks = true;
    let direct = false;
    for (let call = 0; call < MOST_CALLS; call++) {
      try {
        await once(client, address, reply, { blocks, privately: privately && !direct, direct });
        return true;
      } catch (error) {
        const fault = faultOf(error);
        observe.slackFault(fault.kind);
        if (fault.remedy === 'retry' && (fault.wait ?? 0) <= LONGEST_WAIT) await wait(fault.wait ?? PAUSES[call] ?? 0);
        else if (fault.remedy === 'plain' && blocks) blocks = false;
        else if (fault.remedy === 'elsewhere' && !direct) direct = true;
        else return tell(fault, address);
      }
    }
    return tell({ kind: 'too many tries', remedy: 'give up' }, address);
  }

  function tell({ kind, remedy }: Fault, { channel }: Address): false {
    if (remedy === 'configuration') {
      log.error({ kind, channel, remedy: configurationRemedy(kind) }, 'slack refuses the app');
    } else {
      log.error({ kind, channel }, 'reply not posted');
    }
    return false;
  }

  return {
    /** Posts for everybody in the channel. False when it could not be posted. */
    openly: (client: WebClient, address: Address, reply: Reply) => send(client, address, reply, false),
    /** Posts for the asker alone. False when it could not be posted. */
    privately: (client: WebClient, address: Address, reply: Reply) => send(client, address, reply, true),
  };
}

async function once(
  client: WebClient,
  { channel, thread, user }: Address,
  { text, blocks }: Reply,
  how: { blocks: boolean; privately: boolean; direct: boolean },
): Promise<void> {
  const message = {
    channel: how.direct ? user : channel,
    text: how.blocks ? text : shorten(text, 4000),
    // As text: Slack's client would walk through every block, for a log that nobody keeps, before it does the same.
    ...(how.blocks ? { blocks: JSON.stringify(blocks) } : {}),
    ...(thread !== undefined && !how.direct ? { thread_ts: thread } : {}),
  };
  if (how.privately) await client.apiCall('chat.postEphemeral', { ...message, user });
  else await client.apiCall('chat.postMessage', { ...message, unfurl_links: false, unfurl_media: false });
}
