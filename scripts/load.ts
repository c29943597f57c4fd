import { runnerImport } from 'vite'
import { root } from './root.ts'

/** Loads a file of ours that leads to JSX, which Node does not read by itself. */
export async function load<Module>(file: string): Promise<Module> {
  const jsx = { runtime: 'automatic', importSource: 'preact' } as const
  const { module } = await runnerImport<Module>(file, { root, configFile: false, logLevel: 'error', oxc: { jsx } })
  return module
}
