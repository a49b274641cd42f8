import { defineConfig } from '@playwright/test';
import { chromiumPath } from './scripts/chromium.mjs';

const executablePath = chromiumPath();

// To be shown to people: SUNLIT_RECORD=1 npm run journeys -- morning
const recording = !!process.env.SUNLIT_RECORD;

/** How large the window is, and its video where one is recorded. */
const screen = (width: number, height: number) => ({
  viewport: { width, height },
  video: recording ? { mode: 'on' as const, size: { width, height } } : ('off' as const),
});

/**
 * Long walks go in Chinese on the desktop and in English on the phone: every page is seen in both
 * languages and on both screens. The others, and the sweep over all pages, go in every combination.
 */
const LONG = [
  'account',
  'agents',
  'attendance',
  'cameras',
  'cards',
  'carriers',
  'centre',
  'charge',
  'clues',
  'complaints',
  'confirmations',
  'council',
  'developers',
  'disclosures',
  'documents',
  'earlier',
  'editions',
  'inspections',
  'joint',
  'kiosk',
  'lifecycle',
  'notices',
  'own-data',
  'people',
  'people-search',
  'places',
  'privacy',
  'projects',
  'promise',
  'rating',
  'report',
  'requests',
  'security',
  'sessions',
  'statistics',
  'supervision',
  'videos',
].join('|');
const except = (language: string) => new RegExp(`(^|[ /])(${LONG})\\.spec\\.ts.*\\(${language}\\)`);

/** A desk has a keyboard, and the programs of the documentation have no screen: once is enough. */
const DESKTOP_ONLY = /(desk|morning|clients)\.spec\.ts/;

/** Journeys walk through the built application on the real backend, in a real browser. */
export default defineConfig({
  testDir: './journeys',
  globalSetup: './journeys/support/backend.ts',
  // The backend, its database and the browser share the machine.
  workers: process.env.SUNLIT_WORKERS ? Number(process.env.SUNLIT_WORKERS) : 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // A loaded machine may be late once; what is broken fails twice.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env.SUNLIT_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // Recording every step costs time: where there is a second try, only that is recorded.
    trace: recording ? 'on' : process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      // Slow enough to be followed by somebody who watches.
      slowMo: recording ? 60 : 0,
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: except('en'),
      use: screen(1440, 900),
    },
    {
      name: 'phone',
      testIgnore: DESKTOP_ONLY,
      grepInvert: except('zh-CN'),
      use: { ...screen(360, 740), hasTouch: true },
    },
  ],
});
