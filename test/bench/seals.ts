import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { getContent } from '#claims/queries.ts'
import { owe } from '#fees/owe.ts'
import { mandateDocument } from '#mandates/document.ts'
import { gather } from '#mandates/gather.ts'
import { grant } from '#mandates/grant.ts'
import type { SigningRecord } from '#mandates/signing-record.ts'
import { admit, takePart } from '#participants/admit.ts'
import { findParticipation, getPerson } from '#participants/queries.ts'
import type { Ctx } from '#platform/ctx.ts'
import { startQueue } from '#platform/jobs.ts'
import { noLog } from '#platform/log.ts'
import { open, settled, type State } from '../resilience/count.ts'
import { typesetters, type Program } from '../resilience/program.ts'
import { median, residentMb, startScript } from './processes.ts'

interface SealBench {
  state: State
  worker: Program
  origin: string
  folder: string
  mandates: number
  rounds: number
  tell: (line: string) => void
}

/**
 * Sealed mandates per second of a running worker, from jobs that are queued all at once until the last row of a seal, against bare
 * typesetting and sealing of the same documents in as many processes as there are cores; in turns, ratios within each round.
 */
export async function benchSeals({ state, worker, origin, folder, mandates, rounds, tell }: SealBench) {
  const queue = await startQueue(state.url, { log: noLog, works: false })
  const ctx: Ctx = { db: state.db, now: new Date(), actor: 'system', vault: state.vault, jobs: queue }
  const joined = await somebody(ctx)
  const chunk = Math.max(1, Math.floor(mandates / rounds))
  await sealAll(ctx, joined, 60)

  const documents = await documentsOf(ctx, origin, 60)
  const bare = await bareLoops(documents, folder, state.keyFolder)
  const memory: { sealed: number; mb: number }[] = []
  const ratios: number[] = []
  const [speeds, bareSpeeds]: [number[], number[]] = [[], []]
  let sealed = 0
  let watching = true
  const watch = (async () => {
    while (watching) {
      memory.push({ sealed, mb: residentMb(worker.pid) + typesetters(worker.pid).reduce((sum, pid) => sum + residentMb(pid), 0) })
      await pause(1000)
    }
  })()
  for (let round = 0; round < rounds; round++) {
    const bareSpeed = await bare.run()
    const speed = await sealAll(ctx, joined, chunk)
    sealed += chunk
    speeds.push(speed)
    bareSpeeds.push(bareSpeed)
    ratios.push(speed / bareSpeed)
    await settled(state.db, 120_000)
  }
  watching = false
  await watch
  await bare.stop()
  await queue.stop()
  const part = (from: number, to: number) => median(memory.filter((each) => each.sealed >= sealed * from && each.sealed <= sealed * to)
    .map((each) => each.mb))
  tell(`sealed mandates, ${sealed} in ${rounds} rounds, ${os.availableParallelism()} typesetting processes, mails counted in: `
    + `${median(speeds).toFixed(1)}/s, bare typesetting and sealing ${median(bareSpeeds).toFixed(1)}/s: `
    + `ratio ${median(ratios).toFixed(2)} (target 0.80; rounds ${ratios.map((each) => each.toFixed(2)).join(' ')})`)
  const most = Math.max(...memory.map((each) => each.mb)).toFixed(0)
  const parts = [part(0.1, 0.4), part(0.4, 0.7), part(0.7, 1)].map((mb) => mb.toFixed(0))
  tell(`  memory of worker and typesetting: ${parts[0]} MB early, ${parts[1]} MB half way, ${parts[2]} MB late, ${most} MB at most`)
}

