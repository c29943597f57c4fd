import type { SessionAgreement } from '#claims/queries.ts'
import type { Ground } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'
import { CheckField, TextField } from '#web/parts/fields.tsx'
import { Button } from '#web/parts/form.tsx'
import { money, timeFrom } from '#words/formats.ts'
import type { T } from '#words/words.ts'
import { agreementAddress } from '#web/pages/agreement-address.ts'
import { versionName } from '#web/pages/version-name.ts'

const one = (typed: string | string[] | undefined) => (typeof typed === 'string' ? typed : undefined)

/**
 * The two fields that begin to join, on the campaign page and on `/join`. Sends `name`, `email`, `statement` and `terms` (both `yes`).
 * With `agreements` (of the claim, in the reader's language) the tick names their versions. What is wrong is summed up by the page.
 * The button is the statement that the reader used the product; pressing it binds to nothing yet. Who joins only for a child did not use it
 * and states something else, on `/join?for=child`: with `forChild` the form sends `child` as `statement`.
 */
export function JoinForm({ visit, agreements = [], forChild = false }: {
  visit: Ground; agreements?: readonly SessionAgreement[]; forChild?: boolean
}) {
  const { t, language, claim, form } = visit
  const { typed, errors, until } = form
  const said = (field: string) => errors[field] && t(`because.${errors[field]}`)
  const whole = said('')
  const fee = claim.facts.money.registrationFee
  return (
    <form method="post" action={visit.claimLink('/join')} class="join-form" novalidate>
      {whole && (
        <Notice t={t} kind="error" live>
          <p>{whole}</p>
        </Notice>
      )}
      <TextField
        t={t}
        name="name"
        label={t('claim.join.name')}
        value={one(typed['name'])}
        error={said('name')}
        autocomplete="name"
        maxlength={200}
      />
      <TextField
        t={t}
        name="email"
        type="email"
        label={t('claim.join.email')}
        hint={t('claim.join.emailHint')}
        value={one(typed['email'])}
        error={said('email')}
        autocomplete="email"
        inputmode="email"
        spellcheck={false}
        maxlength={254}
      />
      {until && <p>{t('join.tryAgainAt', { time: timeFrom(language, until, claim.facts.timeZone) })}</p>}
      <TermsTick visit={visit} agreements={agreements} />
      <input type="hidden" name="statement" value={forChild ? 'child' : 'yes'} />
      <Button wide busy={t('claim.join.sending')}>
        {statementOf(visit, forChild)}
      </Button>
      <p class="fine">{fee > 0 ? t('claim.join.after', { fee: money(language, fee) }) : t('claim.join.freeAfter')}</p>
      {!forChild && (
        <p class="fine">
          {t('claim.join.onlyChild')} <a href={`${visit.claimLink('/join')}?for=child`}>{t('claim.join.forChild')}</a>
        </p>
      )}
    </form>
  )
}

/**
 * What the button states, as the page says it; part of the evidence (SG-04). Of somebody who joins only for a child it says nothing of use.
 */
export const statementOf = ({ t, claim, language }: Ground, forChild: boolean): string =>
  (forChild ? t('claim.join.statementChild') : claim.facts.statement[language])

/** The tick under which terms and privacy notice stand, with their versions; sends `terms`. */
export function TermsTick({ visit, agreements }: { visit: Ground; agreements: readonly SessionAgreement[] }) {
  const { t, form: { typed, errors } } = visit
  const terms = agreements.find(({ kind }) => kind === 'general-terms')
  const privacy = agreements.find(({ kind }) => kind === 'privacy-notice')
  return (
    <CheckField
      t={t}
      name="terms"
      checked={typed['terms'] === 'yes'}
      error={errors['terms'] && t(`because.${errors['terms']}`)}
      hint={terms && versionsOf(visit, terms, privacy)}
      label={
        <>
          {t('claim.join.termsBefore')}{' '}
          <a href={terms ? agreementAddress(visit, terms) : visit.homeLink('/terms')}>{t('claim.join.termsLink')}</a>{' '}
          {t('claim.join.termsBetween')}{' '}
          <a href={privacy ? agreementAddress(visit, privacy) : visit.homeLink('/privacy')}>{t('claim.join.privacyLink')}</a>
          {t('claim.join.termsAfter')}
        </>
      }
    />
  )
}

/** The sentence beside the tick, as the page says it; part of the evidence (SG-04). */
export const termsSentence = (t: T): string =>
  `${t('claim.join.termsBefore')} ${t('claim.join.termsLink')} ${t('claim.join.termsBetween')} `
  + `${t('claim.join.privacyLink')}${t('claim.join.termsAfter')}`

function versionsOf({ t, language }: Ground, terms: SessionAgreement, privacy = terms): string {
  const names = { terms: versionName(language, terms.version), privacy: versionName(language, privacy.version) }
  return names.terms === names.privacy ? t('claim.join.termsVersions', { terms: names.terms }) : t('claim.join.termsVersionsBoth', names)
}
