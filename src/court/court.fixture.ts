import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { publishContent } from '#content.ts'
import type { TestSite } from '../../test/builders.ts'

/**
 * Publishes the example content once more, in which a court announced the action of the TikTok claim; `lastDay` is the last one to opt out.
 */
export async function announce(site: TestSite, { lastDay }: { lastDay: string }): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'joinder-court-'))
  cpSync('content', folder, { recursive: true })
  const file = path.join(folder, 'claims/tiktok/claim.yaml')
  const court = `court:
  name: Rechtbank Voorbeeldstad, griffie
  address: [Voorbeeldplein 1, 0000 AA Voorbeeldstad]
  caseNumber: C/00/000000 HA ZA 26-1 (voorbeeld)
  announcedOn: '2026-12-01'
  lastDay: '${lastDay}'
  referenceDate: '2026-11-01'
`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^facts:$/m, `${court}facts:`))
  await publishContent(site as never, folder)
  rmSync(folder, { recursive: true, force: true })
}
