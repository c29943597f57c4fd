import { expect } from 'vitest'
import { build } from '#archives/build-archive.ts'
import { announce } from '#court/court.fixture.ts'
import { typesetLetter } from '#court/typeset-letter.ts'
import { typesetReceipt } from '#leaving/keep-receipt.ts'
import { findNewest } from '#participants/queries.ts'
import type { Typesetter } from '#platform/pdf/typesetter.ts'
import { optionsAt, signedIn, wait } from '../account-builders.ts'
import { codeFor, joinWithChildren, visitor, type TestSite } from '../builders.ts'
import { born, personAt } from '../families.ts'
import { passkeyDevice } from '../passkey-device.ts'

/** What a whole family tells us over the months, none of it found anywhere else. */
export const life = {
  parent: 'Ludovicus Zilverschoon-Pimpernel', corrected: 'Ludovicus Pimpernel-Zenegroen',
  email: 'ludo.pimpernel@postbus-voorbeeld.example', nextEmail: 'ludo.zenegroen@postbus-voorbeeld.example',
  child: 'Wijnanda Zilverschoon-Dotterbloem', childEmail: 'wijnanda.dotterbloem@postbus-voorbeeld.example',
  childUser: 'wijnie_bosuiltje', invitedEmail: 'wijnanda.bosuil@postbus-voorbeeld.example',
  other: 'Ottokar Elzenkatje-Vreemdeling', otherEmail: 'ottokar.elzenkatje@postbus-voorbeeld.example',
  word: 'Het zwanenbloemgesprek bij de notaris', iban: 'NL20INGB0001234567', holder: 'Rekening Zilverschoon',
  nobody: 'korenwolf.nergens@postbus-voorbeeld.example', asked: 'Hendrikus Korenwolf-Nergens',
  street: 'Watermuntlaan 733', city: 'Ooievaarsbekdam',
  birthDate: '2010-12-03',
}

/** As it could stand in clear: the words, and birth date and account number as they are shown. */
export const lifeWords = [
  ...Object.values(life), 'Zilverschoon', 'Pimpernel', 'Zenegroen', 'Dotterbloem', 'Elzenkatje', 'Korenwolf',
  'zwanenbloem', 'Watermuntlaan', 'Ooievaarsbek', 'NL20 INGB', '3 December 2010',
]

/** A parent joins with a child and does everything there is to do, so that each table holds something. */
export async function liveOn(site: TestSite, typesetter: Typesetter): Promise<void> {
  const parent = visitor(site)
  const { email } = life
  await joinWithChildren(site, parent, {
    email,
    children: [
      {
        legalName: life.child, ...born(life.birthDate), 'account-username': life.childUser, otherName: life.other,
        otherEmail: life.otherEmail,
      },
    ],
    answers: { legalName: life.parent, street: life.street, city: life.city },
  })
  const personId = await personAt(site, email)
  const { person_id: child } = await site.db.selectFrom('representation').select('person_id')
    .where('representative_id', '=', personId).executeTakeFirstOrThrow()
  const ok = async (answer: Promise<Response>, what: string) => { expect([what, (await answer).status]).toEqual([what, 303]) }

  await ok(
    parent.post(`/en/account/bank-account/${child}`, { holder: life.holder, iban: life.iban, whose: 'representative', declared: 'yes' }),
    'bank account',
  )
  const add = `/en/account/passkeys/add/${personId}`
  await ok(parent.post(add, { answer: passkeyDevice().add(await optionsAt(parent, `${add}/options`)) }), 'passkey')
  await ok(
    parent.post(`/en/account/details/${personId}`, {
      legalName: life.corrected, ...born('1980-04-05'), street: life.street, postcode: '1234 AB', city: life.city,
      country: 'NL',
    }),
    'correction',
  )
  await ok(parent.post(`/en/account/email/${personId}`, { email: life.nextEmail }), 'another address')
  await ok(parent.post(`/en/account/my-data/${personId}/archive`), 'archive')
  for (const { person_id, id } of await site.db.selectFrom('archive').select(['person_id', 'id']).execute())
    await build(site, { personId: person_id, archiveId: id })

  const { id: invitation } = await site.db.selectFrom('guardian_invitation').select('id').executeTakeFirstOrThrow()
  const other = visitor(site)
  wait(site, 2)
  await ok(other.post(`/en/guardian/${invitation}`), 'other parent')
  await ok(other.post(`/en/guardian/${invitation}/code`, { code: await codeFor(site, life.otherEmail) }), 'code of the other parent')
  await ok(other.post(`/en/guardian/${invitation}/answer`, { answer: 'agreed', word: life.word }), 'answer of the other parent')

  // The child turns 16 within the 14 days, is invited and comes in by another address.
  site.clock.moveTo('2026-12-03T09:00:00Z')
  const again = await signedIn(site, email)
  await ok(again.post(`/en/account/children/${child}`, { email: life.invitedEmail }), 'invited')
  const { reference } = (await findNewest(site, child, 'tiktok'))!
  const own = visitor(site)
  wait(site, 5)
  await ok(own.post('/en/own-access', { reference, ...born(life.birthDate), email: life.childEmail }), 'own way in')
  await ok(visitor(site).post('/en/tiktok/withdraw', { name: life.asked, email: life.nobody }), 'withdrawal of nobody')
  await ok(visitor(site).post('/en/sign-in', { email: life.nobody.replace('korenwolf', 'korenwolf.twee') }), 'sign-in of nobody')

  await announce(site, { lastDay: '2027-06-30' })
  const session = await signedIn(site, email)
  await ok(session.post(`/en/account/leave/${personId}/tiktok/court`, { act: 'ask', residence: 'netherlands' }), 'court letter')
  for (const { person_id, id } of await site.db.selectFrom('court_letter').select(['person_id', 'id']).execute())
    await typesetLetter({ ...site, typesetter } as never, { personId: person_id, letterId: id })
  await ok(session.post(`/en/account/leave/${personId}/tiktok/revoke`, { kind: 'power-of-attorney', confirm: 'yes' }), 'taking back')
  await ok(session.post('/en/account/withdraw', { [`of-${child}-tiktok`]: 'yes' }), 'withdrawing for the child')
  for (const { person_id, id } of await site.db.selectFrom('leaving_receipt').select(['person_id', 'id']).execute())
    await typesetReceipt({ ...site, typesetter } as never, { personId: person_id, receiptId: id })
  wait(site, 5)
  await ok(own.post('/en/sign-in/code', { code: await codeFor(site, life.childEmail) }), 'code of the child')
  await ok(own.post(`/en/account/children/${child}`, { answer: 'agreed' }), 'agreement to requests')
}
