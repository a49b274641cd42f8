// Fetches what the journeys need from the system's package manager when it is missing and that is allowed:
// Chromium, a font with Chinese characters, and for recordings an ffmpeg.
import { spawnSync } from 'node:child_process';
import { chromiumPath } from './chromium.mjs';
import { canRecord } from './recording.mjs';

/** Whether fontconfig knows a font with Chinese characters; macOS and Windows bring theirs. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return !fonts.error && fonts.stdout.trim() !== '';
}

/** Only root may install, and only Debian's packages are known here. */
function mayInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

/** What is missing for the journeys, in words; empty when they can run. Installs it first where it may. */
export function missingForJourneys() {
  if (missing().length > 0 && mayInstall()) install();
  return missing();
}

function missing() {
  return [
    ...(chromiumPath() ? [] : ['Chromium']),
    ...(hasChineseFont() ? [] : ['a font with Chinese characters']),
    ...(process.env.SUNLIT_RECORD && !canRecord() ? ['ffmpeg'] : []),
  ];
}

function install() {
  console.log('Installing what the browser journeys need …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [
    ['update', '-q'],
    [
      ...['install', '-q', '-y', '--no-install-recommends'],
      ...['chromium', 'fontconfig', 'fonts-noto-cjk'],
      ...(process.env.SUNLIT_RECORD ? ['ffmpeg'] : []),
    ],
  ]) {
    const done = spawnSync('apt-get', step, { stdio: 'inherit', env });
    if (done.status !== 0) return;
  }
}
