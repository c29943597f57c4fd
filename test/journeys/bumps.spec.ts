import { agree, bindingButton, confirm, draw, fillDetails, joinUntil, newEmail, sendSignature, start, tellDetails, typeSignature, wayOf } from './joining.ts'
import { expect, languages, phone, test, words } from './fixtures.ts'
import { codeFor, mailsTo, sealedMail, until } from './mailbox.ts'
import { startSite } from './site.ts'

const t = words.en

test('the code can be sent again after a minute: the button counts down, the server keeps the time', async ({ page, origin }) => {
  await page.clock.install()
  const way = wayOf(page, origin)
  await joinUntil(way, 'start')
  const again = page.locator('code-resend button')
  await expect(again).toBeDisabled()
  await expect(again).toHaveText(/^Send again in \d+ s$/)
  const left = async () => Number(/\d+/.exec((await again.textContent()) ?? '')?.[0])
  const before = await left()
  await page.clock.runFor(20_000)
  expect(before - (await left())).toBeGreaterThanOrEqual(19)
  await page.clock.runFor(45_000)
  await expect(again).toBeEnabled()
  await expect(page.getByRole('status').filter({ hasText: t('parts.resendReady') })).toBeAttached()
  // Only this browser's clock went forward: the server refuses, and says when.
  await again.click()
  await expect(page.getByRole('alert')).toContainText(t('because.too-many-codes'))
  await expect(page.getByText(/new code from \d+[:.]\d+/)).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  for (const language of languages) {
    test(`the time from which a new code is possible stands there in words: ${language}`, async ({ page, origin }) => {
      await joinUntil(wayOf(page, origin, { language }), 'start')
      await expect(page.getByText(language === 'en' ? /new code from \d+[:.]\d+/ : /vanaf \d+[:.]\d+ een nieuwe code/)).toBeVisible()
      await page.getByRole('button', { name: words[language]('join.code.again') }).click()
      await expect(page.getByRole('alert')).toContainText(words[language]('because.too-many-codes'))
    })
  }

  test('there is no field to draw in, and an empty signature is answered beside the field', async ({ page, origin }) => {
    const way = wayOf(page, origin)
    await joinUntil(way, 'agreements')
    await expect(page.locator('signature-field')).toBeHidden()
    await sendSignature(way)
    await expect(page.getByRole('alert')).toContainText(t('because.signature-missing'))
    await typeSignature(way, 'Iemand Anders')
    await sendSignature(way)
    await expect(page.getByRole('alert')).toContainText(t('because.signature-other-name'))
    await expect(page.getByLabel(t('parts.signTyped'))).toHaveValue('Iemand Anders')
  })
})

test('what is wrong is summed up, takes the focus, and leads to its field with what was typed kept', async ({ page, origin }) => {
  const way = wayOf(page, origin)
  await joinUntil(way, 'code')
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
  const type = async (selector: string, text: string) => { await tabTo(selector); await page.keyboard.press('ControlOrMeta+A'); await page.keyboard.type(text) }
  const press = async (selector: string, key = 'Enter') => { await tabTo(selector); await page.keyboard.press(key) }
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
  await page.waitForURL(/\/details$/)
  for (const [selector, text] of [
    ['#birthDate', '27'], ['#birthDate-month', '3'], ['#birthDate-year', '1994'], ['#street', 'Voorbeeldstraat 1'], ['#postcode', '1234AB'], ['#city', 'Voorbeeldstad'],
    ['#country', 'Neth'], ['#account-username', 'voorbeeld'], ['#from', '3'], ['#from-year', '2019'],
  ] as const) await (selector === '#country' ? tabTo(selector).then(() => page.keyboard.type(text)) : type(selector, text))
  await press('#still', 'Space')
  await press('main form button[type=submit]')
  await page.waitForURL(/\/agreements$/)
  for (const id of await page.locator('section.agreement input[type=checkbox]').evaluateAll((ticks) => ticks.map((tick) => tick.id))) await press(`#${id}`, 'Space')
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

test('closing the browser loses nothing: the same address goes on elsewhere, where it stopped', async ({ page, origin, otherDevice }) => {
  test.setTimeout(100_000)
  const way = wayOf(page, origin)
  await joinUntil(way, 'details')
  const [before] = await mailsTo(origin, way.email)
  const device = wayOf(await otherDevice(phone), origin, { email: way.email.toUpperCase(), name: 'Iemand anders' })
  await until('a second code may be sent', async () => {
    await device.page.goto(`${way.base}/join`)
    return start(device).then(() => true, () => undefined)
  }, 75)
  await confirm(device, await codeFor(origin, way.email, before?.id))
  await expect(device.page).toHaveURL(/\/join\/agreements$/)
  await device.page.goto(`${way.base}/join/details`)
  await expect(device.page.getByLabel(t('join.details.name'))).toHaveValue(way.name)
})

test('who is under 18 is led to a parent, and can mend a wrong date', async ({ page, origin }) => {
  const way = wayOf(page, origin)
  await joinUntil(way, 'code')
  await tellDetails(way, { year: '2014' })
  await expect(page).toHaveURL(/\/join\/parent$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('join.parent.title'))
  await page.getByRole('link', { name: t('join.parent.mistake') }).click()
  await tellDetails(way)
  await expect(page).toHaveURL(/\/join\/agreements$/)
})

test('an address that joined already: the page is the same, the mail says so; signing in and out', async ({ page, origin, otherDevice }) => {
  test.setTimeout(180_000)
  const way = wayOf(page, origin)
  await joinUntil(way, 'check')
  await sealedMail(origin, way.email)
  const [before] = await mailsTo(origin, way.email)
  const again = wayOf(await otherDevice(), origin, { email: way.email })
  await until('a second code may be sent', async () => {
    await again.page.goto(`${way.base}/join`)
    return start(again).then(() => true, () => undefined)
  }, 75)
  expect((await mailsTo(origin, way.email))[0]!.subject).toContain('already joined')
  await confirm(again, await codeFor(origin, way.email, before?.id))
  await expect(again.page).toHaveURL(/\/join\/known$/)
  await again.page.getByRole('link', { name: t('join.known.mine') }).click()
  await expect(again.page.getByRole('heading', { level: 2 }).first()).toContainText(way.name)
  await again.page.getByRole('button', { name: t('parts.signOut') }).click()
  await expect(again.page).toHaveURL(/\/en$/)
  await again.page.goto('/en/account')
  await expect(again.page.getByRole('link', { name: t('fault.sign-in.button') })).toBeVisible()
  // The first browser is still signed in.
  await page.goto('/en/account')
  await expect(page.getByRole('link', { name: t('account.download') })).toBeVisible()
})

test('two tabs: what one tab answered the other goes on with, and a second submission changes nothing', async ({ page, context, origin }) => {
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
