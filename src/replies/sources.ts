import { type Knowledge, SOURCE_TYPES } from '../knowledge/entry.js';

import { context, sections } from './blocks.js';
import { citation } from './evidence.js';
import { LIMITS, shorten, split } from './limits.js';
import type { Reply } from './reply.js';

/** Characters of citations shown in one message; the rest is counted. */
const SPACE = 9000;

/** On what the answers rest: how many sources of each kind, and the citations, strongest kinds first. */
export function sourcesReply(knowledge: Knowledge): Reply {
  const sources = [...knowledge.sources.values()];
  const unread = sources.filter(({ verified }) => !verified).length;
  const rank = (type: string | undefined) =>
    type === undefined ? SOURCE_TYPES.length : SOURCE_TYPES.indexOf(type as never);
  const kinds = [...SOURCE_TYPES, undefined].flatMap((type) => {
    const count = sources.filter((source) => source.type === type).length;
    return count === 0 ? [] : [`${type ?? 'kind not recorded'}: ${count}`];
  });
  const head = `*${sources.length} sources*`;
  const summary = `${kinds.join(' · ')}`;
  const lines = [...sources].sort((a, b) => rank(a.type) - rank(b.type)).map((source) => `• ${citation(source, 500)}`);
  const shown: string[] = [];
  let taken = 0;
  for (const line of lines) {
    if (taken + line.length > SPACE) break;
    shown.push(line);
    taken += line.length + 1;
  }
  const rest = lines.length - shown.length;
  const foot = [
    unread === 0 ? '' : `${unread} of them nobody has read yet beyond a mention; answers that cite them say so.`,
    rest === 0 ? '' : `${rest} more stand under the answers that cite them.`,
    'A practice page shows what is done or said; it never proves that something works or is safe.',
  ].filter(Boolean);
  return {
    text: shorten([head, summary, ...shown, ...foot].join('\n'), LIMITS.text),
    blocks: [
      ...sections(head),
      ...sections(summary),
      ...split(shown.join('\n'), LIMITS.section).flatMap((piece) => sections(piece)),
      context(...foot),
    ],
  };
}
