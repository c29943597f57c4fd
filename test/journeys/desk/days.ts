import type { BrowserContextOptions, Page } from '@playwright/test'
import type { Role } from '#organisers/roles.ts'
import { expect, expectNoSideways, words, type Language } from '../fixtures.ts'
import { until } from '../mailbox.ts'
import { enter, invited } from './staff.ts'

type OtherDevice = (options?: BrowserContextOptions) => Promise<Page>

/** Somebody at the desk in a browser of their own, with the words of their language and the pages of the desk by their path. */
export async function atWork(otherDevice: OtherDevice, origin: string, roles: readonly Role[],
  { language = 'en', name, screen = {}, administrator }: {
    language?: Language; name: string; screen?: BrowserContextOptions; administrator?: string
  }) {
  const page = await otherDevice(screen)
  await enter(page.context(), origin, await invited(origin, roles, { language, name, ...(administrator && { administrator }) }))
  const t = words[language]
  return {
    page, t,
    /** Goes to a page of the desk; none of them scrolls sideways. */
    async to(path: string) {
      await page.goto(`${origin}/${language}/desk${path}`)
      await expectNoSideways(page)
    },
    /** What the menu offers; on a phone it is opened first. */
    async menu() {
      const menu = page.getByRole('navigation', { name: t('desk.menu.label') })
      const opens = menu.locator('summary')
      if (await opens.isVisible()) await opens.click()
      await expect(menu.getByRole('link').first()).toBeVisible()
      return menu.getByRole('link').allTextContents()
    },
    /** A page that this role may not see says so. */
    async isNotFor(path: string) {
      const response = await page.request.get(`${origin}/${language}/desk${path}`)
      expect([path, response.status()]).toEqual([path, 403])
    },
    /** Finds somebody by name, as soon as the list has them, and opens the record. */
    async opens(person: string) {
      await until(`${person} in the list`, async () => {
        await page.goto(`${origin}/${language}/desk/people`)
        await page.getByLabel(t('desk.people.seek')).fill(person)
        await page.getByRole('button', { name: t('desk.people.find'), exact: true }).click()
        return (await page.getByRole('link', { name: person }).count()) > 0 || undefined
      }, 100)
      await page.getByRole('link', { name: person }).first().click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(person)
      await expectNoSideways(page)
    },
  }
}
export type AtWork = Awaited<ReturnType<typeof atWork>>

let met = 0
/** A name that nobody else in this run has, of letters only. */
export const someName = () => {
  const number = `${process.pid}${(met += 1)}${Date.now()}`
  return `Voorbeeld ${[...number].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
}
