import { lookAlike } from './characters.js';

/** What is wrong, and what to do. */
interface Fault {
  message: string;
  remedy: string;
}

/** A comment that cuts a line, whether or not it is meant as one. */
const CUT = /\S[ \t]+#/;
const LINE_UP = 'Line it up with the lines of its kind above: two spaces more for each level.';
const QUOTES = 'Put straight quotes, ", around the whole text.';

export const OPEN_QUOTE: Fault = {
  message: 'The quote that opens here has no other half.',
  remedy: 'Close the quote where the text ends, or begin a longer text with "|" on a line of its own.',
};

/** By the parser's code: what a lead has done, most often, in a lead's words. */
const FAULTS: Readonly<Record<string, Fault>> = {
  TAB_AS_INDENT: {
    message: 'This line begins with a tab.',
    remedy: 'Use spaces, not tabs, at the beginning of a line.',
  },
  BAD_INDENT: { message: 'This line does not line up with those above.', remedy: LINE_UP },
  BAD_DQ_ESCAPE: {
    message: 'A backslash, \\, in a text in double quotes changes the sign after it.',
    remedy: 'Write two of them, or use single quotes around the text.',
  },
  BAD_ALIAS: {
    message: 'A text cannot begin with * or &.',
    remedy: 'Begin an item of a list with "- ", and put quotes around a text that begins with * or &.',
  },
  BAD_SCALAR_START: { message: 'A text cannot begin with this sign.', remedy: QUOTES },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A colon and a space, ": ", stand within this text, which looks like a field with its name.',
    remedy: `${QUOTES} Or write a dash in place of the colon.`,
  },
  BLOCK_IN_FLOW: {
    message: 'This list in brackets has something in it that needs a line of its own.',
    remedy: 'Close the bracket before, or write each item on a line of its own, beginning with "- ".',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line is neither a field with its colon nor an item of a list.',
    remedy: 'Write it as "field: text" or "- text", or line it up under the text that it goes on with.',
  },
  KEY_OVER_1024_CHARS: {
    message: 'This line is neither a field with its colon nor an item of a list.',
    remedy: 'Write a long text under "answer: |", each line with two spaces more.',
  },
  MULTIPLE_DOCS: {
    message: 'A line of "---" or "..." ends the file here for the bot.',
    remedy: 'Remove the line "---"; a file is one document.',
  },
  UNEXPECTED_TOKEN: {
    message: 'There is a sign here that does not belong after what stands before it.',
    remedy: 'Put quotes around a text that holds ": " or begins with a special character.',
  },
};
const ANY: Fault = {
  message: 'This line cannot be read.',
  remedy: 'Compare the lines around with a well-formed entry in knowledge/README.md.',
};

/** What stands above a line: the one before, and the nearest that begins a field. */
interface Above {
  line: string;
  field: string;
}

/** A fault of the YAML itself in a lead's words: of the parser's code and words, and the line where it stands. */
export function yamlFault({ code, message }: { code: string; message: string }, line: string, above: Above): Fault {
  const before = above.line;
  const found =
    code === 'MISSING_CHAR' || /^Flow (?:sequence|map) in block/.test(message)
      ? missing(message, line)
      : (fromAbove(code, line, above) ?? byWords(message, line) ?? FAULTS[code] ?? ANY);
  if (beginsWithTab(line)) return FAULTS.TAB_AS_INDENT ?? ANY;
  const alike = lookAlike(line);
  if (alike) return { ...found, remedy: alike };
  if (/flow|without - indicator|single line|same column/i.test(message) && CUT.test(before)) {
    return {
      message: 'The line before ends in a comment, and the text seems to go on here.',
      remedy:
        'The words after " #" in the line before are a comment: put quotes around a text that holds them. If they are meant so, line the text up with the lines above.',
    };
  }
  return found;
}

/** Whether a line is set in with a tab, which is the cause of whatever else is wrong there. */
export function beginsWithTab(line: string): boolean {
  return /^ *\t/.test(line);
}

/** Whether a bracket is not closed. */
export function isBracket({ message }: { message: string }): boolean {
  return /^Flow (?:sequence|map) in block/.test(message);
}

