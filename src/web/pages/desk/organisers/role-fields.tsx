import * as z from 'zod'
import { roles, type Role } from '#organisers/roles.ts'
import type { Ground } from '#web/page.ts'
import { CheckField } from '#web/parts/fields.tsx'
import { FieldGroup } from '#web/parts/field.tsx'
import { tick } from '#web/parts/field-schemas.ts'
import { errorAt } from '#web/parts/typed.ts'

const nameOf = (role: Role) => `role-${role}` as const

/** One box for each role, as the form sends them. */
export const roleBoxes = Object.fromEntries(roles.map((role) => [nameOf(role), tick])) as Record<ReturnType<typeof nameOf>, typeof tick>

/** The roles whose boxes were ticked. */
export const tickedRoles = (sent: z.output<z.ZodObject<typeof roleBoxes>>): Role[] => roles.filter((role) => sent[nameOf(role)])

/** Choose roles, each with what it is for. `has`: those given until now; after a mistake what was ticked counts. */
export function RoleFields({ visit, has }: { visit: Ground; has: readonly Role[] }) {
  const { t, form: { typed, errors } } = visit
  const sent = Object.keys(errors).length > 0 && (typed['act'] ?? 'roles') === 'roles'
  return (
    <FieldGroup t={t} name="roles" label={t('desk.organisers.roles')} error={errorAt(visit, 'roles')} target>
      <div class="role-boxes">{roles.map((role) => (
        <CheckField t={t} name={nameOf(role)} label={t(`desk.role.${role}`)} hint={t(`desk.roleAbout.${role}`)}
          checked={sent ? typed[nameOf(role)] === 'yes' : has.includes(role)} />
      ))}</div>
    </FieldGroup>
  )
}
