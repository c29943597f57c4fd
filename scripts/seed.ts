// `npm run seed <world>`: fills DATA_DIR with people who do not exist. Without a name it lists the worlds. `-- --people N`: that many,
// where a world is poured.
import { parseArgs } from 'node:util'
import { load } from './load.ts'

const { seed } = await load<{ seed(name: string, tell: (line: string) => void, options: { people?: number }): Promise<void> }>(
  'test/worlds/worlds.ts',
)
const { values, positionals } = parseArgs({ allowPositionals: true, options: { people: { type: 'string' } } })
try {
  const began = performance.now()
  const clock = () => `${Math.round((performance.now() - began) / 1000)} s`.padStart(6)
  await seed(
    positionals[0] ?? '', (line) => void process.stdout.write(`${clock()}  ${line}\n`),
    values.people ? { people: Number(values.people) } : {},
  )
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
