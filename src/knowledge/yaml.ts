import {
  type Document,
  isAlias,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { garbled, invisible, lookAlike, withoutInvisible } from './characters.js';
import type { Place } from './entry.js';
import { type Code, type Problem, problem } from './problem.js';
import { conflicts } from './unread.js';
import { beginsWithTab, isBracket, OPEN_QUOTE, yamlFault } from './yaml-faults.js';
import { type Part, partsOf, without } from './yaml-parts.js';

/** A file's text as YAML, with all that is wrong with the YAML itself. */
export interface YamlText {
  /** Null where the text is empty or cannot be read. Entries and sources with a fault of their own are left out. */
  root: unknown;
  /** What was left out. */
  unread: readonly string[];
  /** Found so far; whoever reads the nodes adds to them. */
  problems: Problem[];
  /** Whether the last value ends by a bracket or quote right where the text ends: then nothing of it is cut off. */
  closed: boolean;
  place(node: unknown): Place;
  /** Adds a problem; its message begins with a capital. */
  report(code: Code, place: Place, message: string, remedy: string): void;
  /** The line that a place stands in. */
  lineOf(place: Place): string;
  /** What stands in the same line after a node. */
  after(node: unknown): string;
}

/** How many faults of one file's YAML are told. */
const MOST_YAML_ERRORS = 10;
/** What this program allows of YAML's tags, which the parser itself gives to plain maps, lists and texts. */
const PLAIN_TAG = /^tag:yaml\.org,2002:(map|seq|str)$/;

/** Scalars stay as typed (YAML's failsafe schema), so `no`, `1.10` and `12:30` are texts. Never throws. */
export function openYaml(file: string, text: string): YamlText {
  const unsettled = conflicts(file, text);
  const problems: Problem[] = unsettled.length > 0 ? unsettled : [...invisible(file, text), ...garbled(file, text)];
  // Whatever else is wrong in a line with a sign that nobody sees comes from that.
  const told = new Set(problems.map(({ place: { line: number } }) => number));
  const unread: string[] = [];
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), col: Math.max(col, 1) };
  };
  const report = (code: Code, place: Place, message: string, remedy: string) => {
    if (told.has(place.line)) return;
    problems.push(problem(code, place, message.charAt(0).toUpperCase() + message.slice(1), remedy));
  };
  const place = (node: unknown): Place => at((node as Node | null)?.range?.[0] ?? 0);
  const line = (number: number) => text.slice(lines.lineStarts[number - 1], lines.lineStarts[number]).trimEnd();

  const seen = unsettled.length > 0 ? null : problems.length > 0 ? withoutInvisible(text) : text;
  const document = seen === null ? null : parse(seen);
  return {
    root: document?.contents ?? null,
    unread,
    problems,
    closed: document !== null && isClosed(document),
    place,
    report,
    lineOf: (where) => line(where.line),
    after(node) {
      const end = (node as Node).range?.[1] ?? text.length;
      return (text.slice(end).split('\n', 1)[0] ?? '').trimEnd();
    },
  };

  function parse(whole: string): Document | null {
    try {
      const parsed = parseDocument(whole, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
      // What else is wrong may come from the signs that nobody sees.
      if (problems.length > 0 && !parsed.errors.every(isDouble)) return null;
      const faulty = reportErrors(parsed);
      if (faulty === null) return null;
      const rest =
        faulty.length === 0
          ? parsed
          : parseDocument(without(whole, faulty), { schema: 'failsafe', prettyErrors: false });
      if (!rest.errors.every(isDouble)) return null;
      unread.push(...faulty.map(({ part }) => part));
      refuseAliases(rest.contents);
      return rest;
    } catch {
      report('K101', at(0), 'The YAML is nested too deeply to be read.', 'An entry needs four levels at the most.');
      return null;
    }
  }

  /**
   * One finding a fault. The parser goes on after one and takes what follows for further ones, to the end of the file; so each
   * entry is read by itself then, and only its first fault is told. Answers with the entries that the rest can be read without; null
   * where it cannot.
   */
  function reportErrors({ errors }: { errors: YAMLError[] }): Part[] | null {
    if (errors.every(isDouble)) {
      reportDoubles(errors, 0);
      return [];
    }
    const faulty: Part[] = [];
    for (const each of partsOf(text)) {
      const alone = parseDocument(each.part, { schema: 'failsafe', prettyErrors: false });
      const error = alone.errors.find((one) => !isDouble(one));
      if (error) {
        reportFault(error, each.from, alone.contents);
        faulty.push(each);
      } else reportDoubles(alone.errors, each.from);
      if (problems.length >= MOST_YAML_ERRORS) return null;
    }
    const [error] = errors.filter((each) => !isDouble(each));
    if (problems.length === 0 && error) reportFault(error, 0, null);
    return faulty.length > 0 && faulty.every(({ isInner }) => isInner) ? faulty : null;
  }

  /** An entry that begins as far to the right as the fields of the one above gives a double for each of its fields. */
  function reportDoubles(errors: readonly YAMLError[], from: number): void {
    let within: string | undefined;
    for (const { pos } of errors) {
      const offset = from + pos[0];
      const where = at(offset + text.slice(offset).search(/\S|$/));
      const [name = ''] = /^[^:]*/.exec(line(where.line).slice(where.col - 1)) ?? [];
      const own = /^(\s+)([a-z0-9-]+):\s*$/.exec(lineAbove(where.line));
      if (name === 'questions' && own?.[1]?.length === where.col - 1) {
        const [, margin = '', id = ''] = own;
        within = margin;
        const place = { ...where, line: lineNumberAbove(where.line) };
        const remedy = `Take two spaces away before "${id}:", so that it begins under the name of the entry above; its fields stay where they are.`;
        report('K103', place, `"${id}" stands among the fields of the entry above.`, remedy);
        told.add(place.line);
        unread.push(`${id}:`);
      } else if (within?.length !== where.col - 1) {
        const remedy =
          where.col > 3 || where.col === 1
            ? 'Keep one of the two, or join what they hold.'
            : 'Give one of the two another id, or join them.';
        report('K202', where, `"${name.trim()}" stands here twice.`, remedy);
      }
    }
  }

  /** A fault, of the text from an offset on. */
  function reportFault(error: YAMLError, from: number, contents: unknown): void {
    const open = openQuote(contents, text.slice(from));
    if (open !== null) {
      const opens = at(from + open);
      report('K101', opens, OPEN_QUOTE.message, lookAlike(line(opens.line)) ?? OPEN_QUOTE.remedy);
      return;
    }
    const where = firstSign(at(from + offsetOf(error, contents, text.slice(from))));
    // Of a bracket the parser tells where it missed the other half: what keeps it apart stands there.
    const seen = isBracket(error) ? at(from + error.pos[0]) : where;
    const above = { line: lineAbove(seen.line), field: fieldAbove(seen.line) };
    const { message, remedy } = yamlFault(error, line(seen.line), above);
    report('K101', where, message, remedy);
  }

  /** A place at the beginning of a line is that of its first sign; a tab is one. */
  function firstSign(where: Place): Place {
    const shown = line(where.line);
    if (beginsWithTab(shown)) return { ...where, col: 1 };
    return where.col === 1 ? { ...where, col: shown.length - shown.trimStart().length + 1 } : where;
  }

  /** The nearest line above that is not empty. */
  function lineAbove(below: number): string {
    const number = lineNumberAbove(below);
    return number === 0 ? '' : line(number);
  }

  /** The nearest line above that begins a field. */
  function fieldAbove(below: number): string {
    let number = below - 1;
    while (number > 0 && !/^ *[\w-]+:(?:\s|$)/.test(line(number))) number -= 1;
    return number === 0 ? '' : line(number);
  }

  function lineNumberAbove(below: number): number {
    let number = below - 1;
    while (number > 0 && line(number).trim() === '') number -= 1;
    return Math.max(0, number);
  }

  function refuseAliases(contents: unknown): void {
    visit(contents as Node | null, {
      Node(_, node) {
        const plain =
          !isAlias(node) && node.anchor === undefined && (node.tag === undefined || PLAIN_TAG.test(node.tag));
        if (!plain)
          report('K108', place(node), 'YAML anchors, aliases and tags are not allowed.', 'Write the text out in full.');
        return undefined;
      },
    });
  }

  /** Whether the node that stands last in the text is a quoted one, or a list or group in brackets, and ends with it. */
  function isClosed({ contents }: Document): boolean {
    let closed = false;
    visit(contents, {
      Node(_, node) {
        const inBrackets = 'flow' in node && node.flow === true;
        closed ||= node.range?.[1] === text.length && (inBrackets || isQuoted(node));
        return undefined;
      },
    });
    return closed;
  }
}

