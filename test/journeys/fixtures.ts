import { test as plain, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { wordsIn } from '#words/words.ts'
import { watch } from './watch.ts'

export { expect }
export type Language = 'en' | 'nl'
export const languages: readonly Language[] = ['en', 'nl']
export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
export const desktop = { viewport: { width: 1280, height: 900 } }

let contexts = 0

/** An address of a network block of its own, so that limits per block are not met by the tests together. */
const ownAddress = () => `10.${process.pid % 250}.${(contexts += 1) % 250}.${Math.floor(Math.random() * 250)}`

interface Given {
  origin: string
  /** What went wrong on pages of this test; checked at its end. */
  faults: string[]
  /** Another browser: its own cookies and network address, watched in the same way. */
  otherDevice: (options?: BrowserContextOptions) => Promise<Page>
}

export const test = plain.extend<Given>({
  origin: async ({}, use) => use(process.env['JOINDER_ORIGIN'] ?? ''),
  baseURL: async ({ origin }, use) => use(origin),
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': ownAddress() }),
  faults: [async ({ context }, use) => {
    const faults = watch(context)
    await use(faults)
    expect(faults).toEqual([])
  }, { auto: true }],
  otherDevice: async ({ browser, origin, faults }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ baseURL: origin, extraHTTPHeaders: { 'x-forwarded-for': ownAddress() }, ...options })
      opened.push(context)
      const own = watch(context)
      context.once('close', () => faults.push(...own))
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },
})

export const words = { en: wordsIn('en'), nl: wordsIn('nl') }

/** No page may scroll sideways. Says what sticks out. */
export async function expectNoSideways(page: Page) {
  const wider = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= room) return []
    return [...document.body.querySelectorAll('*')].map((each) => ({ each, right: Math.round(each.getBoundingClientRect().right) }))
      .filter(({ right }) => right > room + 1).slice(-5)
      .map(({ each, right }) => `${each.tagName}.${each.className} reaches ${right} of ${room}`)
  })
  expect(wider, `${page.url()} scrolls sideways`).toEqual([])
}
