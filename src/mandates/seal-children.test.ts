import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinWithChildren, visitor, type TestSite } from '../../test/builders.ts'
import { findInMailbox } from '#platform/mail/mailbox.ts'
import { seal } from './seal.ts'
import { sealingSite, type SealingSite } from './sealing.fixture.ts'

let at: SealingSite
let site: TestSite
beforeAll(async () => {
  at = await sealingSite()
  site = at.site
}, 120_000)
afterAll(() => at.close())

/** Joins, seals everything and reads what was mailed, in the order in which people joined. */
async function sealedFamily(email: string, given: Omit<Parameters<typeof joinWithChildren>[2], 'email'>) {
  await joinWithChildren(site, visitor(site), { email, ...given })
  const rows = await site.db.selectFrom('mandate')
    .innerJoin('signature', (on) => on.onRef('signature.person_id', '=', 'mandate.person_id')
    .onRef('signature.id', '=', 'mandate.signature_id'))
    .leftJoin('seal', (on) => on.onRef('seal.person_id', '=', 'mandate.person_id').onRef('seal.mandate_id', '=', 'mandate.id'))
    .innerJoin('participation', 'participation.person_id', 'mandate.person_id')
      .select(['mandate.person_id', 'mandate.id', 'participation.reference', 'representative_id'])
    .where('seal.mandate_id', 'is', null).orderBy('representative_id', (order) => order.asc().nullsFirst()).execute()
  return Promise.all(rows.map(async ({ person_id: personId, id: mandateId, reference }) => {
    await seal(at.world, { personId, mandateId })
    const mail = await site.db.selectFrom('mail').select('id').where('person_id', '=', personId).where('kind', '=', 'sealed-copy')
      .executeTakeFirstOrThrow()
    const letter = (await findInMailbox(site, mail.id))!
    return { personId, reference, letter }
  }))
}

test('each person gets a sealed mail to who signed, with the own document, and exactly one of them asks for the fee (MI-06, clause 4.4)',
  async () => {
  const family = await sealedFamily('gezin@voorbeeld.example',
    { children: [{}, { legalName: 'Sam Voorbeeld', 'birthDate-year': '2015', authority: 'guardianship' }] })
  expect(family.map(({ letter }) => letter.to)).toEqual(Array(3).fill('gezin@voorbeeld.example'))
  expect(family.map(({ letter }) => letter.subject).sort()).toEqual([
    'The signed power of attorney of Noor for the TikTok claim', 'The signed power of attorney of Sam for the TikTok claim',
    'Your signed power of attorney for the TikTok claim'])
  expect(family.filter(({ letter }) => letter.text.includes('NL91'))).toHaveLength(1)
  for (const { letter, reference } of family) {
    expect(letter.text).toContain('Hello Ouder Voorbeeld,')
    expect(letter.attachments.map(({ name }) => name)).toEqual([`power-of-attorney-${reference}.pdf`])
  }
  const noor = family.find(({ letter }) => letter.subject.includes('Noor'))!
  expect([noor.letter.text.includes('For Noor no separate registration fee is asked'), noor.letter.text.includes('Sam')])
    .toEqual([true, false])
}, 120_000)

test('who signs for a child only is asked for the fee in the mail of the child', async () => {
  const [only] = await sealedFamily('alleen@voorbeeld.example', { who: 'children', language: 'nl' })
  expect([only!.letter.subject, only!.letter.text.includes('NL91')])
    .toEqual(['De ondertekende volmacht van Noor voor de TikTok-claim', true])
}, 120_000)
