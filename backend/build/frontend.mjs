// Runs scripts of the frontend's package.json for Maven: `node frontend.mjs build check journeys`.
// Installs the packages first when they are missing or the lock file has changed since.
// A script that the frontend doesn't have is said to be missing and skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const frontend = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'frontend');
const manifest = join(frontend, 'package.json');

function npm(...args) {
  // A shell because npm is a .cmd file on Windows.
  const done = spawnSync('npm', args, { cwd: frontend, stdio: 'inherit', shell: true });
  if (done.status !== 0) {
    process.exit(done.status ?? 1);
  }
}

function installed() {
  const lock = join(frontend, 'package-lock.json');
  const marker = join(frontend, 'node_modules', '.package-lock.json');
  return existsSync(marker) && existsSync(lock) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs;
}

if (!existsSync(manifest)) {
  console.log('[frontend] no frontend here: skipped');
  process.exit(0);
}
const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`[frontend] Node 20 or newer is needed, this is ${process.versions.node}`);
  process.exit(1);
}
if (!installed()) {
  npm(existsSync(join(frontend, 'package-lock.json')) ? 'ci' : 'install', '--no-audit', '--no-fund');
}
const { scripts = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
for (const script of process.argv.slice(2)) {
  if (scripts[script]) {
    npm('run', script);
  } else {
    console.log(`[frontend] package.json has no script "${script}": skipped`);
  }
}
