import type { Log } from '../logging.js';
import { shorten } from '../replies/limits.js';
import type { Reply } from '../replies/reply.js';
import { type Call, formOf } from './call.js';
import { configurationRemedy, type Fault } from './faults.js';

/** Where a reply goes. */
export interface Address {
  channel: string;
  thread?: string | undefined;
  /** Told by direct message where the channel cannot be reached. */
  user: string;
}

/** What posting needs. */
export interface PostContext {
  call: Call;
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
export function createPost({ call, log, wait, observe }: PostContext) {
  async function send(address: Address, reply: Reply, privately: boolean): Promise<boolean> {
    let blocks = true;
    let direct = false;
    for (let tries = 0; tries < MOST_CALLS; tries++) {
      const method = privately && !direct ? 'chat.postEphemeral' : 'chat.postMessage';
      const fault = await call(method, messageOf(address, reply, { method, blocks, direct }));
      if (fault === null) return true;
      observe.slackFault(fault.kind);
      if (fault.remedy === 'retry' && (fault.wait ?? 0) <= LONGEST_WAIT) await wait(fault.wait ?? PAUSES[tries] ?? 0);
      else if (fault.remedy === 'plain' && blocks) blocks = false;
      else if (fault.remedy === 'elsewhere' && !direct) direct = true;
      else return tell(fault, address);
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
    openly: (address: Address, reply: Reply) => send(address, reply, false),
    /** Posts for the asker alone. False when it could not be posted. */
    privately: (address: Address, reply: Reply) => send(address, reply, true),
  };
}

function messageOf(
  { channel, thread, user }: Address,
  reply: Reply,
  how: { method: 'chat.postMessage' | 'chat.postEphemeral'; blocks: boolean; direct: boolean },
): string {
  const place = {
    channel: how.direct ? user : channel,
    ...(thread !== undefined && !how.direct ? { thread_ts: thread } : {}),
    ...(how.method === 'chat.postEphemeral' ? { user } : { unfurl_links: 'false', unfurl_media: 'false' }),
  };
  return `${formOf(place)}&${how.blocks ? contentOf(reply) : formOf({ text: shorten(reply.text, 4000) })}`;
}

/** Replies as parts of a form, made once: an answer is one and the same reply for everybody who asks. */
const contents = new WeakMap<Reply, string>();

function contentOf(reply: Reply): string {
  const content = contents.get(reply) ?? formOf({ text: reply.text, blocks: JSON.stringify(reply.blocks) });
  contents.set(reply, content);
  return content;
}
