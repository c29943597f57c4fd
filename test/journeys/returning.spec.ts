import { confirm, joinUntil, start, wayOf } from './joining.ts'
import { expect, phone, test, words } from './fixtures.ts'
import { codeFor, mailsTo, sealedMail, until } from './mailbox.ts'

const t = words.en

test('closing the browser loses nothing: the same address goes on elsewhere', async ({ page, origin, otherDevice }) => {
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

test('an address that joined already: same page, the mail says so; signing in and out', async ({ page, origin, otherDevice }) => {
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
  await expect(again.page.getByRole('heading', { level: 2, name: way.name })).toBeVisible()
  await again.page.getByRole('button', { name: t('parts.signOut') }).click()
  await expect(again.page).toHaveURL(/\/en$/)
  await again.page.goto('/en/account')
  await expect(again.page.getByRole('link', { name: t('fault.sign-in.button') })).toBeVisible()
  // The first browser is still signed in.
  await page.goto('/en/account')
  await expect(page.getByRole('heading', { level: 1, name: t('account.title') })).toBeVisible()
})
