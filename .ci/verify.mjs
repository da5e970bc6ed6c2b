// Runs every check in order, goes on after a failed one, and ends with the line "N passed, N failed". Tests count one by one,
// every other check as one. A test that failed while others had the machine is asked once more at the end, by itself, and
// named either way.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const CHECKS = [
  ['lint and format', 'npm', ['run', '-s', 'lint']],
  ['types', 'npm', ['run', '-s', 'types']],
  ['nothing unused', 'npm', ['run', '-s', 'unused']],
  ['knowledge', 'npm', ['run', '-s', 'check', '--', '--quiet']],
  ['licences', 'npm', ['run', '-s', 'licences', '--', '--check']],
];
const TESTS = [
  ['tests', 'test'],
  ['browser tests', 'test:browser'],
  ['faults', 'test:faults'],
];

const reports = mkdtempSync(join(tmpdir(), 'iastm-verify-'));
const told = [];
let passed = 0;
let failed = 0;

for (const [name, command, args] of CHECKS) {
  console.log(`\n== ${name}`);
  if (run(command, args)) passed++;
  else fail(name);
}
const again = [];
for (const [name, script] of TESTS) {
  console.log(`\n== ${name}`);
  const first = test(script);
  passed += first.passed;
  if (first.failures.length > 0) again.push([name, script, first.failures]);
  else if (!first.well) fail(`${name}: ended with a fault of no single test`);
}
for (const [name, script, failures] of again) {
  console.log(`\n== ${name} that failed, once more`);
  const second = test(script, [...new Set(failures.map(({ file }) => file))]);
  if (!second.well && second.failures.length === 0) fail(`${name}: ended with a fault of no single test`);
  for (const { file, title } of failures) {
    const well = second.titles.has(`${file} ${title}`);
    if (well) passed++;
    else fail(`${file}: ${title}`);
    if (well) told.push(`Passed at the second try, mend it: ${file}: ${title}`);
  }
}
rmSync(reports, { recursive: true });

console.log(`\n${[...told, `${passed} passed, ${failed} failed`].join('\n')}`);
process.exit(failed === 0 ? 0 : 1);

function fail(what) {
  failed++;
  told.push(`Failed: ${what}`);
}

/** Runs the tests of a script, in some files or in all. A file that could not be read counts as one failed test of its name. */
function test(script, files = []) {
  const report = join(reports, 'report.json');
  rmSync(report, { force: true });
  const well = run('npm', [
    'run',
    '-s',
    script,
    '--',
    ...files,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  const cases = read(report).flatMap(({ name, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const within = assertionResults.map((it) => ({ file, title: it.fullName, status: it.status }));
    const broken = status === 'failed' && !within.some((it) => it.status === 'failed');
    return broken ? [...within, { file, title: 'the file as a whole', status }] : within;
  });
  const good = cases.filter(({ status }) => status === 'passed');
  return {
    well,
    passed: good.length,
    failures: cases.filter(({ status }) => status === 'failed'),
    titles: new Set([...good, ...wholes(cases)].map(({ file, title }) => `${file} ${title}`)),
  };
}

/** The files of which no test failed, each as one case. */
function wholes(cases) {
  const bad = new Set(cases.filter(({ status }) => status === 'failed').map(({ file }) => file));
  const files = new Set(cases.map(({ file }) => file));
  return [...files].filter((file) => !bad.has(file)).map((file) => ({ file, title: 'the file as a whole' }));
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults;
  } catch {
    return [];
  }
}
