import { unescapeText } from '../replies/mrkdwn.js';

/** What Slack draws by signs. Page: https://docs.slack.dev/messaging/formatting-message-text */
const SIGNS = new RegExp(
  [
    '```\\n?(?<block>[\\s\\S]*?)\\n?```',
    '`(?<code>[^`\\n]+)`',
    // At the end of a line also a link that was cut where a message had no more room.
    '<(?<angle>(?:https?:|mailto:|[@#!])[^<>\\n]*)(?:>|$)',
    '(?<![\\w*])\\*(?=\\S)(?<bold>.*?\\S)\\*(?![\\w*])',
    '(?<!\\w)_(?=\\S)(?<italic>.*?\\S)_(?!\\w)',
    '(?<![\\w~])~(?=\\S)(?<strike>.*?\\S)~(?![\\w~])',
    "(?<![\\w:]):(?<emoji>[a-z][a-z0-9_+'-]{0,63}|[+-]1):(?![\\w:])",
  ].join('|'),
  'gm',
);

/** Slack's mrkdwn as a terminal can show it: words without signs, links with their addresses, and nothing that steers the terminal. */
export function readable(mrkdwn: string): string {
  return unescapeText(withoutSigns(mrkdwn)).replace(/(?![\n\t])\p{Cc}/gu, '');
}

function withoutSigns(mrkdwn: string): string {
  return mrkdwn.replace(SIGNS, (...match) => {
    const { block, code, angle, bold, italic, strike, emoji } = match.at(-1) as Record<string, string | undefined>;
    if (block !== undefined) return block;
    if (code !== undefined) return `"${code}"`;
    if (angle !== undefined) return named(angle);
    if (emoji !== undefined) return `(${emoji.replaceAll('_', ' ')})`;
    return withoutSigns(bold ?? italic ?? strike ?? '');
  });
}

/** What stands between `<` and `>`: a person, a channel, a group, everybody, a date or a link. */
function named(inner: string): string {
  const bar = inner.indexOf('|');
  const [target, label] = bar < 0 ? [inner, ''] : [inner.slice(0, bar), inner.slice(bar + 1)];
  if (target.startsWith('!date')) return label;
  if (/^[@#!]/.test(target)) {
    const sign = target.startsWith('#') ? '#' : '@';
    return `${sign}${(label || target.slice(1)).replace(/^[@#]/, '')}`;
  }
  return label === '' || label === target
    ? target.replace(/^mailto:/, '')
    : `${label} (${target.replace(/^mailto:/, '')})`;
}
