// Writes docs/licences.md from package-lock.json; with --check only compares, and refuses licences that are not allowed.
import { readFileSync, writeFileSync } from 'node:fs';

const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Python-2.0',
]);
const FILE = 'docs/licences.md';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const shipped = Object.entries(packages)
  .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
  .map(([path, { version, license }]) => [path.replace(/^.*node_modules\//, ''), version, license ?? 'not stated'])
  .sort(([a], [b]) => (a < b ? -1 : 1));
const text = `# Licences of what is shipped

Made by \`npm run licences\` from package-lock.json; packages that only tests and tools need are left out.

| package | version | licence |
| --- | --- | --- |
${shipped.map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;

const refused = shipped.filter(([, , licence]) => !ALLOWED.has(licence));
for (const [name, , licence] of refused)
  console.error(`${name}: the licence "${licence}" is not among the allowed ones.`);
if (process.argv.includes('--check')) {
  const same = readFileSync(FILE, 'utf8') === text;
  if (!same) console.error(`${FILE} is not what package-lock.json says. Run "npm run licences".`);
  process.exitCode = same && refused.length === 0 ? 0 : 1;
} else {
  writeFileSync(FILE, text);
  process.exitCode = refused.length === 0 ? 0 : 1;
}
