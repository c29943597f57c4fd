import * as z from 'zod'
import { askOwnAccess } from '#accounts/own-access.ts'
import { normaliseEmail } from '#identity/address.ts'
import { dayAndTime } from '#words/formats.ts'
import { again, goTo } from '#web/answer.ts'
import type { Because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { DateField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { birthDate } from '#web/pages/join/details-form.ts'
import { optional } from '#web/parts/field-schemas.ts'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'

const ownAccessForm = z.object({
  reference: optional(40), email: optional(254), 'birthDate-day': optional(), 'birthDate-month': optional(), 'birthDate-year': optional(),
}).transform((typed, check) => {
  const wrong = (field: string, message: Because) => { check.issues.push({ code: 'custom', message, path: [field], input: typed }) }
  if (!typed.reference) wrong('reference', 'reference-missing')
  const born = birthDate(typed, wrong)
  if (!typed.email) wrong('email', 'email-missing')
  else if (!normaliseEmail(typed.email)) wrong('email', 'email-wrong')
  return { reference: typed.reference, email: typed.email, birthDate: born }
})

/** Who was signed up as a child and is 16 by now gets an own way in; whatever is filled in, the next page is the same (GD-07). */
export const ownAccessPage = page('/:lang{en|nl}/own-access', {
  who: 'anyone',
  form: ownAccessForm,
  show(visit) {
    const { t, form, language } = visit
    return (
      <FormLayout visit={visit} title={t('ownAccess.title')}>
        <p class="lead">{t('ownAccess.lead')}</p>
        <form method="post" action={visit.homeLink('/own-access')} novalidate>
          <TextField t={t} name="reference" label={t('ownAccess.reference')} hint={t('ownAccess.referenceHint')}
            error={errorAt(visit, 'reference')} value={typedAt(visit, 'reference')} autocomplete="off" width="medium" spellcheck={false}
            maxlength={40} />
          <DateField t={t} name="birthDate" label={t('ownAccess.birthDate')} hint={t('join.details.birthHint')} birthday
            error={errorAt(visit, 'birthDate')} value={{ day: typedAt(visit, 'birthDate-day'), month: typedAt(visit, 'birthDate-month'),
              year: typedAt(visit, 'birthDate-year') }} />
          <TextField t={t} name="email" type="email" label={t('ownAccess.email')} hint={t('ownAccess.emailHint')}
            error={errorAt(visit, 'email')} value={typedAt(visit, 'email')} autocomplete="email" inputmode="email" spellcheck={false}
            maxlength={254} />
          {form.until && <p>{t('join.tryAgainAt', { time: dayAndTime(language, form.until) })}</p>}
          <p>{t('ownAccess.told')}</p>
          <Actions><Button busy={t('join.busy')}>{t('ownAccess.button')}</Button></Actions>
        </form>
        <p>{t('ownAccess.none')} <a href={visit.homeLink('/sign-in')}>{t('account.signIn.title')}</a></p>
      </FormLayout>
    )
  },
  async send(visit) {
    const asked = await askOwnAccess(visit.ctx, visit.organisation, { ...visit.sent, ip: visit.request.ip, origin: visit.site.origin })
    return asked.ok ? goTo(visit.homeLink('/sign-in/code'), asked.value, { lasting: false }) : again({ email: asked.because }, asked.until)
  },
})
