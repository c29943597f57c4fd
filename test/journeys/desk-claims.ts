import { readdir, readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { packBundle } from '#carrying/zip.ts'
import { sends, todayIn } from './desk/sends.ts'
import type { Tour } from './tour.ts'

const folder = 'content/claims/bank-cartel'

/** A claim like one of the examples under a name of its own, with agreements of its own words, as a zip. */
async function claimOfItsOwn(slug: string): Promise<Buffer> {
  const own = { slug, hosts: '[]', name: `{ en: Example ${slug}, nl: Voorbeeld ${slug} }` }
  const written = (raw: string, [fact, value]: [string, string]) => raw.replace(new RegExp(`^${fact}: .*$`, 'm'), `${fact}: ${value}`)
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:md|yaml|base64)$/.test(name))
  const files = await Promise.all(names.map(async (path) => {
    const raw = await readFile(`${folder}/${path}`, 'utf8')
    if (path.endsWith('.yaml')) return { path, raw: Object.entries(own).reduce(written, raw) }
    return { path, raw: path.includes('/agreements/') ? `${raw}\n**99.1** ${slug}.\n` : raw }
  }))
  return packBundle(files, new Date())
}

/**
 * A claim that nobody else works on: brought in as a zip, its first version published by two people, moved to its next phase and back.
 * Answers its name in addresses.
 */
export async function bringClaim({ language, see }: Tour, page: Page, colleague: Page): Promise<string> {
  const [slug, at] = [`voorbeeld-${language}`, `/${language}/desk/claims`]
  await page.goto(`${at}/import`)
  await page.locator('#bundle').setInputFiles({ name: 'bundle.zip', mimeType: 'application/zip', buffer: await claimOfItsOwn(slug) })
  await sends(page, {})
  await see('desk-state-taken-in', page)
  await page.goto(`${at}/${slug}/agreements`)
  await see('desk-state-first-agreements', page)
  await sends(page, { note: 'Voorbeeldtoelichting: de eerste versie.' })
  const proposal = new URL(page.url()).pathname
  await colleague.goto(proposal)
  await see('desk-state-agreements-proposed', colleague)
  await sends(colleague, {}, 'approve')
  await page.goto(`${at}/${slug}/phase`)
  await sends(page, { to: 'pre_registration', reference: 'Voorbeeldbesluit van het bestuur', ...todayIn('on') })
  await see('desk-state-phase-moved', page)
  await sends(page, { to: 'back', reference: 'Voorbeeldbesluit: vergissing', ...todayIn('on') })
  await see('desk-state-phase-moved-back', page)
  return slug
}

/** What two people would change beside what one publishes, a text whose translation is behind, and another registration fee. */
export async function claimStates({ language, see }: Tour, page: Page, slug: string): Promise<void> {
  const at = `/${language}/desk/claims`
  await page.goto(`${at}/${slug}/facts/money`)
  await sends(page, { demandUpTo: '1234' })
  await page.goto(`${at}/${slug}/texts/page/support`)
  await sends(page, { 'en-title': 'Support this example' })
  await page.goto(`${at}/${slug}/publish`)
  await see('desk-state-publish-without-terms', page)
  await page.goto(`${at}/${slug}/agreements`)
  await see('desk-state-terms', page)
  await sends(page, { note: 'Voorbeeldtoelichting.' })
  await page.goto(`${at}/${slug}/agreements`)
  await see('desk-state-terms-proposed', page)
  await page.goto(`${at}/organisation/fee?amount=20`)
  await see('desk-state-fee', page)
  await page.goto(`${at}/organisation/fee?amount=x`)
  await see('desk-state-fee-wrong', page)
}
