import type { Locator, Page } from '@playwright/test'
import { desktop, expect, expectNoSideways, phone, test } from '../fixtures.ts'
import { until } from '../mailbox.ts'
import { startSite } from '../site.ts'
import { atWork, someName } from './days.ts'
import { joins } from './people.ts'
import { sends, todayIn } from './sends.ts'
import { becomeAdministrator } from './staff.ts'

const mostStops = 150

/** What keeps the focused element from being seen: no ring around it, or something that lies over it (WCAG 2.4.7, 2.4.11). */
const hidden = (page: Page) => page.evaluate(() => {
  const at = document.activeElement
  if (!at || at === document.body) return ''
  const ringed = [at, at.closest('label, .choice, .input')].some((each) => {
    const { outlineStyle, outlineWidth, boxShadow } = each ? getComputedStyle(each) : new CSSStyleDeclaration()
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || (boxShadow !== '' && boxShadow !== 'none')
  })
  const { left, top, width, height } = at.getBoundingClientRect()
  const [x, y] = [Math.min(Math.max(left + width / 2, 1), innerWidth - 2), Math.min(Math.max(top + height / 2, 1), innerHeight - 2)]
  const above = document.elementFromPoint(x, y)
  const seen = top < innerHeight && top + height > 0 && above !== null && (at.contains(above) || above.contains(at))
  const which = `${at.tagName} ${at.id || (at.textContent ?? '').trim().slice(0, 40)}`
  return ringed && seen ? '' : `${which}: ${ringed ? `lies under ${above?.tagName}.${above?.className}` : 'has no ring'}`
})

/** Goes from stop to stop with Tab until this element has the focus; each stop on the way is seen. */
async function tabTo(page: Page, target: Locator) {
  for (let stops = 0; stops < mostStops; stops += 1) {
    await page.keyboard.press('Tab')
    expect(await hidden(page), `on the way to ${String(target)}`).toBe('')
    if (await target.evaluateAll((all) => all.includes(document.activeElement as never))) return
  }
  throw new Error(`${String(target)} was not reached within ${mostStops} stops at ${page.url()}`)
}

async function press(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press(key)])
  await page.waitForLoadState()
  await expectNoSideways(page)
}

async function write(page: Page, target: Locator, text: string) {
  await tabTo(page, target)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** Goes down the menu, which is closed on a phone, to one of its areas. */
async function throughMenu(page: Page, area: Locator) {
  const opens = page.locator('.desk-menu summary')
  if (await opens.isVisible()) {
    await tabTo(page, opens)
    await page.keyboard.press('Enter')
  }
  await press(page, area)
}

for (const [name, language, screen] of [['phone', 'nl', phone], ['desktop', 'en', desktop]] as const) {
  test(`${name}: the desk with the keyboard only: find, note, task, approve, write and publish`, async ({ otherDevice }) => {
    test.setTimeout(300_000)
    // A site of its own, for what is published here is nobody else's business.
    const own = await startSite()
    try {
      const administrator = await becomeAdministrator(own.origin, own.firstLink)
      const worker = (role: 'case-handler' | 'lawyer' | 'campaigner', title: string) =>
        atWork(otherDevice, own.origin, [role], { language, name: title, screen, administrator })
      const person = someName()
      await joins(own.origin, { legalName: person })
      const { page, t, to } = await worker('case-handler', 'Voorbeeld Behandelaar')

      await test.step('finds somebody and opens the record', async () => {
        await to('')
        await throughMenu(page, page.getByRole('link', { name: t('desk.menu.people'), exact: true }))
        await until('somebody in the list', async () => {
          await page.goto(page.url())
          await write(page, page.getByLabel(t('desk.people.seek')), person)
          await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
          await page.waitForLoadState()
          return (await page.getByRole('link', { name: person }).count()) > 0 || undefined
        }, 100)
        await press(page, page.getByRole('link', { name: person }))
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(person)
      })
      const record = page.url()

      await test.step('leaves a note', async () => {
        await press(page, page.getByRole('button', { name: t('desk.person.noteAdd') }))
        await expect(page.getByRole('alert')).toBeFocused()
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await expect(page.getByLabel(t('desk.person.noteText'))).toBeFocused()
        await page.keyboard.type('Gebeld met het toetsenbord.')
        await press(page, page.getByRole('button', { name: t('desk.person.noteAdd') }))
        await expect(page.getByRole('status')).toContainText(t('desk.person.done.note'))
      })

      await test.step('gives a task', async () => {
        await press(page, page.getByRole('link', { name: t('desk.person.act.task') }))
        for (const label of [t('desk.task.what'), t('desk.task.who')]) {
          await tabTo(page, page.getByLabel(label, { exact: true }))
          await page.keyboard.press('ArrowDown')
        }
        await press(page, page.getByRole('button', { name: t('desk.task.give') }))
        await expect(page.getByRole('status')).toContainText(t('desk.person.done.task'))
      })

      await page.goto(`${record}/erase`)
      await sends(page, { because: 'asked', cameBy: 'phone', identity: 'called-back', ...todayIn('askedOn'), answerBy: 'mail' })
      await test.step('somebody else approves what was proposed', async () => {
        const lawyer = await worker('lawyer', 'Voorbeeld Jurist')
        await lawyer.to('')
        await throughMenu(lawyer.page, lawyer.page.getByRole('link', { name: t('desk.menu.proposals'), exact: true }))
        await press(lawyer.page, lawyer.page.getByRole('main').locator('tbody a[href*="/proposals/"]'))
        await press(lawyer.page, lawyer.page.getByRole('button', { name: t('desk.proposals.approve') }))
        await expect(lawyer.page.getByRole('button', { name: t('desk.proposals.approve') })).toHaveCount(0)
      })

      await test.step('writes a text and publishes it', async () => {
        const campaigner = await worker('campaigner', 'Voorbeeld Campagne')
        const desk = campaigner.page
        await campaigner.to('/claims/tiktok/texts/page/about')
        for (const each of ['en', 'nl']) await write(desk, desk.locator(`[name="${each}-title"]`), person)
        await press(desk, desk.getByRole('button', { name: t('desk.draft.save'), exact: true }))
        await expect(desk.getByText(t('desk.draft.saved'))).toBeVisible()
        await campaigner.to('/claims/tiktok/publish')
        await press(desk, desk.getByRole('button', { name: t('desk.publish.now') }))
        await expect(desk).toHaveURL(/\/versions\?published=\d+$/)
        await desk.goto(`${own.origin}/${language}/tiktok`)
        await expect(desk.getByText(person).first()).toBeAttached()
      })
    } finally {
      await own.stop()
    }
  })
}
