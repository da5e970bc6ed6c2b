// Builds where the sources are. In an image only what was built is there, and the same npm scripts run it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const COMPILER = 'node_modules/typescript/bin/tsc';

if (existsSync('tsconfig.json')) {
  if (existsSync(COMPILER)) {
    process.exitCode = spawnSync(process.execPath, [COMPILER, '-b'], { stdio: 'inherit' }).status ?? 1;
  } else {
    console.error('The packages for development are not installed. Run "npm install".');
    process.exitCode = 1;
  }
}
