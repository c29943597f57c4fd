import * as z from 'zod'
import { changeRoles } from '#organisers/change-roles.ts'
import { endSessionsOf } from '#organisers/entrance/sessions.ts'
import { inviteAgain } from '#organisers/invite-again.ts'
import { takeBackInvitation } from '#organisers/take-back-invitation.ts'
import type { Organiser } from '#organisers/queries.ts'
import { resetPasskey } from '#organisers/reset-passkey.ts'
import { standingOf, type Standing } from '#organisers/standing.ts'
import { lift, suspend } from '#organisers/suspend.ts'
import type { Visit } from '#web/page.ts'
import { Disclosure } from '#web/parts/blocks.tsx'
import { Actions, Button, type ButtonKind } from '#web/parts/form.tsx'
import { sendingOf } from '#web/pages/desk/entrance/sending.ts'
import { roleBoxes, RoleFields, tickedRoles } from './role-fields.tsx'

/** What an administrator does about one organiser; each is a form of its own on the person's page. */
const acts = ['roles', 'invite-again', 'take-back', 'suspend', 'lift', 'reset', 'end-sessions'] as const
type OrganiserAct = (typeof acts)[number]
export const isOrganiserAct = (word: string | null): word is OrganiserAct => (acts as readonly (string | null)[]).includes(word)

export const organiserForm = z.object({ act: z.enum(acts), which: z.string().max(64).default('all'), ...roleBoxes })

/** Which of them make sense for who stands so. */
const fitting: Record<Standing, readonly Exclude<OrganiserAct, 'end-sessions'>[]> = {
  active: ['roles', 'reset', 'suspend'], invited: ['roles', 'invite-again', 'take-back'], lost: ['roles', 'invite-again', 'suspend'],
  over: ['roles', 'invite-again', 'take-back'], suspended: ['roles', 'lift'],
}
const kinds: Partial<Record<OrganiserAct, ButtonKind>> = { suspend: 'danger', 'take-back': 'danger', reset: 'danger' }

export function OrganiserActs({ visit, organiser }: { visit: Visit<'organiser'>; organiser: Organiser }) {
  const { t } = visit
  const path = visit.homeLink(`/desk/organisers/${organiser.personId}`)
  const been = organiser.enrolledAt !== null
  const fits = fitting[standingOf(organiser, visit.ctx)].map((act) => (act === 'take-back' && been ? 'suspend' as const : act))
  const failed = Object.keys(visit.form.errors).length > 0
  return (
    <section aria-labelledby="what-to-do">
      <h2 id="what-to-do">{t('desk.organiser.acts')}</h2>
      {fits.map((act) => (
        <Disclosure summary={t(`desk.organiser.act.${act}`)} open={failed && visit.form.typed['act'] === act}>
          <form method="post" action={path} novalidate>
            <input type="hidden" name="act" value={act} />
            <p>{t(`desk.organiser.about.${act}`)}</p>
            {act === 'roles' && <RoleFields visit={visit} has={organiser.roles} />}
            <Actions><Button kind={kinds[act] ?? 'secondary'} busy={t('join.busy')}>{t(`desk.organiser.button.${act}`)}</Button></Actions>
          </form>
        </Disclosure>
      ))}
    </section>
  )
}

/** Does what the form asks. */
export function actOn(visit: Visit<'organiser'> & { sent: z.output<typeof organiserForm> }, personId: string) {
  const { ctx, sent } = visit
  const sending = sendingOf(visit)
  switch (sent.act) {
    case 'roles': return changeRoles(ctx, sending, personId, tickedRoles(sent))
    case 'invite-again': return inviteAgain(ctx, sending, personId)
    case 'take-back': return takeBackInvitation(ctx, personId)
    case 'suspend': return suspend(ctx, sending, personId)
    case 'lift': return lift(ctx, sending, personId)
    case 'reset': return resetPasskey(ctx, sending, personId)
    case 'end-sessions': return endSessionsOf(ctx, personId, sent.which)
  }
}
