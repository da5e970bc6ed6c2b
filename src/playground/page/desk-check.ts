/** What the check says of the text on the desk, as one types. */

import type { createAnswers } from './desk-answers.js';
import { askTry } from './desk-calls.js';
import { drawFindings, firstError, summary } from './desk-findings.js';
import { lineOf } from './desk-lines.js';
import { byId } from './dom.js';

/** Milliseconds from a text that was read until it is checked to the last rule, which takes seconds. */
const WHOLE_AFTER = 700;

interface CheckDeps {
  answers: ReturnType<typeof createAnswers>;
  box: HTMLTextAreaElement;
  /** Goes to a line of a finding. */
  go(line: number): void;
  now(): { file: string; text: string; edited: boolean };
}

export function createCheck({ answers, box, go, now }: CheckDeps) {
  let serial = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let error: number | null = null;
  let isDead = false;
  /** What was told last of a text. */
  let told = '';

  const say = (text: string) => (byId('desk-status').textContent = text);

  async function attempt(mine: number, whole: boolean) {
    const { file, text } = now();
    const tried = await askTry({ file, text, whole });
    if (mine !== serial) return;
    isDead = tried.fault !== undefined;
    if (tried.fault !== undefined || tried.it === null) {
      say(tried.fault ?? 'Another page tries a text just now. Type on here to try yours again.');
      return;
    }
    const { id, findings, cards } = tried.it;
    error = firstError(findings, file);
    drawFindings(findings, file, go);
    byId('desk-stale').textContent =
      cards === null ? 'The text cannot be served as it is. This is the last that could be.' : '';
    if (cards !== null) answers.show(cards, lineOf(box));
    const isDone = whole || cards === null;
    told = `${summary(findings, file)}${now().edited ? ' Not published.' : ''}${isDone ? '' : ' Checking the rest…'}`;
    say(told);
    if (isDone) answers.ofTry(id);
    else timer = setTimeout(() => attempt(mine, true), WHOLE_AFTER);
  }

  return {
    say,
    /** After something else was told. */
    sayAgain: () => say(told),
    /** Checks what stands there after so many milliseconds, and nothing older any more. */
    soon(after: number) {
      serial += 1;
      error = null;
      answers.ofTry(null);
      clearTimeout(timer);
      timer = setTimeout(() => attempt(serial, false), after);
    },
    /** The line of the first error of the text as it stands; null where there is none, or that is not known yet. */
    error: () => error,
    isDead: () => isDead,
  };
}
