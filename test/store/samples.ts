import type { Around, Clock } from '../../src/store/around.js';
import type { Asked, Vote } from '../../src/store/store.js';

export const NOON = new Date('2026-11-23T12:00:00.123Z');

export function anAsked(id: string, rest: Partial<Asked> = {}): Asked {
  return {
    id,
    door: 'mention',
    person: 'person-1',
    text: 'how long per area?',
    decision: 'answer',
    entry: 'dosage',
    candidates: [
      { entry: 'dosage', confidence: 0.91 },
      { entry: 'frequency', confidence: 0.2 },
    ],
    version: 'v1',
    at: NOON,
    ...rest,
  };
}

export function aVote(answer: string, rest: Partial<Vote> = {}): Vote {
  return { answer, entry: 'dosage', person: 'person-1', helpful: true, reason: null, at: NOON, ...rest };
}

export function later(ms: number, than = NOON): Date {
  return new Date(than.getTime() + ms);
}

export async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const list: Row[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

/** A clock that stands still until it is told to go on. */
export function handClock(start = NOON): Clock & { advance(ms: number): Promise<void> } {
  let now = start.getTime();
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: () => new Date(now),
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        await settled();
        const [first] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (first === undefined) break;
        now = Math.max(now, first.at);
        timers.delete(first);
        first.run();
      }
      now = end;
      await settled();
    },
  };
}

/** Everything that does not wait for a clock has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export interface Line {
  level: 'info' | 'warn' | 'error';
  fields: object;
  message: string;
}

/** A log that is kept, to be looked at. */
export function keptLog(): Around['log'] & { lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (fields: object, message: string) => void lines.push({ level, fields, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}
