/** Texts of files that are not saved, with what each began from. */

import { keepDraft, keptOf } from './drafts.js';
import { isObject } from './json.js';

export interface FileDraft {
  version: string;
  /** The file as it was then. */
  base: string;
  text: string;
}

/** Characters of the longest file that the server opens, twice. */
const LONGEST = 2_200_000;

export function fileDraft(file: string): FileDraft | null {
  const kept = keptOf(`desk ${file}`);
  return isObject(kept) && [kept.text, kept.base, kept.version].every((part) => typeof part === 'string')
    ? { version: String(kept.version), base: String(kept.base), text: String(kept.text) }
    : null;
}

/** Null forgets it. */
export function keepFileDraft(file: string, draft: FileDraft | null): void {
  keepDraft(`desk ${file}`, draft === null ? '' : JSON.stringify(draft), LONGEST);
}
