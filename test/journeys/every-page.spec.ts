import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { desktop, expect, expectNoSideways, languages, test } from './fixtures.ts'
import { keepSent, sentHtml } from './sent.ts'
import { tour } from './tour.ts'

const html = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }))
/** An e-mail is laid out with tables and inline style, because mail programs ask for it. */
const mailHtml = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:standard'], rules: { 'no-inline-style': 'off', 'no-deprecated-attr': 'off' },
}))

const isMail = (page: Page) => /\/mailbox\/[^/]+\/html$/.test(page.url())

async function barriers(page: Page, only?: string) {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).setLegacyMode()
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

test.use(desktop)
for (const language of languages) {
  const what = 'every page in every state has no barrier, valid HTML, room at 320 px and contrast in both schemes'
  test(`${what}: ${language}`, async ({ otherDevice, origin }) => {
    test.setTimeout(200_000)
    const found: string[] = []
    const names: string[] = []
    await tour({
      origin, language,
      // A colour on its way from one scheme to the other has no contrast of its own.
      newPage: async () => keepSent(await otherDevice({ ...desktop, reducedMotion: 'reduce' })),
      async see(name, page) {
        names.push(name)
        const say = (faults: string[], how: string) => found.push(...faults.map((fault) => `${name} (${how}): ${fault}`))
        say(await wrongHtml(page), 'HTML')
        if (isMail(page)) return
        say(await barriers(page), 'light')
        await page.emulateMedia({ colorScheme: 'dark' })
        say(await barriers(page, 'color-contrast'), 'dark')
        await page.emulateMedia({ colorScheme: 'light' })
        // 320 px wide is 1280 px at 400 % (WCAG 1.4.10).
        await page.setViewportSize({ width: 320, height: 640 })
        await expectNoSideways(page).catch((error: Error) => { say([error.message], '320 px') })
        await page.setViewportSize(desktop.viewport)
      },
    })
    expect(found).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
}
