import { may } from '#accounts/may.ts'
import type { Reached } from '#accounts/reach.ts'
import { listClaims } from '#claims/queries.ts'
import { isStale, listSignedAs } from '#mandates/signed-as.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { participationsOf, type Participant } from '#web/pages/account/account-layout.tsx'

/** The claims in which a person takes part with a power of attorney that names them otherwise than the account does now (SG-06). */
export async function staleMandates(visit: Participant, { person }: Reached): Promise<{ slug: string; name: string }[]> {
  const [claims, all, signed] = await Promise.all([
    listClaims(visit.ctx.db), participationsOf(visit), listSignedAs(visit.ctx, [person.personId]),
  ])
  const lives = (slug: string) => all.some((each) => each.personId === person.personId && each.claim === slug && !each.end)
  return signed.filter((each) => lives(each.claim) && isStale(each, person))
    .map(({ claim: slug }) => ({ slug, name: claims.find((each) => each.slug === slug)!.facts.name[visit.language] }))
}

/** Says that a new power of attorney is needed, and leads to it; of a child its representative signs. */
export function NewMandateNeeded({ visit, of, stale }: {
  visit: Participant; of: Reached; stale: readonly { slug: string; name: string }[]
}) {
  const { t } = visit
  const { person } = of
  if (!stale.length) return null
  return (
    <Notice t={t} kind="warning">
      <p>{t('account.details.needed', { name: person.legalName, claims: stale.map(({ name }) => name).join(', ') })}</p>
      {may(of, 'sign') && <Actions>{stale.map(({ slug, name }) => (
        <ButtonLink href={visit.homeLink(`/account/details/${person.personId}/${slug}/sign`)}>
          {t('account.details.signFor', { claim: name })}
        </ButtonLink>
      ))}</Actions>}
    </Notice>
  )
}
