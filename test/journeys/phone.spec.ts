import { readQr } from '../read-qr.ts'
import { bindingButton, draw, joinUntil, typeSignature, wayOf } from './joining.ts'
import { desktop, expect, expectNoSideways, phone, test, words } from './fixtures.ts'
import { sealedMail } from './mailbox.ts'

for (const [language, script] of [['en', true], ['nl', true], ['en', false], ['nl', false]] as const) {
  test.describe(`${language}, ${script ? 'with script, drawn' : 'without script, typed'}`, () => {
    test.use({ ...desktop, javaScriptEnabled: script })
    test(`the signature begun at the computer is given on the phone, and both screens follow: ${language}, ${script}`,
      async ({ page, origin, otherDevice }) => {
      const t = words[language]
      const way = wayOf(page, origin, { language })
      await joinUntil(way, 'agreements')
      await page.getByRole('button', { name: t('join.phone.offerButton') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('join.phone.title'))
      await expectNoSideways(page)
      const scanned = readQr(await page.content())
      expect(scanned.startsWith(`${origin}/${language}/tiktok/join/phone/`)).toBe(true)

      const hand = await otherDevice({ ...phone, javaScriptEnabled: script })
      await hand.goto(scanned)
      await expectNoSideways(hand)
      await hand.getByRole('button', { name: t('join.phone.open') }).click()
      if (script) await expect(page.getByRole('status')).toHaveText(t('join.phone.opened'))
      // The phone opens that one step and nothing else of the person.
      const beside = await hand.context().newPage()
      await beside.goto(`/${language}/account`)
      await expect(beside.getByRole('link', { name: t('fault.sign-in.button') })).toBeVisible()
      await beside.close()
      if (script) await draw({ ...way, page: hand }, 'touch')
      else await typeSignature({ ...way, page: hand })
      await hand.getByRole('button', { name: t('join.sign.button') }).click()
      await expect(hand.getByRole('heading', { level: 1 })).toHaveText(t('join.phone.signedTitle'))
      await expectNoSideways(hand)

      if (!script) await page.getByRole('link', { name: t('join.phone.done') }).click()
      await expect(page).toHaveURL(/\/join\/check$/)
      await bindingButton(way).click()
      await expect(page).toHaveURL(/\/join\/done$/)
      expect((await sealedMail(origin, way.email)).pdf.subarray(0, 5).toString()).toBe('%PDF-')
      await hand.goto(scanned)
      await expect(hand.getByRole('heading', { level: 1 })).toHaveText(t('join.phone.cannot'))
    })
  })
}
