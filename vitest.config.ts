import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take a minute or two each begin first; one that began last would keep a single worker busy after all the others. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const slow = (file: TestSpecification) => /\/test\/(resilience|moved-clock)\//.test(file.moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(slow), ...sorted.filter((file) => !slow(file))]
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['test/journeys/**', 'node_modules/**'],
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
