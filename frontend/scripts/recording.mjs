// Playwright draws videos with an ffmpeg of its own kind, which can't be downloaded everywhere. On Linux it is lent the
// system's, in a folder made up the way Playwright looks for one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** The folder of the ffmpeg that this Playwright wants, such as `ffmpeg-1013`. */
function wanted() {
  const { browsers } = JSON.parse(
    readFileSync(join(modules, 'playwright-core', 'browsers.json'), 'utf8'),
  );
  return `ffmpeg-${browsers.find(({ name }) => name === 'ffmpeg').revision}`;
}

function hasItsOwn() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  return existsSync(join(cache, wanted()));
}

function systemsFfmpeg() {
  const found = spawnSync('sh', ['-c', 'command -v ffmpeg'], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/** Whether journeys can be recorded; only on Linux it is known what to do when they can't. */
export function canRecord() {
  return process.platform !== 'linux' || hasItsOwn() || systemsFfmpeg() !== undefined;
}

/** What Playwright's environment needs, so that it finds an ffmpeg. */
export function recordingEnvironment() {
  if (process.platform !== 'linux' || hasItsOwn()) return {};
  const lent = join(modules, '.cache', 'sunlit-recording');
  const folder = join(lent, wanted());
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  symlinkSync(systemsFfmpeg(), join(folder, 'ffmpeg-linux'));
  return { PLAYWRIGHT_BROWSERS_PATH: lent };
}
