import type { Log } from '../logging.js';
import {
  inDoubtReply,
  notChangedReply,
  notPostedReply,
  onItsWayReply,
  stoppingReply,
  tooBusyReply,
} from '../replies/delivery.js';
import { shorten } from '../replies/limits.js';
import type { Reply } from '../replies/reply.js';
import type { Client } from './client.js';
import { configurationRemedy, type Fault } from './faults.js';
import { createLines } from './lines.js';

/** Where a reply goes. */
export interface Address {
  channel: string;
  thread?: string | undefined;
  /** True where the reply begins its thread: until then nobody sees there what is for one person alone. */
  begins?: boolean;
  /** True where nobody has asked: then it is posted there or nowhere, and nobody is told where it is not. */
  unasked?: boolean;
  /** The asker: told by direct message where the channel cannot be reached. */
  user: string;
}

/** What posting needs. */
export interface PosterDeps {
  client: Client;
  log: Log;
  /** Milliseconds, monotonic. */
  now(): number;
  wait(ms: number): Promise<void>;
  observe: { slackFault(kind: string): void; waiting(messages: number): void };
}

/** Where a reply stands. */
export interface Posted {
  channel: string;
  ts: string;
}

/** Posts replies in Slack. */
export interface Poster {
  /** Posts for everybody in the channel. Null when it was not posted, or nobody knows. */
  openly(address: Address, reply: Reply): Promise<Posted | null>;
  /** Puts a reply in the place of one that was posted. Where that cannot be done, the asker is told. */
  inPlace(posted: Posted, address: Address, reply: Reply): Promise<void>;
  /** Puts a reply in the place of one that was posted, and tells nobody: null when it was changed. */
  change(posted: Posted, reply: Reply): Promise<Fault | null>;
  /** Posts for everybody there, or nowhere, and tells nobody: null when it was posted. `posted` is told where. */
  here(address: Address, reply: Reply, posted?: (where: Posted) => void): Promise<Fault | null>;
  /** Posts for the asker alone. False when it was not posted, or nobody knows. */
  privately(address: Address, reply: Reply): Promise<boolean>;
  /** From now on nothing waits longer than so many milliseconds. */
  hurry(ms: number): void;
}

/** How one message is sent. */
interface Way {
  /** For the asker alone. */
  privately: boolean;
  /** By direct message. */
  direct: boolean;
  blocks: boolean;
}

/** The line of what is for one person alone: Slack counts that for all channels together. */
const ALONE = 'alone';
/** Longest text without blocks, which Slack cuts into several messages where it is longer, and of a changed message. */
const PLAIN_TEXT = 4000;

/**
 * Posts replies so that none is doubled: only what Slack surely did not carry out is sent again, in its turn.
 * A place that cannot be reached is replaced by a direct message to the asker; refused blocks by the text alone.
 * Where an answer is not posted, or nobody knows, the asker is told.
 */
export function createPoster({ client, log, now, wait, observe }: PosterDeps): Poster {
  const lines = createLines({ now, wait, observe });

  async function send(
    address: Address,
    reply: Reply,
    privately: boolean,
    { foretell = () => {}, posted = (_: Posted) => {}, elsewhere = true } = {},
  ): Promise<Fault | null> {
    const way: Way = { privately, direct: false, blocks: true };
    for (;;) {
      const place = way.direct ? address.user : privately ? ALONE : address.channel;
      const fault = await lines.inTurn(place, () => call(address, reply, way, posted), foretell);
      if (fault?.recourse === 'plain' && way.blocks) way.blocks = false;
      else if (fault?.recourse === 'elsewhere' && elsewhere && !way.direct) way.direct = true;
      else return fault;
    }
  }

  async function call(
    address: Address,
    reply: Reply,
    { privately, direct, blocks }: Way,
    posted: (where: Posted) => void,
  ): Promise<Fault | null> {
    const { channel, thread, user } = address;
    const content = blocks ? { text: reply.text, blocks: reply.blocks } : { text: shorten(reply.text, PLAIN_TEXT) };
    const place = direct ? { channel: user } : { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
    if (privately && !direct) {
      const { fault } = await client('chat.postEphemeral', { ...place, ...content, user });
      return noted(fault, channel);
    }
    const sent = await client('chat.postMessage', { ...place, ...content, unfurl_links: false, unfurl_media: false });
    if (sent.fault === null) posted({ channel: sent.answer.channel ?? '', ts: sent.answer.ts ?? '' });
    return noted(sent.fault, channel);
  }

  function noted(fault: Fault | null, channel: string): Fault | null {
    if (fault === null) return null;
    observe.slackFault(fault.kind);
    if (fault.unlisted) log.warn({ kind: fault.kind, channel }, 'slack refuses with a word that is not known');
    return fault;
  }

  function report({ kind, recourse }: Fault, { channel }: Address): void {
    if (recourse === 'configuration') {
      log.error({ kind, channel, remedy: configurationRemedy(kind) }, 'slack refuses the app');
    } else {
      log.error({ kind, channel }, recourse === 'unsure' ? 'reply may not be posted' : 'reply not posted');
    }
  }

  async function openly(address: Address, reply: Reply): Promise<Posted | null> {
    let where: Posted | null = null;
    const { unasked = false } = address;
    const root = address.begins ? { ...address, thread: undefined } : address;
    const fault = await send(address, reply, false, {
      foretell: () => void (unasked || privately(root, onItsWayReply())),
      elsewhere: !unasked,
      posted: (there) => {
        where = there;
      },
    });
    if (fault === null) return where;
    report(fault, address);
    const note = unasked ? null : noteOn(fault);
    if (note !== null) await privately(root, note);
    return null;
  }

  async function change(posted: Posted, reply: Reply): Promise<Fault | null> {
    const text = shorten(reply.text, PLAIN_TEXT);
    const put = (blocks: Reply['blocks']) =>
      lines.inTurn(
        posted.channel,
        async () => {
          // Unlike a new message a changed one is searched for names and links where nothing else is said.
          const args = { ...posted, text, blocks, parse: 'none', link_names: false } as const;
          return noted((await client('chat.update', args)).fault, posted.channel);
        },
        () => {},
      );
    const fault = await put(reply.blocks);
    return fault?.recourse === 'plain' ? put([]) : fault;
  }

  async function inPlace(posted: Posted, address: Address, reply: Reply): Promise<void> {
    const fault = await change(posted, reply);
    if (fault === null) return;
    report(fault, address);
    if (fault.recourse !== 'configuration') await privately(address, notChangedReply());
  }

  async function here(address: Address, reply: Reply, posted?: (where: Posted) => void): Promise<Fault | null> {
    const fault = await send(address, reply, false, { elsewhere: false, ...(posted === undefined ? {} : { posted }) });
    if (fault !== null && fault.recourse !== 'elsewhere') report(fault, address);
    return fault;
  }

  async function privately(address: Address, reply: Reply): Promise<boolean> {
    const fault = await send(address, reply, true);
    if (fault !== null) report(fault, address);
    return fault === null;
  }

  return { openly, inPlace, change, here, privately, hurry: lines.hurry };
}

/** What the asker is told where a reply is not posted. Null where Slack takes nothing from this app at all. */
function noteOn({ kind, recourse }: Fault): Reply | null {
  if (recourse === 'configuration') return null;
  if (recourse === 'unsure') return inDoubtReply();
  if (kind === 'too_busy') return tooBusyReply();
  return kind === 'stopping' ? stoppingReply() : notPostedReply();
}
