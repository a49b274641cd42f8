// Runs the browser journeys, or says plainly that it can't.
import { spawnSync } from 'node:child_process';
import { chromiumPath } from './chromium.mjs';

if (!chromiumPath()) {
  const needed = process.env.CI === 'true';
  console[needed ? 'error' : 'warn'](
    `\n  BROWSER JOURNEYS ${needed ? 'CANNOT RUN' : 'SKIPPED'}: no Chromium was found.\n` +
      '  Install one (Debian, Ubuntu: apt-get install chromium) or name it in SUNLIT_CHROMIUM.\n',
  );
  process.exit(needed ? 1 : 0);
}
const run = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(run.status ?? 1);
