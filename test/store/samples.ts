import type { Clock, StoreDeps } from '../../src/store/deps.js';
import type { Standing } from '../../src/store/stance.js';
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
    warnings: ['clots'],
    offered: [],
    outcome: null,
    candidates: [
      { entry: 'dosage', confidence: 0.91 },
      { entry: 'frequency', confidence: 0.2 },
    ],
    version: 'v1',
    at: NOON,
    ...rest,
  };
}

export function aVote(asked: string, rest: Partial<Vote> = {}): Vote {
  const said = { entry: 'dosage', person: 'person-1', helpful: true, reason: null, note: null };
  return { asked, ...said, version: 'v1', at: NOON, ...rest };
}

export function aStanding(channel: string, rest: Partial<Standing> = {}): Standing {
  return { team: 'T1', channel, stance: 'auto', person: 'lead-1', at: NOON, ...rest };
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
export function keptLog(): StoreDeps['log'] & { lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: Line['level']) => (fields: object, message: string) => void lines.push({ level, fields, message });
  return { lines, debug: () => {}, info: at('info'), warn: at('warn'), error: at('error') };
}
