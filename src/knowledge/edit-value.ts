import { isScalar, type Node, Scalar } from 'yaml';
import { breakAt, inline, lineEnd, literalLines, type Splice } from './write.js';

/** A text in place of another, written in its manner where that can hold it: quoted as it was, or below `|` or `>`. */
export function replaced(text: string, node: unknown, to: string, indent: number): Splice | null {
  if (!isScalar(node)) return null;
  const [from, end] = (node as Node).range ?? [0, 0];
  const next = breakAt(text, from);
  const headEnd = text.indexOf('\n', from);
  if (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED) {
    if (headEnd === -1 || headEnd >= end) return null;
    const content = text
      .slice(headEnd + 1, end)
      .replace(/(\r?\n[ \t]*)+$/, (blank) => blank.slice(0, blank.indexOf('\n') + 1));
    const margin = /^(?:[ \t]*\r?\n)*( *)/.exec(content)?.[1]?.length ?? 0;
    // A number in it would tell the indentation of the former text.
    const head = text.slice(from, headEnd + 1).replace(/^([|>][-+]?)\d([-+]?)/, '$1$2');
    const manner = to.includes('\n') ? head.replace(/^>/, '|') : head;
    const lines = literalLines(to, margin > indent ? margin : indent + 2);
    const last = content.endsWith('\n') ? next : '';
    return { from, to: headEnd + 1 + content.length, text: manner + lines.join(next) + last };
  }
  if (!to.includes('\n')) return { from, to: end, text: inline(to, { like: node }) };
  // What stands behind the former text in its line, a comment, stays there.
  const lineBreak = lineEnd(text, end);
  const rest = text.slice(end, lineBreak).trimEnd();
  return { from, to: lineBreak, text: `|${rest}${next}${literalLines(to, indent + 2).join(next)}${next}` };
}
