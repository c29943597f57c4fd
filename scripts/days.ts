// `npm run pictures:days`: plays a day of the campaigner, the lawyer and the treasurer in the world `mid-campaign` and writes the pictures
// of docs/day-of-a-*.md into docs/pictures/.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { Role } from '../src/organisers/roles.ts'
import { chromiumArguments, unpackedChromium } from '../test/journeys/chromium.ts'
import { joins, withdraws } from '../test/journeys/desk/people.ts'
import { becomeAdministrator, enter, invited } from '../test/journeys/desk/staff.ts'
import { until } from '../test/journeys/mailbox.ts'
import { startSite } from '../test/journeys/site.ts'
import { root } from './root.ts'

const folder = path.join(root, 'docs/pictures')
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'joinder-days-'))
execFileSync(process.execPath, [path.join(root, 'scripts/seed.ts'), 'mid-campaign'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, DATA_DIR: dataDir } })
const site = await startSite({ dataDir })
const browser = await chromium.launch({ executablePath: await unpackedChromium(), args: chromiumArguments })

async function atWork(role: Role, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, viewport: { width: 1300, height: 900 }, reducedMotion: 'reduce',
    extraHTTPHeaders: { 'x-forwarded-for': `10.77.${role.length}.1` } })
  await enter(context, site.origin, await invited(site.origin, [role], { name }))
  const page = await context.newPage()
  await page.goto('/en/desk')
  return page
}

async function keep(page: Page, name: string) {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(folder, `day-${name}.png`) })
  console.log(`docs/pictures/day-${name}.png`)
}

const claim = '/en/desk/claims/tiktok'
const send = (page: Page, name: string | RegExp) => Promise.all([page.waitForEvent('framenavigated'),
  page.locator('main').getByRole('button', { name }).first().click()])

const pairs = (page: Page) => page.locator('main a[href*="/desk/duplicates/"]')

/** Mends an answer of the campaign page: first with an amount typed by hand, which the check finds, then rightly. */
async function campaigner(page: Page) {
  await keep(page, 'campaigner-overview')
  await page.goto(`${claim}/texts/faq/who-is-at-risk`)
  const english = page.locator('[name=en-body]')
  const was = await english.inputValue()
  await english.fill(`${was.trim()}\n\nJoining costs €17.50.`)
  await send(page, /save/i)
  await page.locator('main section.notice.warning').first().scrollIntoViewIfNeeded()
  await keep(page, 'campaigner-finding')
  await english.fill(`${was.trim()}\n\nJoining costs {{registrationFee}}.`)
  const dutch = page.locator('[name=nl-body]')
  await dutch.fill(`${(await dutch.inputValue()).trim()}\n\nMeedoen kost {{registrationFee}}.`)
  await send(page, /save/i)
  await page.goto(`${claim}/preview`)
  await page.waitForTimeout(1500)
  await keep(page, 'campaigner-preview')
  await page.goto(`${claim}/publish`)
  await keep(page, 'campaigner-publish')
  await send(page, 'Publish now')
  await page.goto(`${claim}/versions/1/2`)
  await keep(page, 'campaigner-difference')
}

/** Looks somebody up, reads the record, and sees what keeps a claim from its next phase. */
async function lawyer(page: Page) {
  await page.goto('/en/desk/people')
  await page.locator('[name=text], input[type=search]').first().fill('dubbele')
  await send(page, 'Find')
  await keep(page, 'lawyer-people')
  await page.locator('main').getByRole('link', { name: /Dubbele/ }).first().click()
  await page.waitForLoadState()
  await keep(page, 'lawyer-record')
  await page.goto('/en/desk/duplicates')
  await pairs(page).first().click()
  await page.waitForLoadState()
  await keep(page, 'lawyer-pair')
  await page.goto('/en/desk/claims/bank-cartel/phase')
  await keep(page, 'lawyer-gate')
  await page.goto('/en/desk/transparency')
  await keep(page, 'lawyer-transparency')
}

async function treasurer(page: Page) {
  await page.goto('/en/desk/payments')
  await keep(page, 'treasurer-refunds')
  await page.goto('/en/desk/payments?view=owed')
  await keep(page, 'treasurer-owed')
  await page.locator('main tbody a').first().click()
  await page.waitForLoadState()
  await keep(page, 'treasurer-record')
}

try {
  process.env['JOINDER_ADMINISTRATOR'] = await becomeAdministrator(site.origin, site.firstLink)
  const one = (legalName: string, street: string) =>
    joins(site.origin, { legalName, street, email: `${legalName.toLowerCase().replaceAll(' ', '.')}@voorbeeld.example` })
  await one('Anna van Voorbeeld', 'Voorbeeldstraat 1')
  await one('Bas Verzonnen', 'Proefweg 12')
  const leaves = await one('Carmen Testerink', 'Bedachtplein 3')
  await one('Dubbele van Voorbeeld', 'Dubbelstraat 7')
  await one('Dubbele Voorbeeld', 'Dubbelstraat 7')
  // Codes to one address come a minute apart.
  await new Promise((go) => setTimeout(go, 61_000))
  await withdraws(site.origin, leaves, 'Carmen Testerink')
  const first = await atWork('case-handler', 'Voorbeeld Behandelaar')
  await until('the desk knows who joined', async () => {
    await first.goto('/en/desk/duplicates')
    return (await pairs(first).count()) ? true : undefined
  }, 150)
  await campaigner(await atWork('campaigner', 'Voorbeeld Campagnevoerder'))
  await lawyer(await atWork('lawyer', 'Voorbeeld Jurist'))
  await treasurer(await atWork('treasurer', 'Voorbeeld Penningmeester'))
} finally {
  await browser.close()
  await site.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
