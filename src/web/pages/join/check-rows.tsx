import type { Child } from '#joining/answers.ts'
import type { Usage } from '#participants/admit.ts'
import { country, day, dayAndTime, month } from '#words/formats.ts'
import type { Visit } from '#web/page.ts'
import type { SummaryRow } from '#web/parts/blocks.tsx'

type Joiner = Visit<'joiner'>
type Change = SummaryRow['change']

function usageRows({ t, language }: Joiner, usage: Usage | undefined, change: Change): SummaryRow[] {
  if (!usage) return []
  const from = month(language, usage.from)
  return [
    { label: t('join.check.accounts'), value: Object.values(usage.accounts).join(', '), change },
    { label: t('join.check.period'), change,
      value: usage.until ? t('join.check.periodSpan', { from, until: month(language, usage.until) })
        : t('join.check.periodStill', { from }) },
  ]
}

/** Who signs. */
export function personRows(visit: Joiner): SummaryRow[] {
  const { t, language, draft, claimLink } = visit
  const { email, details } = draft.answers
  const { address, usage, birthDate, legalName } = details!
  const change = { href: claimLink('/join/details'), what: t('join.check.what.details') }
  return [
    { label: t('join.details.name'), value: <bdi>{legalName}</bdi>, change },
    { label: t('join.check.email'), value: email },
    { label: t('join.check.birth'), value: day(language, birthDate), change },
    { label: t('join.check.address'), change,
      value: <><bdi>{address.street}</bdi><br />{address.postcode} <bdi>{address.city}</bdi><br />{country(language, address.country)}</> },
    ...usageRows(visit, usage, change),
  ]
}

/** One child. */
export function childRows(visit: Joiner, { legalName, birthDate, authority, otherParent, usage }: Child, at: number): SummaryRow[] {
  const { t, language, claimLink } = visit
  const change = { href: claimLink(`/join/child/${at + 1}`), what: t('join.children.changeOf', { name: legalName }) }
  return [
    { label: t('join.details.name'), value: <bdi>{legalName}</bdi>, change },
    { label: t('join.check.birth'), value: day(language, birthDate), change },
    { label: t('join.children.authority'), value: t(`join.child.${authority}`), change },
    ...(otherParent ? [{ label: t('join.children.other'), change,
      value: otherParent.email ? t('join.children.otherInvited', { name: otherParent.name, email: otherParent.email })
        : otherParent.name }] : []),
    ...usageRows(visit, usage, change),
  ]
}

/** What was agreed, declared and signed. */
export function choiceRows({ t, language, draft, claim, claimLink }: Joiner): SummaryRow[] {
  const { agreed, signature, declared } = draft.answers
  const change = { href: claimLink('/join/agreements'), what: t('join.check.what.agreements') }
  const at = dayAndTime(language, new Date(signature!.at), claim.facts.timeZone)
  return [
    ...(declared ? [{ label: t('join.check.declared'),
      value: <ul>{[...declared.statements, declared.sentence].map((each) => <li>{each}</li>)}</ul>,
      change: { href: claimLink('/join/children'), what: t('join.check.what.declared') } }] : []),
    { label: t('join.check.texts'), value: <ul>{agreed!.texts.map((text) => <li>{text.title} <span
      class="whole">({t('join.agreements.ofVersion', { version: text.version })})</span></li>)}</ul>, change },
    { label: t('join.check.fee'), value: agreed!.successFee.sentence, change },
    { label: t('join.check.early'), value: t(agreed!.startEarly.asked ? 'join.check.yes' : 'join.check.no'), change },
    {
      label: t('join.check.signature'),
      value: signature!.way === 'drawn' ? t('join.check.drawn', { time: at })
        : t('join.check.typed', { time: at, name: signature!.typedName ?? '' }),
      change: { href: claimLink('/join/sign'), what: t('join.check.what.signature') },
    },
  ]
}
