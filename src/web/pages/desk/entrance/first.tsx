import * as z from 'zod'
import { askFirst } from '#organisers/entrance/ask-first.ts'
import { isFirstLink } from '#organisers/entrance/first-link.ts'
import { timeFrom } from '#words/formats.ts'
import { again, goToDesk } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { emailAddress, filled } from '#web/parts/field-schemas.ts'
import { FormLayout } from '#web/parts/form-layout.tsx'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { sendingOf } from './sending.ts'

/** The one-time link of the first administrator: who they are, and where the code goes. Opening it uses nothing up. */
export const firstPage = page('/:lang{en|nl}/desk/first/:token', {
  who: 'anyone',
  form: z.object({ name: filled(because('name-missing'), because('name-too-long'), 100), email: emailAddress }),
  async show(visit) {
    const { t, path, form: { until } } = visit
    if (!(await isFirstLink(visit.ctx, visit.params['token']!))) {
      return { kind: 'show', status: 404, view: (
        <FormLayout visit={visit} title={t('desk.first.overTitle')}>
          <p class="lead">{t('because.first-link-over')}.</p>
          <p><a href={visit.homeLink('/desk/sign-in')}>{t('desk.signIn.title')}</a></p>
        </FormLayout>
      ) }
    }
    return (
      <FormLayout visit={visit} title={t('desk.first.title')}>
        <p class="lead">{t('desk.first.lead')}</p>
        <form method="post" action={path} novalidate>
          <TextField t={t} name="name" label={t('desk.first.name')} hint={t('desk.first.nameHint')}
            error={errorAt(visit, 'name')} value={typedAt(visit, 'name')} autocomplete="name" />
          <TextField t={t} name="email" type="email" label={t('desk.first.email')} hint={t('desk.first.emailHint')}
            error={errorAt(visit, 'email')} value={typedAt(visit, 'email')} autocomplete="email" inputmode="email" />
          {until && <p>{t('join.tryAgainAt', { time: timeFrom(visit.language, until) })}</p>}
          <Actions><Button busy={t('join.busy')}>{t('desk.signIn.askCode')}</Button></Actions>
        </form>
      </FormLayout>
    )
  },
  async send(visit) {
    const { sent: { name, email }, language, request: { ip } } = visit
    const asked = await askFirst(visit.ctx, sendingOf(visit), { token: visit.params['token']!, name, email, language, ip })
    if (asked.ok) return goToDesk(visit.homeLink('/desk/sign-in/code'), asked.value)
    return again({ [asked.because === 'first-link-over' ? '' : 'email']: asked.because }, asked.until)
  },
})
