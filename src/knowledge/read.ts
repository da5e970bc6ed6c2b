import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, Scalar, visit } from 'yaml';
import type { Place } from './entry.js';
import type { Field, Fields } from './fields.js';
import { type Code, type Problem, problem } from './problem.js';
import { expectation, names, required, unknownRemedy, yamlRemedy } from './remedies.js';

/** A value together with the node that it was read from. */
export interface Group {
  key: string;
  place: Place;
  node: unknown;
}

interface ValueOf {
  text: string;
  texts: readonly string[];
  flag: boolean;
  date: string;
  number: number;
  word: string;
  lists: readonly (readonly string[])[];
  words: ReadonlyMap<string, string>;
  group: readonly Group[];
  groups: readonly Group[];
}

/** What a table of fields reads as: required fields are there, the others may be missing. */
export type Values<F extends Fields> = {
  [K in keyof F]: F[K] extends { required: true } ? ValueOf[F[K]['kind']] : ValueOf[F[K]['kind']] | undefined;
};

/** Reads one YAML text and collects every problem in it, with its place. */
export interface Reader {
  root: unknown;
  problems: Problem[];
  place(node: unknown): Place;
  /** The fields of a map. Null where a required one is missing or unusable; the reasons are in `problems`. */
  fields<F extends Fields>(node: unknown, table: F, owner: string, at: Place): Values<F> | null;
}

/** Control characters other than tab and line breaks, and the byte order mark within a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0085\ufeff\ufffe\uffff]/;

/** How many YAML errors of one file are told: one missing bracket can cause thousands. */
const MOST_YAML_ERRORS = 10;

