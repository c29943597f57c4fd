/**
 * Bare typesetting and sealing in a loop: `node bare-seals.ts <file with documents> <key folder>`; each line on its input is one round over
 * them.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openCompiler } from '#platform/pdf/compiler.ts'
import { asData, type TypesettingJob } from '#platform/pdf/typesetting-job.ts'
import { openSealer } from '#platform/seal/sealer.ts'

const [file = '', keyFolder = ''] = process.argv.slice(2)
const documents = (JSON.parse(readFileSync(file, 'utf8')) as (Omit<TypesettingJob, 'data'> & { data: object })[])
  .map((each) => ({ ...each, at: new Date(each.at) }))
const typeset = openCompiler()
const sealer = await openSealer({ keyFolder })
const round = async () => {
  const started = performance.now()
  for (const each of documents) await sealer.seal(await typeset({ ...each, data: asData(each.data) }),
    { at: new Date(), name: 'Bench', reason: 'Bench' })
  return performance.now() - started
}
process.stdout.write('ready\n')
for await (const _ of createInterface({ input: process.stdin })) process.stdout.write(`${await round()}\n`)
