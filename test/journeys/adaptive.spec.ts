import type { Page } from '@playwright/test'
import { draw, joinUntil, sendSignature, wayOf } from './joining.ts'
import { expect, expectNoSideways, test } from './fixtures.ts'

/** Every control that can be pressed or filled in, with what shows of its edge and of its focus. */
const edges = (page: Page) => page.locator('main :is(button, input, select, canvas, a.button)').evaluateAll((controls) => controls
  .filter((control) => control.checkVisibility() && !/^(radio|checkbox|hidden)$/.test((control as HTMLInputElement).type))
  .filter((control) => {
    const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(control.closest('.pad') ?? control)
    return (borderTopStyle === 'none' || parseFloat(borderTopWidth) === 0) && outlineStyle === 'none'
  }).map((control) => control.outerHTML.slice(0, 100)))

test('with forced colours every control has an edge and the focus shows', async ({ page, origin }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/en/tiktok')
  expect(await edges(page)).toEqual([])
  const way = wayOf(page, origin)
  await joinUntil(way, 'agreements')
  expect(await edges(page)).toEqual([])
  await draw(way)
  const button = page.locator('main form button[type=submit]').first()
  await button.focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  expect(await button.evaluate((control) => getComputedStyle(control).outlineStyle)).not.toBe('none')
  await sendSignature(way)
  await expect(page).toHaveURL(/\/join\/check$/)
})

test('nothing moves for who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const path of ['/en', '/en/tiktok', '/en/tiktok/join']) {
    await page.goto(path)
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((each) => {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(each)
      const long = (time: string) => time.split(',').some((part) => parseFloat(part) > 0.01)
      return (animationName !== 'none' && long(animationDuration)) || long(transitionDuration) || scrollBehavior === 'smooth'
    }).map((each) => `${each.tagName}.${each.className.toString()}`))
    expect(moving, path).toEqual([])
  }
})

for (const width of [640, 360]) {
  test.describe(`text twice as large on a screen of ${width} px`, () => {
    test.use({ viewport: { width, height: 740 } })
    test('nothing is cut off or scrolls sideways', async ({ page, context, origin }) => {
      const settings = await context.newCDPSession(page)
      await settings.send('Page.enable')
      await settings.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
      const found: string[] = []
      const look = async () => {
        expect(await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeGreaterThanOrEqual(32)
        await expectNoSideways(page).catch((error: Error) => { found.push(error.message) })
      }
      for (const path of ['', '/about', '/tiktok', '/bank-cartel', '/tiktok/costs?award=500', '/tiktok/join', '/sign-in']) {
        await page.goto(`/nl${path}`)
        await look()
      }
      const way = wayOf(page, origin, { language: 'nl' })
      for (const step of ['start', 'code', 'who', 'details', 'agreements', 'sign', 'check'] as const) {
        await context.clearCookies()
        await joinUntil({ ...way, email: `${step}-${way.email}` }, step)
        await look()
      }
      await page.goto('/nl/account')
      await look()
      expect(found).toEqual([])
    })
  })
}

test('a phone turned on its side keeps the drawing', async ({ page, origin }) => {
  const way = wayOf(page, origin)
  await page.setViewportSize({ width: 740, height: 360 })
  await joinUntil(way, 'agreements')
  await draw(way)
  const strokes = page.locator('signature-field input[type=hidden]')
  const before = await strokes.inputValue()
  expect(JSON.parse(before).strokes[0].points.length).toBeGreaterThan(10)
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(async () => JSON.parse(await strokes.inputValue()).width).toBeLessThan(JSON.parse(before).width)
  expect(JSON.parse(await strokes.inputValue()).strokes).toHaveLength(1)
  const about = JSON.parse(await page.locator('input[name=client]').inputValue()) as Record<string, unknown>
  expect(about).toMatchObject({ viewport: '740x360', timeZone: expect.any(String), offsetMinutes: expect.any(Number) })
  await sendSignature(way)
  await expect(page).toHaveURL(/\/join\/check$/)
})
