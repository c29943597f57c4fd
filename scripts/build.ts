// Builds dist/: main.js, cli.js and typeset-child.js for the server, client/ for browsers, templates/ for typesetting. Does nothing when
// dist/ is fresh.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { InlineConfig } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const dist = path.join(root, 'dist')
const stamp = 'built-from'
const inputs = ['src', 'scripts/build.ts', 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Of names, sizes and times of all sources: cheap to take at every start. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const take = (file: string) => {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${path.relative(root, file)}\0${size}\0${mtimeMs}\n`)
  }
  for (const input of inputs.map((each) => path.join(root, each)).filter((each) => existsSync(each))) {
    if (!statSync(input).isDirectory()) take(input)
    else for (const entry of readdirSync(input,
      { recursive: true, withFileTypes: true })) if (entry.isFile()) take(path.join(entry.parentPath, entry.name))
  }
  return hash.digest('hex')
}

const server = (outDir: string): InlineConfig => ({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    target: 'node22',
    rolldownOptions: {
      input: { main: 'src/main.ts', cli: 'src/cli.ts', 'typeset-child': 'src/platform/pdf/typeset-child.ts' },
      // All in one folder: the program finds templates and the typesetting process beside itself.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
    },
  },
})

async function build(from: string): Promise<void> {
  const { build: viteBuild } = await import('vite')
  const half = `${dist}.${process.pid}`
  rmSync(half, { recursive: true, force: true })
  try {
    await viteBuild(server(half))
    if (existsSync(path.join(root, 'vite.config.ts'))) {
      // 'native' writes nothing into node_modules, which may belong to another user.
      await viteBuild({
        root, configFile: path.join(root, 'vite.config.ts'), configLoader: 'native', logLevel: 'warn',
        build: { outDir: path.join(half, 'client') },
      })
    }
    copyTemplates(path.join(half, 'templates'))
    writeFileSync(path.join(half, stamp), from)
    // A running program keeps its old files until the whole new set is there.
    const old = `${half}.old`
    if (existsSync(dist)) renameSync(dist, old)
    renameSync(half, dist)
    rmSync(old, { recursive: true, force: true })
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw error
  }
}

function copyTemplates(target: string) {
  mkdirSync(target, { recursive: true })
  for (const entry of readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith('.typ')) cpSync(path.join(entry.parentPath, entry.name), path.join(target, entry.name))
  }
}

const started = performance.now()
const from = fingerprint()
const built = path.join(dist, stamp)
if (process.argv.includes('--force') || !existsSync(built) || readFileSync(built, 'utf8') !== from) {
  try {
    await build(from)
    console.log(`built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
