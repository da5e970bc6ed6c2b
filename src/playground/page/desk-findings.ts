/** What the check finds in the text on the desk. */

import type { WireFinding } from '../wire.js';
import { byId, el } from './dom.js';

/** All of this file, errors first, and what is an error elsewhere. `go` is told of the line that one wants to see. */
export function drawFindings(findings: readonly WireFinding[], file: string, go: (line: number) => void): void {
  const rank = ({ file: where, severity }: WireFinding) => (severity === 'error' ? 0 : 2) + (where === file ? 0 : 1);
  const shown = findings
    .filter((found) => found.file === file || found.severity === 'error')
    .sort((a, b) => rank(a) - rank(b));
  byId('desk-findings').replaceChildren(
    ...shown.map((found) => {
      const words = `${found.severity} ${found.code} ${found.words}`;
      if (found.file !== file) return el('li', { class: found.severity }, `${found.file}:${found.line} ${words}`);
      const button = el('button', { type: 'button', click: () => go(found.line) }, `Line ${found.line}`);
      return el('li', { class: found.severity }, button, ` ${words}`);
    }),
  );
}

/** The line of the first error of this file. */
export function firstError(findings: readonly WireFinding[], file: string): number | null {
  const lines = findings.filter((found) => found.file === file && found.severity === 'error').map(({ line }) => line);
  return lines.length === 0 ? null : Math.min(...lines);
}

/** "1 error, no warnings, 2 errors in other files." */
export function summary(findings: readonly WireFinding[], file: string): string {
  const own = findings.filter((found) => found.file === file);
  const errors = own.filter(({ severity }) => severity === 'error').length;
  const elsewhere = findings.filter((found) => found.file !== file && found.severity === 'error').length;
  const counts = [
    counted(errors, 'error', 'No'),
    counted(own.length - errors, 'warning'),
    ...(elsewhere > 0 ? [`${counted(elsewhere, 'error')} in other files`] : []),
  ];
  return `${counts.join(', ')}.`;
}

function counted(count: number, one: string, none = 'no'): string {
  return count === 0 ? `${none} ${one}s` : `${count} ${one}${count === 1 ? '' : 's'}`;
}
