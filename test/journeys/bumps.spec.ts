import {
  agree, bindingButton, confirm, draw, fillDetails, joinUntil, newEmail, sayFor, sendSignature, start, tellDetails, wayOf,
} from './joining.ts'
import { expect, test, words } from './fixtures.ts'
import { codeFor, mailsTo, sealedMail } from './mailbox.ts'
import { startSite } from './site.ts'

const t = words.en

test('what is wrong is summed up, takes the focus, and leads to its field with what was typed kept', async ({ page, origin }) => {
  const way = wayOf(page, origin)
  await joinUntil(way, 'who')
  await fillDetails(way)
  await page.getByLabel(t('join.details.postcode')).fill('12')
  await page.getByLabel(t('join.details.city')).fill('')
  await page.getByRole('button', { name: t('join.next') }).click()
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^Error:/)
  await expect(summary.getByRole('link')).toHaveText([t('because.postcode-wrong'), t('because.city-missing')])
  await summary.getByRole('link', { name: t('because.city-missing') }).click()
  await expect(page.getByLabel(t('join.details.city'))).toBeFocused()
  await expect(page.getByLabel(t('join.details.postcode'))).toHaveValue('12')
  await expect(page.getByLabel(t('join.details.postcode'))).toHaveAccessibleDescription(new RegExp(t('because.postcode-wrong')))
})

test('the whole way with the keyboard alone', async ({ page, origin }) => {
  const way = wayOf(page, origin)
  const focused = (selector: string) => page.locator(selector).evaluate((element) => element === document.activeElement)
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 90; presses++) {
      if (await focused(selector)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`the keyboard does not reach ${selector}`)
  }
  const type = async (selector: string, text: string) => {
    await tabTo(selector)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(text)
  }
  const press = async (selector: string, key = 'Enter') => {
    await tabTo(selector)
    await page.keyboard.press(key)
  }
  await page.goto(`${way.base}/join`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: t('parts.skip') })).toBeFocused()
  await page.keyboard.press('Enter')
  await type('#name', way.name)
  await type('#email', way.email)
  await press('#terms', 'Space')
  await press('form.join-form button')
  await page.waitForURL(/\/code$/)
  await type('#code', await codeFor(origin, way.email))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/who$/)
  await press('#who', 'Space')
  await press('main form button')
  await page.waitForURL(/\/details$/)
  for (const [selector, text] of [
    ['#birthDate', '27'], ['#birthDate-month', '3'], ['#birthDate-year', '1994'],
    ['#street', 'Voorbeeldstraat 1'], ['#postcode', '1234AB'], ['#city', 'Voorbeeldstad'],
  ] as const) await type(selector, text)
  await tabTo('#country')
  await page.keyboard.type('Neth')
  await type('#account-username', 'voorbeeld')
  await type('#from', '3')
  await type('#from-year', '2019')
  await press('#still', 'Space')
  await press('main form button[type=submit]')
  await page.waitForURL(/\/agreements$/)
  const ticks = await page.locator('section.agreement input[type=checkbox]').evaluateAll((found) => found.map(({ id }) => id))
  for (const id of ticks) await press(`#${id}`, 'Space')
  await press('#successFee', 'Space')
  await press('main form button[type=submit]')
  await page.waitForURL(/\/sign$/)
  await type('#signature-typed', way.name)
  await press('#signature-ticked', 'Space')
  await press('form:has(#signature-typed) button[type=submit]')
  await page.waitForURL(/\/check$/)
  await press('main form button[type=submit]')
  await page.waitForURL(/\/done$/)
})

test('who is under 18 is led to a parent, and can mend a wrong date', async ({ page, origin }) => {
  const way = wayOf(page, origin)
  await joinUntil(way, 'who')
  await tellDetails(way, { year: '2014' })
  await expect(page).toHaveURL(/\/join\/parent$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('join.parent.title'))
  await page.getByRole('link', { name: t('join.parent.mistake') }).click()
  await sayFor(way)
  await tellDetails(way)
  await expect(page).toHaveURL(/\/join\/agreements$/)
})

