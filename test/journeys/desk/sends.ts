import type { Page } from '@playwright/test'

/** Fills in the form of this page that has the first of these fields, and sends it by the button of that value or by its first one. */
export async function sends(page: Page, fields: Record<string, string>, button?: string): Promise<void> {
  await page.locator('main').evaluate((main) => { for (const each of main.querySelectorAll('details')) each.open = true })
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first()
    const type = await field.getAttribute('type')
    if (type === 'radio' || type === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).first().check()
    else if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  const [of] = Object.keys(fields)
  const form = of ? `main form:has([name="${of}"])` : 'main form[method=post]'
  const send = `${form} button[type=submit]${button ? `[value="${button}"]` : ''}`
  await Promise.all([page.waitForEvent('framenavigated'), page.locator(send).first().click()])
  await page.waitForLoadState()
}

/** Today as the three fields of a date called `name`. */
export function todayIn(name: string): Record<string, string> {
  const today = new Date()
  const parts = { day: today.getUTCDate(), month: today.getUTCMonth() + 1, year: today.getUTCFullYear() }
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [`${name}-${part}`, String(value)]))
}
