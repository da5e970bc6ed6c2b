/** Hands Slack's payloads to the Bolt app, as a receiver does, and keeps count of what is still under way. */

import { setImmediate as turn } from 'node:timers/promises';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Json } from './json.js';

export interface Sent {
  /** False where the app did not acknowledge in time, which Slack shows to the person. */
  acked: boolean;
  /** What the app said in its acknowledgement. */
  said: unknown;
  /** Ends with the listeners' work; throws what the app's error boundary lets through. */
  work: Promise<void>;
}

export interface Doorway {
  receiver: Receiver;
  /** Resolves when the acknowledgement is in, the work has ended without one, or the wait is over. */
  send(body: Json, retry?: { retryNum: number; retryReason: string }): Promise<Sent>;
  /** Resolves when no payload is being worked on any more. */
  quiet(): Promise<void>;
}

/** `wait` is how long Slack waits for an acknowledgement, in milliseconds. */
export function createDoorway(wait: number): Doorway {
  let app: App | undefined;
  const underway = new Set<Promise<void>>();

  return {
    receiver: {
      init(bolt) {
        app = bolt;
      },
      start: async () => undefined,
      stop: async () => undefined,
    },
    async send(body, retry = undefined) {
      if (!app) throw new Error('No app listens. Give `receiver` to `new App({ receiver, … })` before anybody acts.');
      let acknowledge = (_: { acked: boolean; said: unknown }) => {};
      const ack = new Promise<{ acked: boolean; said: unknown }>((resolve) => {
        acknowledge = resolve;
      });
      const event: ReceiverEvent = {
        body,
        ...retry,
        ack: async (said) => acknowledge({ acked: true, said }),
      };
      const work = app.processEvent(event);
      underway.add(work);
      const unanswered = { acked: false, said: undefined };
      const timer = setTimeout(() => acknowledge(unanswered), wait);
      work
        .catch(() => {})
        .finally(() => {
          underway.delete(work);
          acknowledge(unanswered);
        });
      const outcome = await ack;
      clearTimeout(timer);
      return { ...outcome, work };
    },
    async quiet() {
      do {
        await Promise.allSettled(underway);
        await turn();
      } while (underway.size > 0);
    },
  };
}
