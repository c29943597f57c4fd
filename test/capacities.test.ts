import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDF } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishContent } from '#content.ts'
import { documentWords } from '#mandates/document-words.ts'
import { seal } from '#mandates/seal.ts'
import { readFile } from '#platform/files/stored.ts'
import { startTypesetter, type Typesetter } from '#platform/pdf/typesetter.ts'
import { openSealer, type Sealer } from '#platform/seal/sealer.ts'
import { wordsIn } from '#words/words.ts'
import { join, testSite, visitor, type TestSite } from './builders.ts'

let site: TestSite
let typesetter: Typesetter
let sealer: Sealer
const folder = mkdtempSync(path.join(tmpdir(), 'joinder-capacities-'))

/** The shipped content, with one thing changed: the claim that needs an assignment takes sign-ups. */
beforeAll(async () => {
  const content = path.join(folder, 'content')
  cpSync('content', content, { recursive: true })
  const claim = path.join(content, 'claims/bank-cartel/claim.yaml')
  writeFileSync(claim, readFileSync(claim, 'utf8').replace('phase: pre_registration', 'phase: open'))
  site = await testSite()
  await publishContent(site as never, content)
  typesetter = startTypesetter({ processes: 1 })
  sealer = await openSealer({ keyFolder: path.join(folder, 'keys') })
}, 120_000)
afterAll(async () => {
  await typesetter.close()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The version that stands above the text of an agreement in the content folder. */
const versionOf = (kind: string) => /^version: '?([^'\n]+)/m.exec(readFileSync(`content/claims/bank-cartel/nl/agreements/${kind}.md`,
'utf8'))?.[1]

test('a claim with an assignment: four capacities of separate kinds, each with its text, scope and dates (MI-06)', async () => {
  const who = visitor(site)
  const answers = { 'account-username': '', 'account-customer-number': 'KL-0042', legalName: 'Voorbeeld Ondernemer' }
  const last = await join(site, who, { email: 'cessie@voorbeeld.example', claim: 'bank-cartel', language: 'nl', answers })
  expect(last.headers.get('location')).toBe('/nl/bank-cartel/join/done')

  const { personId, mandateId } = await site.db.selectFrom('mandate').select(['person_id as personId', 'id as mandateId'])
    .executeTakeFirstOrThrow()
  const rows = await site.db.selectFrom('capacity').selectAll().where('mandate_id', '=', mandateId).orderBy('kind').execute()
  const common = { person_id: personId, language: 'nl', valid_from: '2026-11-23', text_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }
  expect(rows).toEqual([
    { kind: 'assignment', text_version: versionOf('assignment'), scope: ['transfer-claim', 'collect-in-own-name'] },
    { kind: 'mandate', text_version: versionOf('mandate'), scope: ['investigate', 'claim-compensation'] },
    { kind: 'power-of-attorney', text_version: versionOf('power-of-attorney'),
      scope: ['request-documents', 'receive-replies', 'notify-assignment', 'instruct-lawyer'] },
    { kind: 'support', text_version: versionOf('participation-agreement'), scope: ['be-counted', 'be-informed'] },
  ].map((row) => expect.objectContaining({ ...common, ...row })))
  expect(new Set(rows.map((row) => row.text_sha256)).size).toBe(4)

  await seal({ ...site, sealer, typesetter }, { personId, mandateId })
  const { file_id: fileId } = await site.db.selectFrom('seal').select('file_id').where('person_id', '=', personId).executeTakeFirstOrThrow()
  const pdf = await PDF.load((await readFile(site, personId, fileId))!.bytes)
  const said = pdf.extractText().map((page) => page.text).join(' ').replaceAll(/\s+/g, ' ')
  expect(said).toContain('KL-0042')
  const t = wordsIn('nl')
  const words = [documentWords.nl.capacities.assignment.title, t('scope.transfer-claim'), t('scope.collect-in-own-name')]
  for (const part of words) expect(said).toContain(part)
}, 120_000)
