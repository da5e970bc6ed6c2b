import { type Problem, problem } from './problem.js';

/**
 * What the name of a file says. `read`: it is read. `misnamed`: somebody means it to be read, and it is not. `aside`: it
 * looks like knowledge, and is a backup or an editor's own. `other`: it is none, or shows by its name that it is an example.
 */
export type Standing = 'read' | 'misnamed' | 'aside' | 'other';

/** What iCloud leaves where it has taken a file off the machine: `.safety.yml.icloud`. */
const IN_CLOUD = /^\.(.+\.ya?ml)\.icloud$/i;
const EXAMPLE = /\.ya?ml\.(example|sample|template|dist)$/i;
/** Hidden files, and what editors and other systems put beside a file: `.safety.yml.swp`, `~$safety.yml`, `._safety.yml`. */
const OWN = /^[.~#]/;
/** Another extension, a slip in it, or one too many: `.YML`, `.yml.txt`, `.ymal`, `safety.yml `. */
const MISNAMED = /\.(ya?ml\.(txt|text|rtf|docx?)|yml|yaml|yam|ylm|ymal|yalm|ymll|yamll)\s*$/i;
const LOOKS_SO = /\.ya?ml(?![a-z0-9])/i;

/** The files with a meaning of their own, without `.yml`. */
const ROLES = ['sources', 'glossary', 'learning', 'tests'];
/** What copying puts around a name: `Copy of safety`, `safety (1)`, `safety - Copy`, `safety copy 2`. */
const COPIED =
  /^copy (\(\d+\) )?of |( - copy)?( \(\d+\))$|( -)? copy( \d+)?$| \([^)]*conflict[^)]*\)$|\.sync-conflict-[^.]*$/;

export function standingOf(name: string): Standing {
  if (IN_CLOUD.test(name)) return 'misnamed';
  if (EXAMPLE.test(name)) return 'other';
  if (OWN.test(name)) return LOOKS_SO.test(name) ? 'aside' : 'other';
  if (/\.ya?ml$/.test(name)) return isPlain(name) || !ROLES.includes(roleOf(name)) ? 'read' : 'misnamed';
  if (MISNAMED.test(name)) return 'misnamed';
  return LOOKS_SO.test(name) ? 'aside' : 'other';
}

/** What a file is for, the same for all that a reader takes for one file: `safety` of `Safety.yml` and `safety (1).yaml`. */
function roleOf(name: string): string {
  let role = (IN_CLOUD.exec(name)?.[1] ?? name).normalize().toLowerCase().trim();
  while (MISNAMED.test(role)) role = role.replace(MISNAMED, '').trim();
  while (COPIED.test(role)) role = role.replace(COPIED, '').trim();
  return role;
}

/** Whether a name is no copy's and in small letters. */
function isPlain(name: string): boolean {
  return name === `${roleOf(name)}.yml` || name === `${roleOf(name)}.yaml`;
}

/** The files of a folder that are read, in the order of their names, and what is wrong with the names of the others. */
export function sortFiles(names: readonly string[]): { read: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const wanted = names.filter((name) => ['read', 'misnamed'].includes(standingOf(name))).sort();
  const read: string[] = [];
  for (const name of wanted) {
    const role = roleOf(name);
    const [first = name] = wanted.filter((other) => roleOf(other) === role).sort(plainFirst);
    if (name !== first) problems.push(twice(name, first));
    else if (standingOf(name) === 'read') read.push(name);
    else problems.push(misnamed(name, `${role}.yml`));
  }
  const asides = names.filter((name) => standingOf(name) === 'aside');
  return { read, problems: [...problems, ...asides.map((name) => aside(name))] };
}

/** The file that a reader would keep of several: one that is read, under a plain name, and ends in `.yml`. */
function plainFirst(a: string, b: string): number {
  const rank = (name: string) =>
    (standingOf(name) === 'read' ? 0 : 4) + (isPlain(name) ? 0 : 2) + (name.endsWith('.yml') ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function twice(name: string, first: string): Problem {
  const message = `"${name}" and "${first}" are two files of one name; only one of them can be right.`;
  const remedy = 'Put what both hold into one, and move the other out of the folder, or give it another name.';
  return problem('K113', { file: name, line: 1, col: 1 }, message, remedy);
}

function misnamed(name: string, right: string): Problem {
  const place = { file: name, line: 1, col: 1 };
  const inCloud = IN_CLOUD.exec(name)?.[1];
  if (inCloud !== undefined) {
    const message = `"${inCloud}" is not on this machine: iCloud keeps it and left "${name}" in its place.`;
    return problem('K114', place, message, 'Open the folder in Finder and choose "Download Now", or switch that off.');
  }
  return problem('K114', place, `"${name}" is not read, for its name.`, `Rename it to "${right}".`);
}

/** A file or folder that looks like knowledge and is passed over. */
export function aside(name: string, what = 'looks like knowledge and is not read'): Problem {
  const remedy =
    'Where the bot should answer from it, save it in this folder under a name like "safety.yml"; else move it out.';
  return problem('K115', { file: name, line: 1, col: 1 }, `"${name}" ${what}.`, remedy);
}
