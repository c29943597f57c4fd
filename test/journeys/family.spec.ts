import { agree, bindingButton, confirm, joinUntil, newEmail, sayFor, sendSignature, typeSignature, wayOf } from './joining.ts'
import { desktop, expect, expectNoSideways, phone, test, words } from './fixtures.ts'
import { codeFor, until, mailsTo } from './mailbox.ts'

for (const [language, options, javaScriptEnabled] of [['nl', phone, false], ['en', desktop, true]] as const) {
  test.describe(`a parent joins for a child: ${language}, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
    test.use({ ...options, javaScriptEnabled })
    test(`children, declaration, check, receipt, and the other parent is asked: ${language}`, async ({ page, origin, otherDevice }) => {
      const t = words[language]
      const way = wayOf(page, origin, { language, name: 'Ouder Voorbeeld' })
      const other = newEmail('andere-ouder')
      const look = async (_name: string, on = page) => { await expectNoSideways(on) }
      await joinUntil(way, 'start')
      await confirm(way)
      await look('who')
      await sayFor(way, 'children')
      await look('details')
      await page.getByLabel(t('join.details.name')).fill(way.name)
      for (const [id, value] of [['birthDate', '27'], ['birthDate-month', '3'], ['birthDate-year', '1984'], ['street', 'Voorbeeldstraat 1'],
        ['postcode', '1234 AB'], ['city', 'Voorbeeldstad']] as const) await page.locator(`#${id}`).fill(value)
      await page.locator('#country').selectOption('NL')
      await page.getByRole('button', { name: t('join.next') }).click()
      await expect(page).toHaveURL(/\/join\/child$/)
      await look('child')
      await page.getByRole('button', { name: t('join.child.save') }).click()
      await look('child-errors')
      for (const [id, value] of [['legalName', 'Noor Voorbeeld'], ['birthDate', '3'], ['birthDate-month', '5'], ['birthDate-year', '2013'],
        ['account-username', 'noor.v'], ['from', '6'], ['from-year', '2023'],
        ['otherName', 'Andere Ouder'], ['otherEmail', other]] as const) await page.locator(`#${id}`).fill(value)
      await page.locator('input[name=authority][value=joint]').check()
      await page.locator('#still').check()
      await page.getByRole('button', { name: t('join.child.save') }).click()
      await expect(page).toHaveURL(/\/join\/children$/)
      await look('children')
      await page.locator('#declared').check()
      await page.getByRole('button', { name: t('join.next') }).click()
      await look('agreements')
      await agree(way)
      await look('sign')
      await typeSignature(way)
      await sendSignature(way)
      await expect(page).toHaveURL(/\/join\/check$/)
      await look('check')
      await bindingButton(way).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('join.done.titleChildren', { count: 1 }))
      await look('done')

      const [invitation] = (await until('the other parent is written to', async () => {
        const mails = await mailsTo(origin, other)
        return mails.length ? mails : undefined
      }))
      const guardian = await otherDevice({ ...options, javaScriptEnabled })
      await guardian.goto(/\/(?:en|nl)\/guardian\/[0-9a-f-]{36}/.exec(invitation!.text)![0])
      await look('guardian', guardian)
      await guardian.getByRole('button', { name: t('guardian.button') }).click()
      await guardian.locator('#code').fill(await codeFor(origin, other, invitation!.id))
      await guardian.locator('main form button').click()
      await look('guardian-answer', guardian)
      await guardian.locator('input[name=answer][value=objected]').check()
      await guardian.getByRole('button', { name: t('guardian.answer.button') }).click()
      await expect(guardian.getByRole('heading', { level: 1 })).toHaveText(t('guardian.answered.title'))
      await look('guardian-answered', guardian)
      await guardian.goto(`/${language}/privacy/children`)
      await look('privacy-children', guardian)
      const mine = wayOf(await otherDevice(options), origin, { language, name: 'Pip' })
      await joinUntil(mine, 'code')
      await mine.page.goto(`${mine.base}/join/parent`)
      await look('parent', mine.page)
      await mine.page.locator('#parent').fill(newEmail('vader'))
      await mine.page.getByRole('button', { name: t('join.parent.send') }).click()
      await expect(mine.page.getByRole('heading', { level: 1 })).toHaveText(t('join.parentAsked.title'))
      await look('parent-asked', mine.page)
    })
  })
}
