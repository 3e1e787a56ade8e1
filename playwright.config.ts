import { defineConfig, devices } from '@playwright/test';
import { testPort } from './e2e/support/port';

/**
 * Browser tests against the production build (scripts/e2e.ts finds a Chromium and a port, and builds). One worker: browsers
 * and server together keep two CPUs busy, and two workers were tried and gained nothing.
 */
const executablePath = process.env.MUFAKAT_E2E_CHROMIUM;
const isRoot = process.getuid?.() === 0;

/** A browser that asks nobody outside: without these it looks up its maker's hosts at every start. */
const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/support/global-setup.ts',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  globalTimeout: 40 * 60_000,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${testPort()}`,
    locale: 'en-GB',
    timezoneId: 'Asia/Bangkok',
    actionTimeout: 20_000,
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: isRoot ? ['--no-sandbox', ...QUIET] : QUIET,
    },
  },
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 }, locale: 'en-GB' },
    },
  ],
});
