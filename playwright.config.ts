import { defineConfig } from '@playwright/test'
import { chromiumArguments, unpackedChromium } from './test/journeys/chromium.ts'

/** Journeys through the built program in a real browser. `npm run build` comes before; nothing else has to be installed or started. */
export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'var/journeys',
  globalSetup: './test/journeys/start.ts',
  // Some journeys wait for a minute to pass, so one more than the cores of a small machine.
  workers: 3,
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    // The first process unpacks it, before any worker reads this file.
    launchOptions: { executablePath: await unpackedChromium(), args: chromiumArguments },
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    video: 'off',
  },
})
