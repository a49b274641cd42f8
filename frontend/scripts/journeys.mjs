// Runs the browser journeys, or says plainly that it can't.
import { spawnSync } from 'node:child_process';
import { missingForJourneys } from './browser.mjs';
import { recordingEnvironment } from './recording.mjs';

const missing = missingForJourneys();
if (missing.length > 0) {
  const needed = process.env.CI === 'true';
  console[needed ? 'error' : 'warn'](
    `\n  BROWSER JOURNEYS ${needed ? 'CANNOT RUN' : 'SKIPPED'}: missing ${missing.join(' and ')}.\n` +
      '  Debian, Ubuntu: apt-get install chromium fonts-noto-cjk. Or name a browser in SUNLIT_CHROMIUM.\n',
  );
  process.exit(needed ? 1 : 0);
}
const run = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...(process.env.SUNLIT_RECORD ? recordingEnvironment() : {}) },
  shell: process.platform === 'win32',
});
process.exit(run.status ?? 1);
