/** How the search reads a question. */

import type { WireReading } from '../wire.js';
import { type Child, el } from './dom.js';

/** Who would answer, how sure that is, and what spoke for it. */
export function reading({ decision, candidates, words, phrasing, warnings, corrections }: WireReading): Child[] {
  const head = ['Entry', 'Id', 'Confidence'].map((name) => el('th', { scope: 'col' }, name));
  const rows = candidates.map(({ title, entry, confidence, sure }) =>
    el('tr', {}, el('td', {}, title), el('td', {}, entry), el('td', {}, `${confidence.toFixed(2)}, ${sure}`)),
  );
  const facts = [
    ['Decision', decision],
    ['Warns of', warnings.map(({ title, watched }) => `${title} (“${watched}”)`).join('; ') || 'nothing'],
    ['Words that spoke for the first', words.map(({ word, weight }) => `${word} ${weight.toFixed(2)}`).join(', ')],
    ['Nearest phrasing', phrasing ?? ''],
    ['Read otherwise', corrections.map(({ typed, read }) => `${typed} as ${read}`).join(', ')],
  ].filter(([, value]) => value !== '');
  return [
    ...facts.map(([name, value]) => el('p', {}, `${name}: ${value}`)),
    rows.length > 0 ? el('table', {}, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)) : null,
  ];
}
