import type { Page } from '@playwright/test'
import { roles } from '#organisers/roles.ts'
import { enter, invited } from './desk/staff.ts'
import { joins } from './desk/people.ts'
import { sends } from './desk/sends.ts'
import { bringClaim } from './desk-claims.ts'
import { deskStates } from './desk-states.ts'
import { until } from './mailbox.ts'
import { longName, type Tour } from './tour.ts'

/** Addresses that differ only in whose or which thing they show are one kind of page. */
const kindOf = (address: URL, language: string) => address.pathname.replace(`/${language}/desk`, '')
  .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'one').replace(/WEB-\d\d/, 'item')
  .replace(/\/claims\/(?!new|import|organisation)[a-z-]+/, '/claims/claim')
  .replace(/\/texts\/[a-z]+\/[\w-]+/, '/texts/text').replace(/\/preview\/page\/.*/, '/preview/page').replace(/\/\d+(?=\/|$)/g, '/n')
  + (address.searchParams.get('view') ?? '').replace(/^(?=.)/, '/view-')

const nameOf = (kind: string) => `desk${kind.replaceAll('/', '-')}`
/** Files to keep, not pages. */
const isFile = (kind: string) => /\/(export\/file|bundle\/(n|draft)|files\/one)$/.test(kind)

/** The pages that stand before the desk, and those that say why somebody does not get in. */
async function atTheDoor({ newPage, origin, language, see }: Tour) {
  const page = await newPage()
  const at = (path: string) => page.goto(`/${language}/desk${path}`)
  await at('')
  await see('desk-fault-sign-in', page)
  await at(`/first/${'A'.repeat(43)}`)
  await see('desk-first-over', page)
  await at('/sign-in')
  await see('desk-sign-in', page)
  await enter(page.context(), origin, await invited(origin, ['auditor'], { language, name: 'Voorbeeld Accountant' }))
  await at('/claims/new')
  await see('desk-fault-not-yours', page)
  await at('/passkey')
  await see('desk-passkey', page)
  await page.context().close()
}

/** One page of each kind that can be reached by links from the overview, as somebody with every role; answers the kinds. */
export async function deskTour(tour: Tour): Promise<string[]> {
  const { newPage, origin, language, see } = tour
  await atTheDoor(tour)
  // Both languages work at one desk, each on people of its own.
  const [called, street, country] = language === 'en' ? ['Dubbele', 'Dubbelstraat 7', 'MT'] : ['Tweelinge', 'Tweelingweg 8', 'CY']
  const email = await joins(origin, { legalName: `${called} van Voorbeeld`, street })
  await joins(origin, { legalName: `${called} Voorbeeld`, street, 'account-username': called.toLowerCase() })
  await joins(origin, { legalName: longName, country })
  const page = await newPage()
  await enter(page.context(), origin, await invited(origin, roles, { language, name: 'Voorbeeld Alleskunner' }))
  const person = await fillTheDesk(page, language, `${called} van Voorbeeld`)
  const colleague = await newPage()
  await enter(colleague.context(), origin, await invited(origin, roles, { language, name: 'Voorbeeld Meelezer' }))
  const slug = await bringClaim(tour, page, colleague)
  await deskStates(tour, { page, colleague, person, called, email, country, slug })
  await colleague.context().close()
  const waiting = [`/${language}/desk`, person, `/${language}/desk/claims/tiktok`].map((path) => `${origin}${path}`)
  const seen = new Set<string>()
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    const kind = kindOf(new URL(address), language)
    if (seen.has(kind)) continue
    seen.add(kind)
    await page.goto(address)
    await see(nameOf(kind), page)
    waiting.push(...await linksOf(page, language, (each) => !seen.has(each) && !isFile(each)))
  }
  await page.context().close()
  return [...seen]
}

/** Leaves something on the desk once it knows of who joined: a note, a deficiency notice, a text begun. Answers whose record that is. */
async function fillTheDesk(page: Page, language: string, name: string): Promise<string> {
  const at = `/${language}/desk`
  const person = await until('somebody at the desk', async () => {
    await page.goto(`${at}/people`)
    const link = page.getByRole('link', { name }).first()
    return (await link.count()) ? (await link.getAttribute('href')) ?? undefined : undefined
  }, 120)
  const submit = async (path: string, fields: Record<string, string>) => {
    await page.goto(path)
    await sends(page, fields)
  }
  await submit(`${person}/notes`, { text: 'Voorbeeldnotitie: heeft gebeld.' })
  await submit(`${person}/deficiency/tiktok`, { 'defect-address-incomplete': 'yes' })
  await submit(`${at}/claims/tiktok/texts/faq/who-is-at-risk`, { [`${language}-title`]: 'Voorbeeldvraag: wie loopt risico?' })
  return person
}

async function linksOf(page: Page, language: string, wanted: (kind: string) => boolean): Promise<string[]> {
  const links = await page.locator('a[href]').evaluateAll((all) => (all as HTMLAnchorElement[]).map(({ href }) => href))
  const ofDesk = new RegExp(`^https?://[^/]+/${language}/desk(/|$|\\?)`)
  return links.filter((href) => ofDesk.test(href) && wanted(kindOf(new URL(href), language)))
    .map((href) => href.replace(/#.*$/, ''))
}
