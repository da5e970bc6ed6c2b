import { type Edited, editText, type Step } from './edit.js';
import { type Hunk, patched, undone } from './patch.js';

/** What is to change in one file, as plain data: steps of an edit, lines as somebody has typed them, or an earlier change that is to be undone. */
export type Change =
  | { file: string; steps: readonly Step[] }
  | { file: string; typed: readonly Hunk[] }
  | { file: string; undo: readonly Hunk[] };

/** The file's text with the change, or why it is left as it is. */
export function changed(text: string, change: Change): Edited {
  if ('steps' in change) return editText(text, change.steps);
  if ('typed' in change) {
    const after = patched(text, change.typed);
    return after === null ? { refused: { why: 'typed over' } } : { text: after };
  }
  const before = undone(text, change.undo);
  return before === null ? { refused: { why: 'built upon' } } : { text: before };
}
