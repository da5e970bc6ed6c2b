import { blocks, type Code, type Problem, pathOf, problemLine, wording } from '../knowledge/problem.js';
import { jsonLine } from './lines.js';

/** Reviews that are due: work, not mistakes. They are summed up, so that nobody overlooks the rest among them. */
const DUE: readonly Code[] = ['K310', 'K311', 'K312', 'K314'];
/** Most characters of a line that are shown. */
const SHOWN = 100;

export function isDue({ code }: Problem): boolean {
  return DUE.includes(code);
}

/** A finding with the line that it is about, and a mark under the place. */
export function findingText(found: Problem, dir: string, texts: ReadonlyMap<string, string>): string {
  // Whatever tells who a patient is must not be printed once more.
  return [problemLine(found, dir), ...(found.code === 'K343' ? [] : excerpt(found, texts))].join('\n');
}

/** The line of a finding, cut around its place where it is long; none where nothing stands there. */
function excerpt({ place }: Problem, texts: ReadonlyMap<string, string>): string[] {
  const line = (texts.get(place.file)?.split(/\r?\n/)[place.line - 1] ?? '').replaceAll('\t', ' ').trimEnd();
  if (line.trim() === '') return [];
  const from = Math.max(0, Math.min(place.col - 1 - SHOWN / 2, line.length - SHOWN));
  const shown = `${from > 0 ? '…' : ''}${line.slice(from, from + SHOWN)}${from + SHOWN < line.length ? '…' : ''}`;
  const before = place.col - 1 - from + (from > 0 ? 1 : 0);
  const margin = `  ${place.line} | `;
  return [`${margin}${shown}`, `${' '.repeat(margin.length - 2)}| ${' '.repeat(Math.max(0, before))}^`];
}

/** A finding as JSON. `blocks`: whether the bot does not serve a folder with it. */
export function findingJson(found: Problem, dir: string): string {
  const { code, severity, place, message, remedy } = found;
  const { line, col } = place;
  return jsonLine({ file: pathOf(found, dir), line, col, severity, code, message, remedy, blocks: blocks(found) });
}

/** A finding as GitHub's annotation. Page: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function annotation(found: Problem, dir: string): string {
  const { code, severity, place } = found;
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const where = `file=${property(pathOf(found, dir))},line=${place.line},col=${place.col}`;
  return `::${severity} ${where},title=${code}::${data(wording(found))}`;
}
