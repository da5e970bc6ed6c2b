import { escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';

/** What keeps the newest files out of service. */
interface Refused {
  /** Empty where no one place is to blame, as the two below. */
  file: string;
  line: number;
  code: string;
  message: string;
  remedy: string;
}

/** For the leads, when nothing may be answered. */
export function refusedReply(refused: Refused): Reply {
  return plain(
    [
      `*I answer nothing at the moment: the FAQ has an error${placeOf(refused)}.*`,
      wordsOf(refused),
      '`npm run check` tells all that is wrong and what to do. Once it is mended I answer again by myself, and say so.',
    ].join('\n'),
  );
}

/** For the leads, when what was saved last is not taken over. */
export function refusedSaveReply(refused: Refused): Reply {
  return plain(
    [
      `*What was saved last is not in service: it has an error${placeOf(refused)}.* I go on with the answers of before.`,
      wordsOf(refused),
      '`npm run check` tells all that is wrong. Once it is mended I take it over by myself, and say so.',
    ].join('\n'),
  );
}

/** For the leads, when the newest files are in service again. */
export function mendedReply(entries: number): Reply {
  return plain(`*That is mended.* The newest files are in service: ${entries} ${entries === 1 ? 'entry' : 'entries'}.`);
}

function placeOf({ file, line, code }: Refused): string {
  return file === '' ? '' : ` at \`${escapeWithin(file, 200)}:${line}\` (${code})`;
}

function wordsOf({ message, remedy }: Refused): string {
  return escapeWithin([message, remedy].filter(Boolean).join(' '), 1000);
}
