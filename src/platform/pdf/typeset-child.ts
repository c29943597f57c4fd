/** A process of its own that typesets one document after another; started by `typesetter.ts` only. */
import { openCompiler } from './compiler.ts'
import type { TypesettingJob } from './typesetting-job.ts'

export type FromChild = { ready: true } | { pdf: Uint8Array } | { failed: string }

const tell = (message: FromChild) => process.send?.(message)

// A signal to the whole group is for the parent: it finishes its work first and then lets go of the channel.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit(0))

const typeset = openCompiler()
process.on('message', (job: TypesettingJob) => {
  typeset(job).then((pdf) => tell({ pdf }), (error: unknown) => tell({ failed: error instanceof Error ? error.message : 'unknown' }))
})
tell({ ready: true })
