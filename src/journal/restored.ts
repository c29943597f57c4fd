import type { Config } from '#config.ts'
import { done, refused } from '#platform/outcome.ts'
import { transact, type Ground } from '#platform/world.ts'
import { newestAnchor, setAnchorsAside } from './anchors.ts'
import { noteFinished } from './check.ts'
import { record } from './record.ts'
import { beginning, countUnchained, missingAnchor, verifySome } from './verify.ts'

type Inside = Pick<Ground, 'db' | 'clock' | 'vault' | 'jobs'> & { config: Pick<Config, 'erasureLog'> }

/**
 * The operator says that a backup was restored, so that the chain now ends before what is known of it outside the database. What is left
 * has to be whole. The journal then says for ever how far it once went, and what was known is kept beside, under another name. Answers how
 * far it once went. Refused: `nothing-missing` where the chain holds what is known of it, `not-whole` where the rest was changed as well.
 */
export async function acceptRestored(world: Inside) {
  const { config: { erasureLog: folder }, vault, db } = world
  const known = await newestAnchor(folder, vault.signer)
  if (!known || !(await missingAnchor(db, [known]))) return refused('nothing-missing')
  let place = beginning
  for (let end = false; !end;) {
    const some = await verifySome(world, place)
    if (some.wrong) return refused('not-whole')
    ;({ place, end } = some)
  }
  await transact(world, async (ctx) => {
    await record(ctx, 'journal.restored', null, { upto: place.upto, knownUpto: known.upto, knownHash: known.hash.toString('hex') })
    await noteFinished(ctx, place, await countUnchained(ctx.db, place.upto))
  }, 'operator')
  await setAnchorsAside(folder, world.clock.now())
  return done(known.upto)
}
