import type { Log } from '../logging.js';
import type { Lacking } from './read.js';

/** What a payload was read as; undefined where it lacks what it must have, which is logged once for each set of fields. */
export type Whole = <T extends object>(what: string, read: T | Lacking) => T | undefined;

/** Slack changes its payloads now and then: what is passed over for it must not be passed over in silence. */
export function createWhole(log: Log): Whole {
  const told = new Set<string>();
  return (what, read) => {
    if (!('lacks' in read)) return read;
    const key = `${what} ${read.lacks.join()}`;
    if (!told.has(key)) log.warn({ what, lacks: read.lacks }, 'payload passed over, since it lacks fields');
    told.add(key);
    return undefined;
  };
}
