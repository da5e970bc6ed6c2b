import type { Entry } from '../knowledge/entry.js';
import { cautionOf } from './answer.js';
import { button, notice, sections } from './blocks.js';
import type { Reply } from './reply.js';
import { titled } from './titled.js';

/** An entry that chance has picked, to read, and a way to the next. */
export function randomReply(entry: Entry): Reply {
  const said = titled(entry);
  const caution = cautionOf(entry);
  const elements = [
    button('read', { label: 'Read it', value: entry.id, spoken: `Read it: ${entry.questions[0]}` }),
    button('word', { label: 'Another one', value: 'random' }),
  ];
  return {
    text: [said, ...(caution === null ? [] : [caution])].join('\n\n'),
    blocks: [
      ...sections(said),
      ...(caution === null ? [] : [notice(caution, 'warning')]),
      { type: 'actions', elements },
    ],
  };
}
