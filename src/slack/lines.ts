import type { Fault } from './faults.js';

/** Where Slack takes no more for the moment, messages wait in a line, one for each place. */
export interface Lines {
  /**
   * Sends at once where nobody waits, else in its turn. `foretell` is called once where that will take long.
   * Null when it was sent.
   */
  inTurn(place: string, send: () => Promise<Fault | null>, foretell: () => void): Promise<Fault | null>;
  /** From now on only what gets its turn within so many milliseconds is sent. */
  hurry(ms: number): void;
}

export interface LinesDeps {
  /** Milliseconds, monotonic. */
  now(): number;
  wait(ms: number): Promise<void>;
  /** Told how many messages wait, whenever that changes. */
  observe: { waiting(messages: number): void };
}

interface Waiting {
  send(): Promise<Fault | null>;
  foretell(): void;
  done(fault: Fault | null): void;
  since: number;
  tries: number;
  foretold: boolean;
}

interface Line {
  waiting: Waiting[];
  /** When the first may be sent. */
  next: number;
  /** The first is being sent. */
  sending: boolean;
}

/** Milliseconds between two messages once Slack has refused one: it takes one a second in a channel, as its own clock has it. */
export const SPACING = 1100;
/** Milliseconds after which people are told that they have to wait. */
export const SOON = 3000;
/** Milliseconds that a message waits at the most: who asked has gone on by then. */
export const LONGEST = 120_000;
/** Messages that wait in one line, and in all lines together. */
export const MOST_IN_LINE = 100;
export const MOST_IN_ALL = 1000;
/** Milliseconds to the second try, where Slack names none; each further one waits twice as long, up to the second number. */
const PAUSES = [1000, 15_000] as const;

const TOO_BUSY: Fault = { kind: 'too_busy', recourse: 'none' };
const STOPPING: Fault = { kind: 'stopping', recourse: 'none' };

/**
 * A message that Slack refuses for now waits, and what comes after it in the same place waits behind it. While anybody
 * waits, one is sent at a time, a second apart. Whether a place is at its limit only Slack knows: it allows bursts, so
 * nothing is held back before it says so. Page: https://docs.slack.dev/apis/web-api/rate-limits
 */
export function createLines({ now, wait, observe }: LinesDeps): Lines {
  const lines = new Map<string, Line>();
  let all = 0;
  let end = Number.POSITIVE_INFINITY;

  async function inTurn(place: string, send: () => Promise<Fault | null>, foretell: () => void) {
    const since = now();
    let pause = 0;
    if (!lines.has(place)) {
      const fault = await send();
      if (fault?.recourse !== 'retry') return fault;
      pause = pauseAfter(fault, 1);
    }
    const line = lines.get(place) ?? { waiting: [], next: 0, sending: false };
    line.next = Math.max(line.next, now() + pause);
    if (line.waiting.length >= MOST_IN_LINE || all >= MOST_IN_ALL) return TOO_BUSY;
    return new Promise<Fault | null>((done) => {
      line.waiting.push({ send, foretell, done, since, tries: 1, foretold: false });
      count(1);
      look(line);
      if (lines.has(place)) return;
      lines.set(place, line);
      void serve(place, line);
    });
  }

  async function serve(place: string, line: Line): Promise<void> {
    for (let [first] = line.waiting; first !== undefined; [first] = line.waiting) {
      await wait(Math.max(0, line.next - now()));
      // Meanwhile it may have been given up.
      if (line.waiting[0] !== first) continue;
      line.sending = true;
      const fault = await first.send();
      line.sending = false;
      const again = fault?.recourse === 'retry';
      line.next = now() + (again ? pauseAfter(fault, ++first.tries) : SPACING);
      if (!again) leave(line, first, fault);
      look(line);
    }
    lines.delete(place);
  }

  /** Gives up whoever would wait too long, and tells whoever will wait for long. */
  function look(line: Line): void {
    let due = Math.max(line.next, now());
    for (const each of [...line.waiting]) {
      if (line.sending && each === line.waiting[0]) continue;
      if (due > end) leave(line, each, STOPPING);
      else if (due > each.since + LONGEST) leave(line, each, TOO_BUSY);
      else {
        if (due > each.since + SOON && !each.foretold) {
          each.foretold = true;
          each.foretell();
        }
        due += SPACING;
      }
    }
  }

  function leave(line: Line, who: Waiting, fault: Fault | null): void {
    line.waiting.splice(line.waiting.indexOf(who), 1);
    count(-1);
    who.done(fault);
  }

  function count(change: number): void {
    all += change;
    observe.waiting(all);
  }

  return {
    inTurn,
    hurry(ms) {
      end = now() + ms;
      for (const line of lines.values()) look(line);
    },
  };
}

/** A little more than Slack asks for, and not the same each time, so that replicas do not meet again. */
function pauseAfter({ wait }: Fault, tries: number): number {
  const [first, most] = PAUSES;
  return (wait ?? Math.min(most, first * 2 ** (tries - 1))) + Math.random() * 100;
}
