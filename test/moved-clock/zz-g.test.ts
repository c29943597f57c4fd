import { mkdirSync, writeFileSync } from 'node:fs'
import { test } from 'vitest'
import { listMailbox, findInMailbox } from '#platform/mail/mailbox.ts'
import { join, visitor } from '../builders.ts'
import { child, joinFamily, signedIn } from '../../src/privacy/people.fixture.ts'
import { browsedSite } from './site.ts'

test('pictures', async () => {
  mkdirSync('/tmp/G/pics', { recursive: true })
  const site = await browsedSite({ at: '2026-11-23T10:00:00Z' })
  try {
    const { parent } = await joinFamily(site, visitor(site), { email: 'ouder@voorbeeld.example', children: [child('Kleine Voorbeeld', '2015-05-05')], answers: { legalName: 'Ouder Voorbeeld' } })
    await join(site, visitor(site), { email: 'een@voorbeeld.example', answers: { legalName: 'Een van der Lange-Naam Voorbeeld' } })
    for (const [device, options] of [['phone', { viewport: { width: 360, height: 740 } }], ['desktop', { viewport: { width: 1280, height: 900 } }]] as const) {
      for (const lang of ['en', 'nl']) {
        const page = await site.device(options)
        const shot = async (name: string) => { await page.screenshot({ path: `/tmp/G/pics/${name}-${lang}-${device}.png`, fullPage: true }) }
        const who = await signedIn(site, 'ouder@voorbeeld.example')
        await page.context().addCookies([{ name: 'session', value: who.cookies.get('session')!, url: site.origin }])
        await page.goto(`/${lang}/account/my-data`); await shot('my-data')
        await page.goto(`/${lang}/account/my-data/${parent}/archive`); await shot('archive')
        if (device === 'phone') { await page.locator('main form button').click(); await page.waitForLoadState(); await shot('asked'); await page.waitForTimeout(6000); await shot('ready') }
        await page.goto(`/${lang}/account/my-data/${parent}/erase`); await shot('erase-refused')
        const one = await signedIn(site, 'een@voorbeeld.example')
        await page.context().clearCookies()
        await page.context().addCookies([{ name: 'session', value: one.cookies.get('session')!, url: site.origin }])
        const { person_id: id } = await site.db.selectFrom('participant').select('person_id').where('email_index', '=', site.vault.index('email', 'een@voorbeeld.example')).executeTakeFirstOrThrow()
        await page.goto(`/${lang}/account/my-data/${id}/erase`); await shot('erase')
        await page.goto(`/${lang}/account/my-data/${id}/erase/confirm`); await shot('erase-confirm')
        const mail = (await listMailbox(site, 500)).find(({ kind }) => kind === 'join-code')!
        await page.goto(`/${lang}/not-me/${mail.id}`); await shot('not-me')
        await page.goto(`/${lang}/not-me`); await shot('not-me-done')
        await page.goto(`/${lang}/erased`); await shot('erased')
        if (lang === 'nl' && device === 'desktop') {
          await page.goto(`/nl/account/my-data/${id}/erase/confirm`)
          await page.locator('#sure').check(); await page.locator('main form button').click(); await page.waitForURL('**/erased')
        }
      }
    }
    const p = await site.device({ viewport: { width: 700, height: 900 } })
    for (const kind of ['erasure-receipt', 'archive-ready', 'join-code']) {
      const entry = (await listMailbox(site, 500)).find((each) => each.kind === kind)
      const mail = entry && await findInMailbox(site, entry.id)
      if (!mail) { console.log('no', kind); continue }
      await p.setContent(mail.html); await p.screenshot({ path: `/tmp/G/pics/mail-${kind}.png`, fullPage: true })
      writeFileSync(`/tmp/G/pics/mail-${kind}.txt`, mail.text)
    }
    console.log(site.faults)
  } finally { await site.close() }
}, 200_000)
