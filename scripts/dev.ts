// `npm run dev`: builds and starts Joinder, and does so again whenever a source file changes.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..')
const watched = ['src', 'content', 'migrations', 'scripts/build.ts', 'vite.config.ts', 'package.json']

let program: ChildProcess | undefined
let changed = true
let wake = () => {}
let stopping = false

for (const each of watched) {
  try {
    watch(path.join(root, each), { recursive: true }, () => {
      changed = true
      wake()
    })
  } catch {
    console.error(`not watched: ${each}`)
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

async function stopProgram() {
  if (!program) return
  program.kill('SIGTERM')
  await ended(program)
  program = undefined
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void stopProgram().then(() => process.exit(0))
  })
}

while (!stopping) {
  if (!changed) await new Promise<void>((go) => { wake = go })
  // Editors write several files, or one file in several steps.
  await pause(150)
  changed = false
  const build = spawn(process.execPath, [path.join(root, 'scripts/build.ts')], { cwd: root, stdio: 'inherit' })
  if (await ended(build) !== 0) {
    console.error('The build failed; the last good one runs on. Waiting for a change.')
    continue
  }
  await stopProgram()
  if (!stopping) program = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'dist/main.js')],
    { cwd: root, stdio: 'inherit' })
}
