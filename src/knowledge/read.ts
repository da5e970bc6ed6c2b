import { isAlias, isMap, isScalar, isSeq, type Pair, Scalar } from 'yaml';
import { isCurlyQuoted, lookAlike } from './characters.js';
import type { Place } from './entry.js';
import type { Field, Fields } from './fields.js';
import { listRemedy, noText } from './misread.js';
import { type FieldPlaces, fieldPlaces } from './places.js';
import type { Code, Problem } from './problem.js';
import { expectation, lostWords, names, nearest, required, unknownRemedy } from './remedies.js';
import { openYaml } from './yaml.js';

/** A value together with the node that it was read from. */
export interface Group {
  key: string;
  place: Place;
  node: unknown;
}

interface ValueOf {
  text: string;
  texts: readonly string[];
  id: string;
  ids: readonly string[];
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
  [K in keyof F]: F[K] extends { required: true } ? ValueOf[F[K]['shape']] : ValueOf[F[K]['shape']] | undefined;
};

/** Reads the fields of one YAML file by their tables, and collects every problem in it, with its place. */
export interface FieldReader {
  root: unknown;
  text: string;
  /** Entries and sources of the text that could not be read at all. */
  unread: readonly string[];
  problems: Problem[];
  /** Whether the text ends by a bracket or quote, so that nothing can have been cut off. */
  closed: boolean;
  /** Where the fields of a map stand. */
  placesOf(node: unknown): FieldPlaces;
  /** The fields of a map that were written and could not be read, or not whole. */
  lostOf(node: unknown): ReadonlySet<string>;
  /** The fields of a map that can be read. Null where a required one is missing or unusable; the reasons are in `problems`. */
  fields<F extends Fields>(node: unknown, table: F, owner: string, at: Place): Values<F> | null;
}

