import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import type { Ctx } from '#platform/ctx.ts'
import { exportBytes, exportLines, type Period } from './export.ts'
import type { Anchor } from './anchors.ts'

/** Writes an export to a new file that only its owner reads. Throws where the file exists. */
export const writeExport = (reader: Pick<Ctx, 'db' | 'vault'>, file: string, period: Period, madeAt: Date): Promise<void> =>
  pipeline(exportBytes(exportLines(reader, period, madeAt)), createWriteStream(file, { flags: 'wx', mode: 0o600 }))

interface Line { journal?: string; upto?: number; hash?: string; end?: object }

/** The second came with signatures. */
const formats = ['joinder journal 1', 'joinder journal 2']

/** The links that an export holds: what the chain was when it was made. Throws where the file is no whole export. */
export async function* anchorsIn(file: string): AsyncGenerator<Anchor> {
  let [begun, ended] = [false, false]
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (!text.startsWith('{')) continue
    const line = JSON.parse(text) as Line
    begun ||= formats.includes(line.journal ?? '')
    ended ||= line.end !== undefined
    if (line.upto !== undefined && line.hash !== undefined) yield { upto: line.upto, hash: Buffer.from(line.hash, 'hex') }
  }
  if (!begun || !ended) throw new Error(`${file} is not a whole export of the journal.`)
}
