// Runs every check in order, goes on after a failed one, and ends with the line "N passed, N failed".
// Tests count one by one, every other check as one.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CHECKS = [
  ['lint and format', 'npm', ['run', '-s', 'lint']],
  ['types', 'npm', ['run', '-s', 'types']],
  ['knowledge', 'npm', ['run', '-s', 'check', '--', '--quiet']],
  ['licences', 'npm', ['run', '-s', 'licences', '--', '--check']],
];
const TESTS = [
  ['tests', ['run', '-s', 'test']],
  ['browser tests', ['run', '-s', 'test:browser']],
  ['faults', ['run', '-s', 'test:faults']],
];

const reports = mkdtempSync(join(tmpdir(), 'iastm-verify-'));
let passed = 0;
let failed = 0;

for (const [name, command, args] of CHECKS) {
  console.log(`\n== ${name}`);
  if (run(command, args)) passed++;
  else failed++;
}
for (const [name, args] of TESTS) {
  console.log(`\n== ${name}`);
  const report = join(reports, `${name}.json`);
  const well = run('npm', [...args, '--', '--reporter=default', '--reporter=json', `--outputFile=${report}`]);
  const counts = read(report);
  passed += counts.numPassedTests;
  failed += Math.max(counts.numFailedTests, well ? 0 : 1);
}
rmSync(reports, { recursive: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}
