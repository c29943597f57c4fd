import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { startTypesetter, type Typesetter } from '#platform/pdf/typesetter.ts'
import { mandateDocument } from './document.ts'
import { sampleMandate } from './document.fixture.ts'

const at = new Date('2026-03-14T10:31:09Z')
const started: Typesetter[] = []
const start = (processes: number) => {
  const typesetter = startTypesetter({ processes })
  started.push(typesetter)
  return typesetter
}
afterEach(() => Promise.all(started.splice(0).map((typesetter) => typesetter.close())))

const mandate = (reference: string) => mandateDocument(sampleMandate('en', { reference }, 1))
const render = (typesetter: Typesetter, reference: string) => {
  const { template, data, attachment } = mandate(reference)
  return typesetter.render(template, data, { at, attachment })
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const children = (pid: number) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
/** Only Linux lists the children of a process in a file; elsewhere these checks say so and are skipped. */
const unseen = !existsSync(`/proc/${process.pid}/task/${process.pid}/children`)
if (unseen) console.warn('Skipped: the processes of this machine cannot be seen under /proc')

test('many documents at once over two processes: each answer belongs to its question, with the same bytes in each process', async () => {
  const typesetter = start(2)
  const references = Array.from({ length: 24 }, (_, i) => `M-2026-${i % 6}`)
  const hashes = (await Promise.all(references.map((r) => render(typesetter, r)))).map(hash)
  expect(new Set(hashes).size).toBe(6)
  for (const [i, reference] of references.entries()) expect(hashes[i]).toBe(hashes[references.indexOf(reference)])
})

test('what does not compile is refused without its data, and the process goes on', async () => {
  const typesetter = start(1)
  await expect(typesetter.render('mandate', { name: 'Jan Geheim' }, { at })).rejects.toThrow(/^mandate.typ does not compile: (?!.*Geheim)/)
  await expect(typesetter.render('absent', {}, { at })).rejects.toThrow('There is no template absent.typ')
  expect((await render(typesetter, 'after')).length).toBeGreaterThan(10_000)
})

test.skipIf(unseen)('a process that is killed is replaced and its document made by another', async () => {
  const before = new Set(children(process.pid))
  const typesetter = start(1)
  const expected = hash(await render(typesetter, 'killed'))
  const [child] = children(process.pid).filter((pid) => !before.has(pid))
  const underWay = render(typesetter, 'killed')
  process.kill(child!, 'SIGKILL')
  expect(hash(await underWay)).toBe(expected)
  expect(children(process.pid)).not.toContain(child)
})

test('closing finishes what is under way and refuses what comes later', async () => {
  const typesetter = start(1)
  const underWay = [render(typesetter, 'a'), render(typesetter, 'b')]
  await typesetter.close()
  expect((await Promise.all(underWay)).every((pdf) => pdf.length > 10_000)).toBe(true)
  await expect(render(typesetter, 'c')).rejects.toThrow('closed')
})

test.skipIf(unseen)('the processes end when the program dies, even by force', async () => {
  const code = `const { startTypesetter } = await import(${JSON.stringify(new URL('../platform/pdf/typesetter.ts', import.meta.url).href)})
    startTypesetter({ processes: 1 }).render('absent', {}, { at: new Date() }).catch(() => console.log('ready'))
    setInterval(() => {}, 1000)`
  const program = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((ready) => { program.stdout.once('data', ready) })
  const [child] = children(program.pid!)
  program.kill('SIGKILL')
  for (let waited = 0; existsSync(`/proc/${child}`) && waited < 5000; waited += 50) await setTimeout(50)
  expect(existsSync(`/proc/${child}`)).toBe(false)
})

test.skipIf(unseen)('memory stays flat over 300 documents', async () => {
  const before = new Set(children(process.pid))
  const typesetter = start(1)
  const megabytes = () => {
    const [child] = children(process.pid).filter((pid) => !before.has(pid))
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))![1]) / 1024
  }
  for (let i = 0; i < 60; i++) await render(typesetter, `warm-${i}`)
  const warm = megabytes()
  for (let i = 0; i < 240; i++) await render(typesetter, `more-${i}`)
  expect(megabytes() - warm).toBeLessThan(60)
  expect(megabytes()).toBeLessThan(400)
}, 90_000)
