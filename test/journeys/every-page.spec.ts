import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { desktop, expect, expectNoSideways, languages, test, words } from './fixtures.ts'
import { keepSent, sentHtml } from './sent.ts'
import { startSite } from './site.ts'
import { familyTour } from './family-tour.ts'
import { brokenDesk } from './broken-desk.ts'
import { deskTour } from './desk-tour.ts'
import { tour } from './tour.ts'

const html = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }))
/** An e-mail is laid out with tables and inline style, because mail programs ask for it. */
const mailHtml = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:standard'], rules: { 'no-inline-style': 'off', 'no-deprecated-attr': 'off' },
}))

const isMail = (page: Page) => /\/mailbox\/[^/]+\/html$/.test(page.url())

async function barriers(page: Page, only?: string) {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).setLegacyMode()
  // A page within a page (the preview) is a document of its own, with landmarks of its own.
  if (await page.locator('iframe').count()) axe.disableRules('landmark-unique')
  const { violations } = await (only ? axe.withRules([only]) : axe).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${String(node.target)} ${node.failureSummary ?? ''}`))
}

async function wrongHtml(page: Page) {
  const sent = await sentHtml(page)
  const { results } = await (isMail(page) ? mailHtml : html).validateString(sent)
  const messages = results.flatMap((each) => each.messages)
  const lines = sent.split('\n')
  return messages.filter(({ ruleId }, at) => messages.findIndex((each) => each.ruleId === ruleId) === at)
    .map(({ ruleId, message, line, column }) => `${ruleId}: ${message} in ${lines[line - 1]?.slice(Math.max(0, column - 40), column + 60)}`)
}

/** What is wrong with a page: its HTML, barriers by day and contrast by night, room at 320 px (1280 px at 400 %, WCAG 1.4.10). */
async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  const say = (faults: string[], how: string) => found.push(...faults.map((fault) => `(${how}): ${fault}`))
  say(await wrongHtml(page), 'HTML')
  if (isMail(page)) return found
  say(await barriers(page), 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  say(await barriers(page, 'color-contrast'), 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSideways(page).catch((error: Error) => { say([error.message], '320 px') })
  await page.setViewportSize(desktop.viewport)
  return found
}

test.use(desktop)
const tours = [['somebody', tour], ['a family', familyTour], ['the desk', deskTour]] as const
for (const language of languages) for (const [whose, lead] of tours) {
  const what = 'every page in every state has no barrier, valid HTML, room at 320 px and contrast in both schemes'
  test(`${what}: ${language}, ${whose}`, async ({ otherDevice, origin }) => {
    test.setTimeout(900_000)
    const found: string[] = []
    const names: string[] = []
    await lead({
      origin, language,
      // A colour on its way from one scheme to the other has no contrast of its own.
      newPage: async () => keepSent(await otherDevice({ ...desktop, reducedMotion: 'reduce' })),
      async see(name, page) {
        names.push(name)
        found.push(...(await faultsOf(page)).map((fault) => `${name} ${fault}`))
      },
    })
    expect(found).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
}

test('so has the desk where the journal was changed and jobs failed', async ({ otherDevice }) => {
  test.setTimeout(480_000)
  const site = await startSite()
  const found: string[] = []
  try {
    await brokenDesk({
      site,
      newPage: async () => keepSent(await otherDevice({ ...desktop, reducedMotion: 'reduce' })),
      async see(name, page) {
        found.push(...(await faultsOf(page)).map((fault) => `${name} ${fault}`))
      },
    })
  } finally {
    await site.stop()
  }
  expect(found).toEqual([])
})

test('so has the mailbox before the first mail', async ({ otherDevice }) => {
  const own = await startSite()
  try {
    const page = keepSent(await otherDevice({ ...desktop, reducedMotion: 'reduce' }))
    await page.goto(`${own.origin}/mailbox`)
    await expect(page.getByText(words.en('mailbox.none'))).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
  } finally {
    await own.stop()
  }
})
