/**
 * Slack's limits, in characters unless said. Page: https://docs.slack.dev/reference/block-kit
 * A payload over one of them is refused whole, so everything that a file or a person can make long is fitted first.
 */
export const LIMITS = {
  /** Blocks in one message. */
  blocks: 50,
  /** Text of one section. */
  section: 3000,
  /** Text of one context element. */
  context: 2000,
  /** Elements of one context block. */
  contextElements: 10,
  /** Elements of one actions block. */
  actions: 25,
  /** Label of a button, of an option, and a button's spoken label. */
  label: 75,
  /** Value of a button. */
  value: 2000,
  /** Options of a select menu. */
  options: 100,
  /** Value of an option. */
  optionValue: 150,
  /** What is typed into one field of a form. Page: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
  typed: 3000,
  /** Blocks in one view. */
  viewBlocks: 100,
  /** Title, submit and close of a modal. */
  modalWords: 24,
  /** A block's id. */
  blockId: 255,
  /** `text` of a message; longer texts are cut by Slack. Page: https://docs.slack.dev/reference/methods/chat.postMessage */
  text: 40_000,
  /** All blocks of a message together. Undocumented: near 13,200 Slack answers `msg_blocks_too_long` (bolt-js#2509). */
  message: 13_000,
} as const;

/** What an answer's own text may take of `LIMITS.message`; the rest is for caution, buttons and `ADDED_SPACE`. */
export const ANSWER_SPACE = 5000;
/**
 * What is left of `LIMITS.message` for what stands above and below a reply. At their longest three warnings take 1,170, two further
 * entries 1,240, a note on details 650, what was read otherwise 400, what it was read with 320, and the restated question 170.
 */
export const ADDED_SPACE = 4000;
/** Cuts a text to `most` characters, ending in "…" where something was cut, never inside a surrogate pair. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = most - 1;
  const code = text.charCodeAt(end - 1);
  const insidePair = code >= 0xd800 && code <= 0xdbff;
  return `${text.slice(0, insidePair ? end - 1 : end)}…`;
}

/** Splits a text at line breaks, or inside a longer line, into pieces of at most `most` characters. */
export function split(text: string, most: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const line of text.split('\n')) {
    for (let rest = line; ; ) {
      const joined = piece === '' ? rest : `${piece}\n${rest}`;
      if (joined.length <= most) {
        piece = joined;
        break;
      }
      if (piece !== '') {
        pieces.push(piece);
        piece = '';
        continue;
      }
      const space = rest.lastIndexOf(' ', most);
      const cut = space > most / 2 ? space : most;
      pieces.push(rest.slice(0, cut));
      rest = rest.slice(cut).trimStart();
    }
  }
  if (piece.trim() !== '') pieces.push(piece);
  return pieces.map((each) => each.trim()).filter((each) => each !== '');
}
