// `npm run seed <world>`: fills DATA_DIR with people who do not exist, through the pages of the site. Without a name it lists the worlds.
import { load } from './load.ts'

const { seed } = await load<{ seed(name: string, tell: (line: string) => void): Promise<void> }>('test/worlds/worlds.ts')
try {
  await seed(process.argv[2] ?? '', (line) => void process.stdout.write(`${line}\n`))
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