function missing(message: string, line: string): Fault {
  if (/quote/.test(message)) {
    return OPEN_QUOTE;
  }
  if (/end with a [\]}]|flow|,/i.test(message)) {
    return {
      message: 'The list in brackets is not closed, or a comma is missing in it.',
      remedy: 'Close the bracket that was opened, and put a comma between two items.',
    };
  }
  if (/:/.test(line) && /[^\s]:[^\s/]/.test(line))
    return { message: 'There is no space after the colon.', remedy: 'Write a colon and a space, ": ".' };
  return {
    message: `"${line.trim().slice(0, 40)}" has no colon after its name.`,
    remedy: 'Write a field as "name: text", and an item of a list as "- text".',
  };
}

const FIELD = /^\s*[\w-]+:(?:\s|$)/;

/** Faults that are plain from what stands above: the line belongs to a longer text, or to a list. */
function fromAbove(code: string, line: string, { line: before, field }: Above): Fault | undefined {
  const [, name] = /^ *([\w-]+): *[|>][-+]?\s*$/.exec(field) ?? [];
  if (name !== undefined && !FIELD.test(line)) {
    return {
      message: `This line does not line up with the text of "${name}", which it seems to belong to.`,
      remedy: `Put two spaces more before it than before "${name}:", as before each line of that text.`,
    };
  }
  const depth = (text: string) => text.length - text.trimStart().length;
  if (/^\s*- /.test(before) && depth(before) === depth(line) && !FIELD.test(line) && !/^\s*[-*]/.test(line))
    return NO_HYPHEN;
  const [, only, text = ''] = /^ *([\w-]+): +(\S.*)$/.exec(line) ?? [];
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && only !== undefined && !/:\s/.test(text)) {
    const isOutermost = depth(line) === 0;
    return {
      message: `The lines below are set in, as if they belonged to "${only}", which has its text already.`,
      remedy: isOutermost
        ? 'Write "entries:" on a line of its own above the first entry.'
        : `Line them up with "${only}:", or put quotes around a text that goes on there.`,
    };
  }
  return undefined;
}

/** A name alone in its line. */
const NAME_ALONE = /^\s*([a-z0-9_-]+)\s*$/;

const NO_HYPHEN: Fault = {
  message: 'This line stands among the items of a list and does not begin with "- ".',
  remedy: 'Begin it with "- ", or line it up with the fields of its entry.',
};

/** A sign that means something of its own to YAML at the beginning of a text, and the text behind it. */
const SIGN_FIRST = /^\s*(?:- +|[\w-]+: +)(?:(\[[^\]]*\]|\{[^}]*\})\s*[^\s,#\]}]|([>|])\s*[^\s#+-]|([!%&]))/;

/** Faults that the parser tells by words alone, or that are plain from the line. */
function byWords(message: string, line: string): Fault | undefined {
  if (/^\s*\*\s/.test(line)) {
    return { message: 'An item of a list begins with "- " here, not with *.', remedy: 'Write "- " in place of "* ".' };
  }
  if (/^\s*- \*/.test(line)) {
    const remedy = 'Begin the longer text above with a bar, "answer: |", or put quotes around the item.';
    return { message: 'An item of a list cannot begin with *.', remedy };
  }
  if (message.includes('at node end') && /["'][^"']*$/.test(line)) {
    return {
      message: 'Words follow after the quote that closes the text.',
      remedy: 'A text in quotes ends at the next quote of that kind: put the other kind around it.',
    };
  }
  if (message.startsWith('Unexpected') && /^\s+[\w-]+:(?:\s|$)/.test(line)) return FAULTS.BAD_INDENT;
  const [, sign] = /cannot start with reserved character (.)/.exec(message) ?? [];
  if (sign !== undefined) return { message: `A text cannot begin with ${sign}.`, remedy: QUOTES };
  const [, alone] = NAME_ALONE.exec(line) ?? [];
  if (alone !== undefined && /implicit/i.test(message))
    return { message: `"${alone}" has no colon after its name.`, remedy: `Write "${alone}:".` };
  const [, bracket, bar, other] = SIGN_FIRST.exec(line) ?? [];
  const first = bracket?.[0] ?? bar ?? other;
  if (first !== undefined) return { message: `A text cannot begin with ${first}.`, remedy: QUOTES };
  if (/without - indicator/.test(message)) return NO_HYPHEN;
  return undefined;
}
