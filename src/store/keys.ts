import { createHmac } from 'node:crypto';

/** Bytes kept of a hash: 128 bits, far beyond two people meeting in one. */
const BYTES = 16;
/** The key where nothing else is set: whoever writes under it is made up, and so is not held to it. */
const PLAYGROUND = 'playground';

/**
 * The keyed hashes that stand for people and questions in the store: 22 characters of base64url, always the same under the
 * same key. Whoever has the rows but not the key cannot tell whose they are or where they were said, not even by trying
 * every id.
 */
export interface Keys {
  /** Of a team and user id together. */
  person(by: string): string;
  /** Of what names a question at its door, such as team, channel and timestamp. */
  asked(id: string): string;
  /** By which the key is known again. Null in the playground. */
  fingerprint: string | null;
}

export function keysOf(key: string): Keys {
  const hash = (text: string) =>
    createHmac('sha256', key).update(text, 'utf8').digest().subarray(0, BYTES).toString('base64url');
  return {
    // Without a prefix, as it always was. Ids of teams hold no space, so no person is hashed like a question.
    person: hash,
    asked: (id) => hash(`asked ${id}`),
    fingerprint: key === PLAYGROUND ? null : hash('fingerprint of the person key'),
  };
}
