/** Sends what happened to the app, and hands out what came of it. */

import type { Receiver } from '@slack/bolt';
import { createDoorway, type Sent } from './doorway.js';
import type { Json } from './json.js';
import { eventBody } from './payloads.js';

/** One thing that a person did. It is handed out when the acknowledgement is in. */
export interface Act {
  /** The post that it made, changed or pressed; in a view, when it was done. */
  ts: string;
  /** What Slack sent to the app: nothing where the app has not subscribed to it. */
  bodies: readonly Json[];
  /** False where a payload was not acknowledged in time. */
  acked: boolean;
  /** What the app said in its acknowledgements, where it said something. */
  said: readonly unknown[];
  /** Resolves when the app's work is done; throws what its error boundary lets through. */
  settled(): Promise<void>;
}

export interface Retry {
  retryNum: number;
  retryReason: string;
}

export interface Delivery {
  receiver: Receiver;
  /** An event in Slack's envelope, with a new event id. */
  envelope(event: Json): Json;
  send(body: Json): Promise<Sent>;
  sendAll(ts: string, bodies: readonly Json[], retry?: Retry): Promise<Act>;
  /** What has been sent, as an act. */
  actOf(ts: string, bodies: readonly Json[], sent: readonly Sent[]): Act;
  /** Resolves when the app works on nothing any more. */
  quiet(): Promise<void>;
}

/** `ackWait` is how long Slack waits for an acknowledgement, in milliseconds. */
export function createDelivery(ackWait: number): Delivery {
  const doorway = createDoorway(ackWait);
  let serial = 0;

  function actOf(ts: string, bodies: readonly Json[], sent: readonly Sent[]): Act {
    return {
      ts,
      bodies,
      acked: sent.every(({ acked }) => acked),
      said: sent.map(({ said }) => said).filter((said) => said !== undefined && said !== ''),
      async settled() {
        await Promise.all(sent.map(({ work }) => work));
        await doorway.quiet();
      },
    };
  }

  return {
    receiver: doorway.receiver,
    envelope(event) {
      serial += 1;
      return eventBody(event, serial);
    },
    send: (body) => doorway.send(body),
    async sendAll(ts, bodies, retry) {
      return actOf(ts, bodies, await Promise.all(bodies.map((body) => doorway.send(body, retry))));
    },
    actOf,
    quiet: doorway.quiet,
  };
}
