import path from 'node:path'
import { readAnchors } from '#journal/anchors.ts'
import { noteExport, periodOf } from '#journal/export.ts'
import { anchorsIn, writeExport } from '#journal/export-file.ts'
import { acceptRestored } from '#journal/restored.ts'
import { verifyJournal } from '#journal/verify.ts'
import { legalZone } from '#participants/age.ts'
import { ctxOf, type Ground } from '#platform/world.ts'
import { tell } from '#terminal.ts'

/** What `journal verify` says of a journal that is not what it was; `upto` is an entry. */
const wrongs = {
  changed: (upto: number) => `The journal was changed at or before entry ${upto}.`,
  'not-signed': (upto: number) =>
    `The journal was made anew: the link up to entry ${upto} is not signed with the key of this installation.`,
  'cut-off': (upto: number) =>
    `The journal was cut off: it does not hold what was known of it up to entry ${upto}. `
    + 'If a backup was restored, say so: npm run joinder -- journal restored',
}

/** Verifies the chain against what the database, the anchors and, if given, an export know of it. Exit code 1 where it does not hold. */
export async function tellVerified(ground: Ground, exported: string | undefined): Promise<void> {
  const anchors = readAnchors(ground.config.erasureLog, ground.vault.signer)
  const found = await verifyJournal(ground, anchors, exported === undefined ? [] : anchorsIn(path.resolve(exported)))
  if (!found.ok) {
    tell(wrongs[found.wrong](found.upto))
    process.exitCode = 1
    return
  }
  tell(`The journal is whole: ${found.entries} entries in ${found.batches} batches, ${found.unchained} not chained yet.`)
  if (found.batches === 0) return
  if (found.signedAfter === null) return tell('No link is signed yet: an earlier version made them all. The next one will be.')
  const covered = found.signedAfter ? `; up to entry ${found.signedAfter} by the first signature after it` : ''
  tell(`Signed with key ${ground.vault.signer.key}${covered}.`)
}

/** Writes the journal to a file for an auditor; the days are `YYYY-MM-DD`. */
export async function tellExported(
  ground: Ground, file: string,
  { from, until }: { from?: string | undefined; until?: string | undefined },
) {
  const period = periodOf(legalZone, from, until)
  await noteExport(ctxOf(ground, 'operator'), period)
  await writeExport(ground, path.resolve(file), period, ground.clock.now())
  tell(`Exported to ${path.resolve(file)}. How to check it: docs/journal.md.`)
}

/** The public key that whoever checks an export needs from elsewhere than the export. */
export const tellKey = ({ vault: { signer } }: Ground) => tell(`${signer.publicKey}# key ${signer.key}`)

export async function tellRestored(ground: Ground): Promise<void> {
  const accepted = await acceptRestored(ground)
  if (accepted.ok)
    return tell(`The journal says now that it once went up to entry ${accepted.value}. What was known is kept beside, under another name.`)
  tell(accepted.because === 'nothing-missing' ? 'Nothing to do: the journal holds all that is known of it.'
    : 'Refused: what is left of the journal was changed too. See: npm run joinder -- journal verify')
  process.exitCode = accepted.because === 'nothing-missing' ? 0 : 1
}