/** A person who joined through the site: everybody sealed here is a copy under an id and a key of its own. */
async function somebody({ db, vault }: Pick<Ctx, 'db' | 'vault'>) {
  const row = await db.selectFrom('mandate').innerJoin('signature', 'signature.id', 'mandate.signature_id')
    .select(['mandate.person_id', 'mandate.id', 'mandate.claim', 'signature.evidence']).limit(1).executeTakeFirstOrThrow()
  const safe = await vault.open(db, row.person_id)
  const capacities = await db.selectFrom('capacity').selectAll().where('mandate_id', '=', row.id).execute()
  const person = await getPerson({ db, vault }, row.person_id)
  const participation = await findParticipation({ db, vault }, row.person_id, row.claim)
  return { personId: row.person_id, mandateId: row.id, claim: row.claim,
    signing: JSON.parse(safe.text('signature.evidence', row.evidence)) as SigningRecord, capacities, person, participation: participation! }
}
type Joined = Awaited<ReturnType<typeof somebody>>

/** Queues so many mandates in one transaction and answers how many were sealed per second from its commit on. */
async function sealAll(ctx: Ctx, like: Joined, count: number): Promise<number> {
  const { facts } = await getContent(ctx.db, like.claim, 'en')
  await ctx.db.transaction().execute(async (db) => {
    const inside = { ...ctx, db, now: new Date() }
    for (let n = 0; n < count; n++) await copyOf(inside, like, facts.timeZone, facts.money)
  })
  const started = performance.now()
  while ((await open(ctx.db)).seals > 0) await pause(50)
  return count / ((performance.now() - started) / 1000)
}

async function copyOf(ctx: Ctx, { claim, signing, capacities, person, participation }: Joined, timeZone: string,
  { registrationFee, vatPercent }: { registrationFee: number; vatPercent: number }) {
  const personId = randomUUID()
  const email = `m${personId}@voorbeeld.example`
  await ctx.vault.create(ctx.db, personId, ctx.now)
  await admit(ctx, personId, signing.language, { ...person, email })
  const { reference, round } = await takePart(ctx, personId,
    { claim, language: signing.language, successFee: participation.successFee, startEarly: false, usage: participation.usage })
  await grant(ctx, personId, {
    claim, round, language: signing.language, timeZone, signing: { ...signing, personId, email: { ...signing.email, address: email } },
    capacities: capacities.map((each) => ({ kind: each.kind as never, scope: each.scope as string[], textSha256: each.text_sha256,
      textVersion: each.text_version })),
  })
  await owe(ctx, personId, { claim, round, cents: registrationFee, vatPercent, participation: reference })
}

/** The documents of mandates that were sealed, each of a person of its own. */
async function documentsOf(ctx: Ctx, origin: string, count: number) {
  const rows = await ctx.db.selectFrom('mandate').innerJoin('signature', 'signature.id', 'mandate.signature_id')
    .select(['mandate.person_id', 'mandate.id', 'signature.evidence', 'signature.signed_at']).limit(count).execute()
  return Promise.all(rows.map(async ({ person_id: personId, id: mandateId, evidence, signed_at: at }) => {
    const signing = JSON.parse((await ctx.vault.open(ctx.db, personId)).text('signature.evidence', evidence)) as SigningRecord
    const { document } = await gather(ctx, { personId, mandateId, signing, origin })
    const { template, data, attachment } = mandateDocument(document)
    return { template, data, attachment, at }
  }))
}

/** As many processes as cores, each with its share of the documents. */
async function bareLoops(documents: object[], folder: string, keyFolder: string) {
  const cores = os.availableParallelism()
  const loops = await Promise.all(Array.from({ length: cores }, async (_, core) => {
    const file = path.join(folder, `documents-${core}.json`)
    writeFileSync(file, JSON.stringify(documents.filter((__, n) => n % cores === core)))
    const script = await startScript('bare-seals.ts', [file, keyFolder])
    const lines = createInterface({ input: script.child.stdout! })
    return { ...script, async round() {
      const said = once(lines, 'line')
      script.child.stdin!.write('go\n')
      await said
    } }
  }))
  const run = async () => {
    const started = performance.now()
    await Promise.all(loops.map((each) => each.round()))
    return documents.length / ((performance.now() - started) / 1000)
  }
  await run()
  return { run, stop: () => Promise.all(loops.map((each) => each.stop())) }
}
