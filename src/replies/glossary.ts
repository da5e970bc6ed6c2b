import type { Knowledge, Term } from '../knowledge/entry.js';
import { context, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeText, escapeWithin } from './mrkdwn.js';
import { nearest } from './nearest.js';
import { plain, type Reply } from './reply.js';

/** Characters of a definition that are shown. */
const LONGEST_DEFINITION = 9000;

/** A term's definition; the list of terms without one that is there. */
export function glossaryReply(wanted: string, knowledge: Knowledge): Reply {
  const { terms } = knowledge.glossary;
  if (terms.length === 0) return plain('*The FAQ has no glossary yet.*');
  const { read, found } = lookedUp(wanted, knowledge);
  if (found) {
    const also = found.also.length === 0 ? [] : [`Also: ${escapeWithin(found.also.join(', '), 1000)}`];
    const definition = `*${escapeWithin(found.name, 300)}*\n${escapeWithin(found.definition, LONGEST_DEFINITION)}`;
    return {
      text: [definition, ...also].join('\n'),
      blocks: [...sections(definition), ...(also.length > 0 ? [context(...also)] : [])],
    };
  }
  if (read !== undefined) return plain(`*${escapeText(wanted.trim())}* is read as “${escapeText(read)}”.`);
  return list(terms);
}

/** Says that a term is not in the glossary; null where it is, none is asked for, or there are none. */
export function noTermReply(wanted: string, knowledge: Knowledge): Reply | null {
  const { read, found } = lookedUp(wanted, knowledge);
  if (wanted.trim() === '' || found !== null || read !== undefined) return null;
  return noteOf(`“${escapeWithin(wanted.trim(), 100)}” is not in the glossary.`);
}

function lookedUp(wanted: string, { glossary: { terms, shorthand } }: Knowledge) {
  const read = shorthand.get(wanted.trim().toLowerCase());
  return { read, found: findTerm(read ?? wanted, terms) };
}

/** Stands above what the FAQ says to the words themselves. */
export function noteOf(said: string): Reply {
  const text = `${said} I read it as a question.`;
  return { text, blocks: [context(text)] };
}

/** The term of that name, or one that lists it under its other words, or whose name begins with it, or is it but for a slip. */
function findTerm(wanted: string, terms: readonly Term[]): Term | null {
  const word = wanted.trim().toLowerCase();
  if (word === '') return null;
  return (
    terms.find(({ name }) => name.toLowerCase() === word) ??
    terms.find(({ also }) => also.some((other) => other.toLowerCase() === word)) ??
    terms.find(({ name }) => name.toLowerCase().startsWith(word)) ??
    nearest(word, terms, ({ name, also }) => [name, ...also])
  );
}

function list(terms: readonly Term[]): Reply {
  const head = '*Glossary*';
  const names = terms.map(({ name }) => escapeText(name)).sort((a, b) => a.localeCompare(b, 'en'));
  const foot = 'Type `/iastm glossary` and a term to read what it means.';
  const body = shorten(names.join(' · '), LIMITS.section);
  return { text: [head, body, foot].join('\n'), blocks: [...sections(head), ...sections(body), context(foot)] };
}