/** Opens a file's text. Never throws. */
export function openFieldReader(file: string, text: string): FieldReader {
  const { root, unread, problems, closed, place, report, lineOf, after } = openYaml(file, text);
  const lost = new Map<unknown, Set<string>>();
  const unreadItems = new Set<unknown>();
  return {
    root,
    text,
    unread,
    problems,
    closed,
    placesOf: (node) => fieldPlaces(node, place, unreadItems),
    lostOf: (node) => lost.get(node) ?? NONE,
    fields,
  };

  /** A value of the wrong kind: often a sign in its line only looks like one of YAML's. */
  function misread(code: Code, node: unknown, message: string, remedy: string): void {
    // That is told already.
    if (isAlias(node)) return;
    const where = place(node);
    report(code, where, message, lookAlike(lineOf(where)) ?? remedy);
  }

  function fields<F extends Fields>(node: unknown, table: F, owner: string, from: Place): Values<F> | null {
    if (isEmpty(node)) {
      report('K106', from, `${owner} is empty.`, `Add ${required(table)}, or remove it.`);
      return null;
    }
    if (!isMap(node)) {
      misread('K105', node, `${owner} must be a group of fields.`, `Write the fields ${names(table)} below it.`);
      return null;
    }
    const values: Record<string, unknown> = {};
    const meant = new Set<string>();
    const lose = (name: string) => lost.set(node, (lost.get(node) ?? new Set()).add(name));
    let whole = true;
    for (const pair of node.items) {
      const name = keyOf(pair);
      // The second of two is told already.
      if (Object.hasOwn(values, name)) continue;
      const field = table[name];
      if (!field || !Object.hasOwn(table, name)) {
        const where = place(pair.key);
        const message = `${owner} has the unknown field "${name}".`;
        report('K103', where, message, nestedRemedy(name, pair.value, table) ?? unknownRemedy(name, where.col, table));
        const near = nearest(name, table);
        if (near !== undefined) lose(near);
        meant.add(near ?? '');
        continue;
      }
      const value = readValue(field, pair, `"${name}" of ${owner}`);
      if (value === undefined || (isSeq(pair.value) && pair.value.items.some((item) => unreadItems.has(item))))
        lose(name);
      if (value !== undefined) values[name] = value;
      else if (field.required) whole = false;
    }
    const missing = Object.keys(table).filter(
      (name) => table[name]?.required && !node.items.some((pair) => keyOf(pair) === name),
    );
    // A field that is there under a wrong name is told as that.
    const untold = missing.filter((name) => !meant.has(name));
    if (untold.length > 0) {
      const remedy = `Add ${untold.length === 1 ? 'it' : 'them'}. ${untold.map((name) => table[name]?.means).join(' ')}`;
      report('K104', from, `${owner} has no ${untold.map((name) => `"${name}"`).join(' and no ')}.`, remedy);
    }
    whole &&= missing.length === 0;
    return whole ? (values as Values<F>) : null;
  }

  function readValue(field: Field, pair: Pair, owner: string): unknown {
    const node = pair.value;
    if (isEmpty(node)) {
      const remedy = field.required ? `Fill it in. ${field.means}` : 'Fill it in, or remove the line.';
      // What stood below it may be what could not be read.
      const isLeftOut = unread.length > 0 && place(pair.key).col === 1;
      if (!isLeftOut && (field.shape !== 'text' || !isCut(node, owner)))
        report('K106', place(pair.key), `${owner} is empty.`, remedy);
      return undefined;
    }
    switch (field.shape) {
      case 'text':
        return textOf(node, owner);
      case 'texts':
        return listOf(node, owner, textOf);
      case 'id':
        return idOf(node, owner);
      case 'ids':
        return listOf(node, owner, idOf);
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
        return words.some(([, word]) => word === undefined) ? undefined : new Map(words);
      }
      case 'word':
      case 'flag':
      case 'date':
      case 'number':
        return wordOf(field, node, owner);
      default:
        return field.shape satisfies never;
    }
  }

  /** A text in the writer's words: none of them may be lost in a comment. */
  function textOf(node: unknown, owner: string): string | undefined {
    if (isCut(node, owner)) return undefined;
    const text = scalarOf(node, owner);
    if (text !== undefined && isCurlyQuoted(text)) {
      const remedy = 'Remove them, or type straight ones, ", on both sides.';
      report('K116', place(node), `${owner} stands in curly quotes, which people will see.`, remedy);
    }
    return text;
  }

  /** One word, which a comment may follow. */
  function idOf(node: unknown, owner: string): string | undefined {
    const id = scalarOf(node, owner);
    if (id === undefined || !isCurlyQuoted(id)) return id;
    misread('K105', node, `${owner} is ${id}.`, 'Remove the curly quotes.');
    return undefined;
  }

  /** Reports a text whose rest, or all of it, is read as a comment. */
  function isCut(node: unknown, owner: string): boolean {
    if (!isScalar(node) || node.type !== Scalar.PLAIN) return false;
    const rest = after(node);
    const words = lostWords(rest);
    if (words === undefined) return false;
    const whole = `${node.value ?? ''}${rest}`;
    const quote = whole.includes('"') ? "'" : '"';
    const remedy = `Put quotes around the whole text: ${quote}${whole}${quote}. A comment has a line of its own.`;
    report('K110', place(node), `The words "${words}" in ${owner} are lost: " #" begins a comment.`, remedy);
    return true;
  }

  function scalarOf(node: unknown, owner: string): string | undefined {
    if (isEmpty(node)) {
      report('K106', place(node), `${owner} is empty.`, 'Fill it in, or remove the line.');
      return undefined;
    }
    if (isScalar(node) && typeof node.value === 'string') return node.value.trim();
    const { message, remedy } = noText(node, owner);
    misread('K105', node, message, remedy);
    return undefined;
  }

  function listOf<T>(
    node: unknown,
    owner: string,
    item: (node: unknown, owner: string) => T | undefined,
  ): T[] | undefined {
    if (!isSeq(node)) {
      misread('K105', node, `${owner} must be a list.`, listRemedy(node));
      return undefined;
    }
    const items = node.items.map((each, at) => item(each, `item ${at + 1} of ${owner}`));
    node.items.forEach((each, at) => {
      if (items[at] === undefined) unreadItems.add(each);
    });
    const read = items.flatMap((each) => (each === undefined ? [] : [each]));
    return read.length === 0 ? undefined : read;
  }

  function groupOf(node: unknown, owner: string): Group[] | undefined {
    if (!isMap(node)) {
      misread('K105', node, `${owner} must be a group.`, 'Write each item below it, as "id:" and its fields.');
      return undefined;
    }
    return node.items.map((pair) => ({ key: keyOf(pair), place: place(pair.key), node: pair.value }));
  }

  function wordOf(field: Field, node: unknown, owner: string): string | boolean | number | undefined {
    const word = scalarOf(node, owner);
    if (word === undefined) return undefined;
    const { allowed, remedy } = expectation(field);
    if (allowed(word)) return field.shape === 'flag' ? word === 'true' : field.shape === 'number' ? Number(word) : word;
    const code = field.shape === 'date' ? 'K112' : field.shape === 'word' ? 'K107' : 'K105';
    misread(code, node, `${owner} is "${word}".`, remedy);
    return undefined;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a field, a list or a group has nothing in it. */
export function isEmpty(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  if (isScalar(node)) return node.value === null || (typeof node.value === 'string' && node.value.trim() === '');
  return (isMap(node) || isSeq(node)) && node.items.length === 0;
}

/** The names of a map's fields that are groups themselves; none where it is no map. */
export function groupsIn(node: unknown): string[] {
  return isMap(node) ? node.items.filter(({ value }) => isMap(value)).map(keyOf) : [];
}

/** What to do about a field that is a whole group of this table's fields: it slipped into the one above. */
function nestedRemedy(name: string, value: unknown, table: Fields): string | undefined {
  if (!isMap(value) || !value.items.some((pair) => Object.hasOwn(table, keyOf(pair)))) return undefined;
  return `"${name}" looks like one of its own: take spaces away, until it begins under the name of the one above.`;
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
