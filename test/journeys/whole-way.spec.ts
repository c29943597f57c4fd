import { bindingButton, agree, confirm, draw, sayFor, sendSignature, start, tellDetails, typeSignature, wayOf } from './joining.ts'
import { desktop, expect, expectNoSideways, languages, phone, test, words } from './fixtures.ts'
import { sealedMail } from './mailbox.ts'

const devices = { 'phone 360': phone, 'desktop 1280': desktop }

for (const language of languages) for (const [device, options] of Object.entries(devices)) for (const javaScriptEnabled of [true, false]) {
  const way = `${language}, ${device}, ${javaScriptEnabled ? 'with script, drawn' : 'without script, typed'}`
  test.describe(way, () => {
    test.use({ ...options, javaScriptEnabled })
    test(`from the campaign page to the sealed PDF: ${way}`, async ({ page, origin }) => {
      const t = words[language]
      const joiner = wayOf(page, origin, { language })
      await page.goto(joiner.base)
      const next = async (path: RegExp) => { await expect(page).toHaveURL(path); await expectNoSideways(page) }
      await start(joiner)
      await next(/\/join\/code$/)
      await confirm(joiner)
      await next(/\/join\/who$/)
      await sayFor(joiner)
      await next(/\/join\/details$/)
      await tellDetails(joiner)
      await next(/\/join\/agreements$/)
      await agree(joiner)
      await next(/\/join\/sign$/)
      await expect(page.getByRole('heading', { name: t('join.phone.offer') })).toBeVisible({ visible: options !== phone })
      if (javaScriptEnabled) await draw(joiner, options === phone ? 'touch' : 'mouse')
      else await typeSignature(joiner)
      await sendSignature(joiner)
      await next(/\/join\/check$/)
      await expect(page.getByText(joiner.name).first()).toBeVisible()
      await expect(bindingButton(joiner)).toHaveText(/17[.,]50/)
      await bindingButton(joiner).click()
      await next(/\/join\/done$/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('join.done.title'))

      const { mail, pdf } = await sealedMail(origin, joiner.email)
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect(pdf.includes('/ETSI.CAdES.detached')).toBe(true)
      expect(mail.text).toContain(joiner.name)

      await page.getByRole('link', { name: t('join.done.account') }).click()
      await next(new RegExp(`/${language}/account$`))
      await page.goto(`/${language}/account/documents`)
      const arriving = page.waitForEvent('download')
      await page.getByRole('link',
        { name: t('account.documents.mandate', { claim: { en: 'TikTok claim', nl: 'TikTok-claim' }[language] }) }).click()
      const chunks: Buffer[] = []
      for await (const chunk of await (await arriving).createReadStream()) chunks.push(chunk as Buffer)
      expect(Buffer.concat(chunks).equals(pdf)).toBe(true)
    })
  })
}
