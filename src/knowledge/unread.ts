import { type Problem, problem } from './problem.js';

/** Where two people changed the same lines, git leaves both versions, each under a line of seven signs. */
const CONFLICT = /^<{7}(?: (.*))?$/;
/** What is left of such a place where somebody has deleted a part of it. */
const LEFT = /^(?:={7}|>{7}(?: .*)?)$/;
/** What may be an id: alone in its line, also without its colon, or before what belongs to it. */
const ID = /^[ \t]{0,8}["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?[ \t]*(?::(?=\s|$)|\r?$)/gm;

/** Every place where a merge left both versions of some lines for somebody to choose. */
export function conflicts(file: string, text: string): Problem[] {
  const lines = text.split(/\r?\n/);
  const whole = lines.some((line) => CONFLICT.test(line));
  const left = whole ? -1 : lines.findIndex((line) => LEFT.test(line));
  if (left >= 0) {
    const message = `This line is left of a place where git had put two versions for you to choose.`;
    const remedy = 'Delete it, and look whether the lines around it are there once, and in the version that is right.';
    return [problem('K117', { file, line: left + 1, col: 1 }, message, remedy)];
  }
  return lines.flatMap((line, at) => {
    if (!CONFLICT.test(line)) return [];
    const message = 'Two people changed these lines, and git has put both versions here for you to choose.';
    const remedy =
      'Keep the version that is right, or join the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.';
    return [problem('K117', { file, line: at + 1, col: 1 }, message, remedy)];
  });
}

/** The ids that a text seems to hold, though it could not be read: nobody is told that they are unknown. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(ID)].map(([, id = '']) => id);
}