/** Scalars stay as typed (YAML's failsafe schema), so `no`, `1.10` and `12:30` are texts. Never throws. */
export function openReader(file: string, text: string): Reader {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), col: Math.max(col, 1) };
  };
  const report = (code: Code, place: Place, message: string, remedy: string) => {
    problems.push(problem(code, place, message.charAt(0).toUpperCase() + message.slice(1), remedy));
  };
  const place = (node: unknown): Place => at((node as Node | null)?.range?.[0] ?? 0);

  const control = CONTROL.exec(text);
  if (control) {
    const before = text.slice(0, control.index).split('\n');
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report(
      'K109',
      { file, line: before.length, col: (before.at(-1)?.length ?? 0) + 1 },
      `The text holds the invisible character U+${code}.`,
      'Delete it; it often comes from pasting out of another program.',
    );
    return { root: null, problems, place, fields: () => null };
  }

  const root = parse();
  return { root, problems, place, fields };

  function parse(): unknown {
    try {
      const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe', prettyErrors: false });
      for (const error of document.errors.slice(0, MOST_YAML_ERRORS)) {
        const twice = error.code === 'DUPLICATE_KEY';
        report(
          twice ? 'K202' : 'K101',
          at(error.pos[0]),
          twice ? 'This key stands twice in the same group.' : `The YAML cannot be read here: ${error.message}.`,
          twice ? 'Give one of them another name, or join the two.' : yamlRemedy(error.code),
        );
      }
      if (document.errors.length > 0) return null;
      refuseAliases(document.contents);
      return problems.length > 0 ? null : document.contents;
    } catch {
      report('K101', at(0), 'The YAML is nested too deeply to be read.', 'An entry needs four levels at the most.');
      return null;
    }
  }

  function refuseAliases(contents: unknown): void {
    const refuse = (node: unknown) =>
      report('K108', place(node), 'YAML anchors, aliases and tags are not allowed.', 'Write the text out in full.');
    visit(contents as Node | null, {
      Node(_, node) {
        if (isAlias(node)) refuse(node);
        else if (
          node.anchor !== undefined ||
          (node.tag !== undefined && !/^tag:yaml\.org,2002:(map|seq|str)$/.test(node.tag))
        )
          refuse(node);
        return undefined;
      },
    });
  }

  function fields<F extends Fields>(node: unknown, table: F, owner: string, from: Place): Values<F> | null {
    if (isEmpty(node)) {
      report('K106', from, `${owner} is empty.`, `Add ${required(table)}, or remove it.`);
      return null;
    }
    if (!isMap(node)) {
      report('K105', place(node), `${owner} must be a group of fields.`, `Write the fields ${names(table)} below it.`);
      return null;
    }
    const values: Record<string, unknown> = {};
    let whole = true;
    for (const pair of node.items) {
      const name = keyOf(pair);
      const field = table[name];
      if (!field || !Object.hasOwn(table, name)) {
        report('K103', place(pair.key), `${owner} has the unknown field "${name}".`, unknownRemedy(name, table));
        continue;
      }
      const value = readValue(field, pair, `"${name}" of ${owner}`);
      if (value === undefined) whole = false;
      else values[name] = value;
    }
    for (const [name, field] of Object.entries(table)) {
      if (!field.required || node.items.some((pair) => keyOf(pair) === name)) continue;
      report('K104', from, `${owner} has no "${name}".`, `Add it. ${field.means}`);
      whole = false;
    }
    return whole ? (values as Values<F>) : null;
  }

  function readValue(field: Field, pair: Pair, owner: string): unknown {
    const node = pair.value;
    if (isEmpty(node)) {
      report(
        'K106',
        place(pair.key),
        `${owner} is empty.`,
        field.required ? `Fill it in. ${field.means}` : 'Fill it in, or remove the line.',
      );
      return undefined;
    }
    switch (field.kind) {
      case 'text':
        return textOf(node, owner);
      case 'texts':
        return listOf(node, owner, textOf);
      case 'lists':
        return listOf(node, owner, (item, name) => listOf(item, name, textOf));
      case 'group':
        return groupOf(node, owner);
      case 'groups':
        return listOf(node, owner, (item): Group => ({ key: '', place: place(item), node: item }));
      case 'words': {
        const group = groupOf(node, owner);
        if (!group) return undefined;
        const words = group.map(({ key, node: word }) => [key, textOf(word, `"${key}" of ${owner}`)] as const);
        return words.every(([, word]) => word !== undefined) ? new Map(words) : undefined;
      }
      case 'word':
      case 'flag':
      case 'date':
      case 'number':
        return wordOf(field, node, owner);
      default:
        return field.kind satisfies never;
    }
  }

  function textOf(node: unknown, owner: string): string | undefined {
    if (isEmpty(node)) {
      report('K106', place(node), `${owner} is empty.`, 'Fill it in, or remove the line.');
      return undefined;
    }
    if (!isScalar(node) || typeof node.value !== 'string') {
      report(
        'K105',
        place(node),
        `${owner} must be a text.`,
        'Write one text; put quotes around it where it holds ": ".',
      );
      return undefined;
    }
    if (node.type === Scalar.PLAIN && node.comment && !/^[\s!#-]/.test(node.comment)) {
      report(
        'K110',
        place(node),
        `In ${owner} the words after " #" are read as a comment and lost.`,
        'Put quotes around the whole text, or a space after # where it is a comment.',
      );
    }
    return node.value.trim();
  }

  function listOf<T>(
    node: unknown,
    owner: string,
    item: (node: unknown, owner: string) => T | undefined,
  ): T[] | undefined {
    if (!isSeq(node)) {
      report(
        'K105',
        place(node),
        `${owner} must be a list.`,
        'Write each item on a line of its own, beginning with "- ".',
      );
      return undefined;
    }
    const items = node.items.map((each, at) => item(each, `item ${at + 1} of ${owner}`));
    if (items.some((each) => each === undefined)) return undefined;
    return items as T[];
  }

  function groupOf(node: unknown, owner: string): Group[] | undefined {
    if (!isMap(node)) {
      report('K105', place(node), `${owner} must be a group.`, 'Write each item below it, as "id:" and its fields.');
      return undefined;
    }
    return node.items.map((pair) => ({ key: keyOf(pair), place: place(pair.key), node: pair.value }));
  }

  function wordOf(field: Field, node: unknown, owner: string): string | boolean | number | undefined {
    const word = textOf(node, owner);
    if (word === undefined) return undefined;
    const { allowed, remedy } = expectation(field);
    if (allowed(word)) return field.kind === 'flag' ? word === 'true' : field.kind === 'number' ? Number(word) : word;
    report(
      field.kind === 'date' ? 'K112' : field.kind === 'word' ? 'K107' : 'K105',
      place(node),
      `${owner} is "${word}".`,
      remedy,
    );
    return undefined;
  }
}

function isEmpty(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  if (isScalar(node)) return node.value === null || (typeof node.value === 'string' && node.value.trim() === '');
  return (isMap(node) || isSeq(node)) && node.items.length === 0;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