/** Where a fault begins: at the quote or bracket that is not closed, rather than where the parser missed its other half. */
function offsetOf(error: YAMLError, contents: unknown, text: string): number {
  const { message, pos } = error;
  if (/^Missing closing ['"]quote/.test(message)) return lastQuote(contents, pos[0]);
  if (!isBracket(error)) return pos[0];
  const open = Math.max(text.lastIndexOf('[', pos[0] - 1), text.lastIndexOf('{', pos[0] - 1));
  return open < 0 ? pos[0] : open;
}

/** Where a quote opens that swallows the lines below it up to the next quote: no text goes on with an item or a field. */
function openQuote(contents: unknown, text: string): number | null {
  let open: number | null = null;
  visit(contents as Node | null, {
    Scalar(_, node) {
      const [from = 0, to = 0] = node.range ?? [];
      if (open === null && isQuoted(node) && /\n[ \t]*(?:- |[a-z_]+:(?:\s|$))/.test(text.slice(from, to))) open = from;
      return undefined;
    },
  });
  return open;
}

/** Where the last quoted text begins that opens before a place. */
function lastQuote(contents: unknown, before: number): number {
  let last = 0;
  visit(contents as Node | null, {
    Scalar(_, node) {
      const [from = 0] = node.range ?? [];
      if (isQuoted(node) && from < before) last = from;
      return undefined;
    },
  });
  return last;
}

function isQuoted(node: unknown): boolean {
  return isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE);
}

function isDouble({ code }: YAMLError): boolean {
  return code === 'DUPLICATE_KEY';
}
