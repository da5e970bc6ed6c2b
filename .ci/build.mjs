// Builds where the sources are, unless what is built was built from them as they stand: that is told by their names, sizes and
// times, since the compiler takes a second to say so. In an image only what was built is there, and the same npm scripts run it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

const COMPILER = 'node_modules/typescript/bin/tsc';
/** What the last build that went well was made from. It is thrown away with what was built. */
const BUILT = 'dist/.built-from';

if (existsSync('tsconfig.json')) {
  if (!existsSync(COMPILER)) {
    console.error('The packages for development are not installed. Run "npm install".');
    process.exitCode = 1;
  } else {
    // Taken before: what is saved while it is built asks for the next build.
    const sources = listed();
    if (!existsSync('dist/main.js') || builtFrom() !== sources) {
      rmSync(BUILT, { force: true });
      process.exitCode = spawnSync(process.execPath, [COMPILER, '-b'], { stdio: 'inherit' }).status ?? 1;
      if (process.exitCode === 0) writeFileSync(BUILT, sources);
    }
  }
}

function listed() {
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && /\.(ts|json)$/.test(found.name))
    .map(({ parentPath, name }) => `${parentPath}/${name}`);
  return ['tsconfig.json', 'package-lock.json', ...files.sort()]
    .map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs}\n`;
    })
    .join('');
}

function builtFrom() {
  try {
    return readFileSync(BUILT, 'utf8');
  } catch {
    return null;
  }
}
