import { afterAll, beforeAll, test } from 'vitest'
import { listMailbox } from '#platform/mail/mailbox.ts'
import { codeFor } from '../builders.ts'
import { at, family, walk } from '../families.ts'
import { browsedSite, type BrowsedSite } from './site.ts'
let site: BrowsedSite
beforeAll(async () => { site = await browsedSite({ at: '2027-12-01T10:00:00Z' }) }, 120_000)
afterAll(() => site.close())
const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } }
test('pictures', async () => {
  for (const language of ['en', 'nl'] as const) {
    const tag = language === 'en' ? 'Annemarie' : 'Annebel'
    const of = await family(site as never, tag.toLowerCase(), language === 'en' ? '2010-01-20' : '2010-02-20', { language })
    const young = await family(site as never, `jong${tag.toLowerCase()}`, language === 'en' ? '2016-01-20' : '2016-02-20', { language })
    of.child; young.child
    ;(globalThis as any)[language] = { of, young }
  }
  await walk(site as never, '2027-12-01', '2028-01-10')
  const signIn = async (page: any, language: string, email: string) => {
    await page.goto(`/${language}/sign-in`)
    await page.fill('#email', email)
    await page.locator('form[action$="/sign-in"] button').click()
    await page.waitForURL(/code/)
    await page.fill('#code', await codeFor(site as never, email))
    await page.locator('form[action$="/sign-in/code"] button').click()
    await page.waitForURL(/account$/)
  }
  const shoot = async (page: any, name: string) => {
    for (const [size, viewport] of Object.entries(sizes)) { await page.setViewportSize(viewport); await page.screenshot({ path: `/tmp/e-pics/${name}-${size}.png`, fullPage: true }) }
  }
  for (const language of ['en', 'nl'] as const) {
    const { of, young } = (globalThis as any)[language]
    const page = await site.device()
    await page.goto(`/${language}/own-access`); await page.locator('form[action$="own-access"] button').click(); await page.waitForLoadState(); await shoot(page, `own-access-${language}`)
    await signIn(page, language, young.email)
    await page.goto(`/${language}/account/children/${young.child}`); await shoot(page, `child-young-${language}`)
    site.pass({ seconds: 120 })
    const second = await site.device()
    await signIn(second, language, of.email)
    await second.goto(`/${language}/account/children/${of.child}`); await second.fill('#email', of.email); await second.locator('form button:has-text("' + (language === 'en' ? 'Send' : 'Stuur') + '")').click(); await shoot(second, `child-16-${language}`)
    await second.fill('#email', `kind${language}@voorbeeld.example`); await second.locator('form button:has-text("' + (language === 'en' ? 'Send' : 'Stuur') + '")').click(); await shoot(second, `child-invited-${language}`)
    await second.goto(`/${language}/account/children/${of.child}/give-up`); await shoot(second, `give-up-${language}`)
    site.pass({ seconds: 120 })
    const third = await site.device()
    await signIn(third, language, `kind${language}@voorbeeld.example`)
    await third.goto(`/${language}/account/children/${of.child}`); await shoot(third, `mine-${language}`)
  }
  await walk(site as never, '2028-01-11', '2028-02-22')
  at(site as never, '2028-02-22', '12:00:00Z')

  for (const language of ['en', 'nl'] as const) {
    const { of } = (globalThis as any)[language]
    const page = await site.device()
    await signIn(page, language, `kind${language}@voorbeeld.example`)
    site.pass({ seconds: 120 }); await shoot(page, `home18-${language}`)
    await page.goto(`/${language}/account/stay/${of.child}/tiktok`); await shoot(page, `stay-${language}`)
  }
  await walk(site as never, '2028-02-23', '2028-04-25')
  const page = await site.device()
  for (const mail of (await listMailbox(site as never, 400)).filter(({ kind }) => /turning|own-access|no-answer/.test(kind))) {
    await page.goto(`/mailbox/${mail.id}/html`)
    await page.setViewportSize({ width: 400, height: 700 })
    await page.screenshot({ path: `/tmp/e-pics/mail-${mail.kind}-${mail.to.split('@')[0]}-${mail.queuedAt.toISOString().slice(0, 10)}.png`, fullPage: true })
  }
}, 400_000)