test('two tabs: one goes on with what the other answered, and a second submission changes nothing', async ({ page, context, origin }) => {
  const way = wayOf(page, origin)
  await joinUntil(way, 'sign')
  const second = wayOf(await context.newPage(), origin, { email: way.email })
  await second.page.goto(`${way.base}/join/check`)
  await bindingButton(way).click()
  await expect(page).toHaveURL(/\/join\/done$/)
  await bindingButton(second).click()
  await expect(second.page).toHaveURL(/\/join\/done$/)
  const reference = (tab: typeof page) => tab.locator('strong.reference').first().textContent()
  expect(await reference(second.page)).toBe(await reference(page))
  await second.page.goto(`${way.base}/join/sign`)
  await expect(second.page).toHaveURL(/\/join\/done$/)
})

test('the back button shows the answers again, and going forward needs a new signature only after a change', async ({ page, origin }) => {
  const way = wayOf(page, origin)
  await joinUntil(way, 'sign')
  await page.goBack()
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(/\/join\/details$/)
  await expect(page.getByLabel(t('join.details.city'))).toHaveValue('Voorbeeldstad')
  await page.goto(`${way.base}/join/check`)
  await expect(page).toHaveURL(/\/join\/check$/)
  await page.getByRole('link', { name: new RegExp(t('join.check.what.details')) }).first().click()
  await page.getByLabel(t('join.details.city')).fill('Anderstad')
  await page.getByRole('button', { name: t('join.next') }).click()
  await page.goto(`${way.base}/join/check`)
  await expect(page).toHaveURL(/\/join\/sign$/)
})

test('a double click on the binding button joins once', async ({ page, origin }) => {
  const way = wayOf(page, origin)
  await joinUntil(way, 'sign')
  const posts: string[] = []
  page.on('request', (request) => { if (request.method() === 'POST') posts.push(request.url()) })
  await bindingButton(way).dblclick()
  await expect(page).toHaveURL(/\/join\/done$/)
  expect(posts).toHaveLength(1)
  await sealedMail(origin, way.email)
  expect((await mailsTo(origin, way.email)).filter(({ attachments }) => attachments.length)).toHaveLength(1)
})

test('a page that stayed open while the program was killed and started again still works', async ({ otherDevice }) => {
  const own = await startSite()
  try {
    const page = await otherDevice({ baseURL: own.origin })
    const way = wayOf(page, own.origin)
    await joinUntil(way, 'agreements')
    await draw(way)
    await own.killAndRestart()
    await sendSignature(way)
    await expect(page).toHaveURL(/\/join\/check$/)
    await bindingButton(way).click()
    await expect(page).toHaveURL(/\/join\/done$/)
    await sealedMail(own.origin, way.email)
  } finally {
    await own.stop()
  }
})

test('on the claim’s own host the whole way stays there', async ({ page, origin }) => {
  const host = origin.replace('localhost', 'tiktokclaim.localhost')
  const way = wayOf(page, origin, { base: `${host}/nl`, language: 'nl', email: newEmail('eigen-host') })
  await page.goto(way.base)
  await start(way)
  await confirm(way)
  await sayFor(way)
  await expect(page).toHaveURL(`${host}/nl/join/details`)
  await tellDetails(way)
  await agree(way, 'fixed')
  await draw(way)
  await sendSignature(way)
  await expect(page).toHaveURL(`${host}/nl/join/check`)
  await bindingButton(way).click()
  await expect(page).toHaveURL(`${host}/nl/join/done`)
  await sealedMail(origin, way.email)
  // The account is the foundation's: another host, so its own sign-in.
  await page.getByRole('link', { name: words.nl('join.done.account') }).click()
  await expect(page).toHaveURL(`${origin}/nl/account`)
})
