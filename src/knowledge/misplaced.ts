import { isMap, isScalar } from 'yaml';
import type { Place } from './entry.js';
import { ENTRY_FIELDS, GLOSSARY_FIELDS, PATH_FIELDS, SOURCES_FIELDS, TESTS_FIELDS } from './fields.js';
import type { FieldPlaces } from './places.js';
import { type Problem, problem } from './problem.js';
import { type Group, isEmpty } from './read.js';

/** What stands in a file of its own, by its outermost field. */
const OWN_FILES: readonly [object, string][] = [
  [SOURCES_FIELDS, 'sources.yml'],
  [GLOSSARY_FIELDS, 'glossary.yml'],
  [PATH_FIELDS, 'learning.yml'],
  [TESTS_FIELDS, 'tests.yml'],
];

/** One fault behind all that is wrong with a topic file: it holds something else, or its entries stand too far to the left. */
export function misplaced(root: unknown, top: Place, places: FieldPlaces): Problem | undefined {
  if (!isMap(root)) return undefined;
  const keys = root.items.map(({ key, value }) => ({ key: isScalar(key) ? String(key.value) : '', value }));
  if (keys.some(({ key }) => key === 'entries')) return undefined;
  for (const [fields, file] of OWN_FILES) {
    const found = keys.find(({ key }) => Object.hasOwn(fields, key));
    if (!found) continue;
    const message = `"${found.key}" stands in ${top.file}, where only entries are read.`;
    return problem('K103', top, message, `Move it into ${file}; there is one such file for the whole folder.`);
  }
  const entry = keys.find(({ value }) => isMap(value) && value.has('questions'));
  if (!entry) return undefined;
  const message = `The topic file ${top.file} has no "entries" above "${entry.key}".`;
  const remedy =
    'Write "entries:" on a line of its own above the first entry, and two more spaces before all that follows.';
  return problem('K104', places.get(entry.key)?.[0] ?? top, message, remedy);
}

/**
 * The entries of a topic without fields that stand beside them: whoever forgets two spaces before each line of an entry gets
 * an empty entry and a row of others called "questions", "answer" … Told once a row.
 */
export function withoutStrays(groups: readonly Group[]): { groups: Group[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const kept: Group[] = [];
  groups.forEach((group, at) => {
    const isStray = ({ key, node }: Group) => Object.hasOwn(ENTRY_FIELDS, key) && !isMap(node);
    const next = groups[at + 1];
    if (!isStray(group)) {
      if (!(isEmpty(group.node) && next && isStray(next))) kept.push(group);
      return;
    }
    const before = groups[at - 1];
    if (before && isStray(before)) return;
    const message = `"${group.key}" stands where an entry begins.`;
    const owner = before ? ` of "${before.key}"` : '';
    const remedy = `It is a field${owner}: put two more spaces before it, and before each line that belongs to it.`;
    problems.push(problem('K105', group.place, message, remedy));
  });
  return { groups: kept, problems };
}
