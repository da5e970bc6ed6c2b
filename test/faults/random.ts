/** Pieces of which odd texts are made: what breaks parsers, terminals, databases and Slack's markup. */
const PIECES = [
  '\ud800',
  '\udc00x',
  '\u0000',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u001b[31m',
  '\r\n',
  '\u2028',
  '{"a":',
  '"}',
  "'; drop table asked; --",
  '%s%n',
  '<!channel>',
  '<@U0OTHER001>',
  '*_~`',
  '```',
  '&amp;',
  '&',
  '<',
  '>',
  '|',
  '\\',
  '$(1)',
  '__proto__',
  'constructor',
  '👩‍⚕️',
  'ä',
  'e\u0301',
  'İ',
  'ß',
  '字',
  'does it hurt',
  ' ',
  '\t',
  '?',
  '0',
  '-1',
  '1e309',
  'NaN',
];

/** The odd text number `seed`, always the same. */
export function draw(seed: number): string {
  const next = generator(seed + 1);
  return Array.from({ length: 1 + next(12) }, () => PIECES[next(PIECES.length)]).join('');
}

/** A deterministic source of whole numbers below a bound (mulberry32). */
export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
