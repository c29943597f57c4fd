import { joinUntil, sendSignature, typeSignature, wayOf } from './joining.ts'
import { expect, languages, test, words } from './fixtures.ts'

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
