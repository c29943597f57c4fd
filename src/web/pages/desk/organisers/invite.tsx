import * as z from 'zod'
import { invitationDays } from '#organisers/enter-organiser.ts'
import { invite } from '#organisers/invite.ts'
import { again, goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { RadioField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import { sendingOf } from '#web/pages/desk/entrance/sending.ts'
import { emailAddress, filled } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { roleBoxes, RoleFields, tickedRoles } from './role-fields.tsx'

/** Invites somebody to work at the desk. */
export const invitePage = page('/:lang{en|nl}/desk/organisers/invite', {
  who: 'organiser',
  act: 'organisers.change',
  form: z.object({
    name: filled(because('name-missing'), because('name-too-long'), 100), email: emailAddress,
    language: z.enum(['en', 'nl'], { error: () => because('language-missing') }), ...roleBoxes,
  }),
  show(visit) {
    const { t, homeLink, path } = visit
    return deskPageOf(visit, { title: t('desk.invite.title'), children: (
      <form method="post" action={path} novalidate>
        <p class="lead">{t('desk.invite.lead', { days: invitationDays })}</p>
        <TextField t={t} name="name" label={t('desk.invite.name')} error={errorAt(visit, 'name')} value={typedAt(visit, 'name')}
          autocomplete="off" />
        <TextField t={t} name="email" type="email" label={t('desk.invite.email')} hint={t('desk.invite.emailHint')}
          error={errorAt(visit, 'email')} value={typedAt(visit, 'email')} autocomplete="off" inputmode="email" />
        <RadioField t={t} name="language" label={t('desk.invite.language')} error={errorAt(visit, 'language')}
          value={typedAt(visit, 'language')} inline
          choices={(['en', 'nl'] as const).map((value) => ({ value, label: t(`desk.language.${value}`) }))} />
        <RoleFields visit={visit} has={[]} />
        <p>{t('desk.invite.told')} <a href={homeLink('/desk/roles')}>{t('desk.roles.title')}</a></p>
        <Actions>
          <Button busy={t('join.busy')}>{t('desk.invite.button')}</Button>
          <ButtonLink kind="quiet" href={homeLink('/desk/organisers')}>{t('desk.organisers.back')}</ButtonLink>
        </Actions>
      </form>
    ) })
  },
  async send(visit) {
    const { name, email, language } = visit.sent
    const invited = await invite(visit.ctx, sendingOf(visit), { name, email, language, roles: tickedRoles(visit.sent) })
    if (invited.ok) return goTo(visit.homeLink(`/desk/organisers/${invited.value}?done=invite`))
    const field = { 'roles-missing': 'roles', 'not-administrator': '', 'email-wrong': 'email', 'organiser-known': 'email' }[invited.because]
    return again({ [field]: invited.because })
  },
})
