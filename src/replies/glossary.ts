import type { Knowledge, Term } from '../knowledge/entry.js';
import { context, sections } from './blocks.js';
import { LIMITS, shorten } from './limits.js';
import { escapeText, escapeWithin } from './mrkdwn.js';
import { plain, type Reply } from './reply.js';

/** Characters of a definition that are shown. */
const LONGEST_DEFINITION = 9000;

/** A term's definition; without a term, or for one that is not there, the list of terms. */
export function glossaryReply(wanted: string, knowledge: Knowledge): Reply {
  const { terms, shorthand } = knowledge.glossary;
  if (terms.length === 0) return plain('*The FAQ has no glossary yet.*');
  if (wanted.trim() === '') return list(terms, '*Glossary*');
  const found = findTerm(wanted, terms) ?? findTerm(shorthand.get(wanted.trim().toLowerCase()) ?? '', terms);
  if (found) {
    const also = found.also.length === 0 ? [] : [`Also: ${escapeWithin(found.also.join(', '), 1000)}`];
    const definition = `*${escapeWithin(found.name, 300)}*\n${escapeWithin(found.definition, LONGEST_DEFINITION)}`;
    return {
      text: [definition, ...also].join('\n'),
      blocks: [...sections(definition), ...(also.length > 0 ? [context(...also)] : [])],
    };
  }
  const meant = shorthand.get(wanted.trim().toLowerCase());
  if (meant !== undefined) return plain(`*${escapeText(wanted.trim())}* is read as “${escapeText(meant)}”.`);
  return list(terms, `*“${escapeText(shorten(wanted.trim(), 100))}” is not in the glossary.* These terms are:`);
}

/** The term of that name, or one that lists it under its other words, or whose name begins with it. */
function findTerm(wanted: string, terms: readonly Term[]): Term | undefined {
  const word = wanted.trim().toLowerCase();
  if (word === '') return undefined;
  return (
    terms.find(({ name }) => name.toLowerCase() === word) ??
    terms.find(({ also }) => also.some((other) => other.toLowerCase() === word)) ??
    terms.find(({ name }) => name.toLowerCase().startsWith(word))
  );
}

function list(terms: readonly Term[], head: string): Reply {
  const names = terms.map(({ name }) => escapeText(name)).sort((a, b) => a.localeCompare(b, 'en'));
  const foot = 'Type `/iastm glossary` and a term to read what it means.';
  const body = shorten(names.join(' · '), LIMITS.section);
  return { text: [head, body, foot].join('\n'), blocks: [...sections(head), ...sections(body), context(foot)] };
}
