import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { journalEvents } from '#journal/events.ts'
import { rooms } from '../../rooms.ts'

const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.(test|fixture)\.tsx?$/.test(file) && file !== 'src/journal/events.ts')
  .map((file) => [file.split('/')[1]!, readFileSync(file, 'utf8')] as const)

test('every event is written by the room whose name it bears', () => {
  const names: readonly string[] = rooms.map(({ name }) => name)
  for (const event of journalEvents) {
    const [room] = event.split('.') as [string]
    expect([event, names.includes(room)]).toEqual([event, true])
    const writers = sources
      .filter(([, source]) => source.includes(`'${event}'`) && /journal\/record\.ts'|'\.\/record\.ts'/.test(source))
      .map(([of]) => of)
    expect([event, [...new Set(writers)]]).toEqual([event, [room]])
  }
})
