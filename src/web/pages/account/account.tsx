import { lastDayToWithdraw } from '#deadlines/withdrawal.ts'
import { getContent } from '#claims/queries.ts'
import { findFee } from '#fees/queries.ts'
import { findSeal } from '#mandates/queries.ts'
import { findParticipation, getPerson, listParticipations, personsAt } from '#participants/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { readFile } from '#platform/files/stored.ts'
import { isNewestRefused } from '#platform/mail/refused.ts'
import { day, dayAndTime, inFours, money, percent } from '#words/formats.ts'
import { documentAnswer, missing } from '#web/answer.ts'
import { frameOf } from '#web/frame.ts'
import { page, type Visit } from '#web/page.ts'
import { Notice, SummaryList } from '#web/parts/blocks.tsx'
import { Actions, ButtonLink } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'
import { Payment } from '#web/parts/payment.tsx'

type Participant = Visit<'participant'>

async function participationsOf(visit: Participant) {
  const { ctx, language } = visit
  const persons = await personsAt(ctx, visit.session.emailIndex)
  const all = await Promise.all(persons.map(async (personId) => {
    const [person, parts] = await Promise.all([getPerson(ctx, personId), listParticipations(ctx, [personId])])
    return Promise.all(parts.map(async ({ claim: slug }) => ({
      personId, person, fee: await findFee(ctx, personId, slug), claim: await getContent(ctx.db, slug, language),
      participation: (await findParticipation(ctx, personId, slug))!, seal: await findSeal(ctx, personId, slug), refused: await isNewestRefused(ctx.db, personId, 'sealed-copy'),
    })))
  }))
  return all.flat()
}

type Participation = Awaited<ReturnType<typeof participationsOf>>[number]

function successFeeWords({ t, language }: Participant, { participation }: Participation): string {
  const { choice, fixedCents, percent: agreed } = participation.successFee
  return choice === 'fixed' ? t('join.agreements.fixed', { amount: money(language, fixedCents) }) : t('join.agreements.percent', { percent: percent(language, agreed) })
}

function One({ visit, of }: { visit: Participant; of: Participation }) {
  const { t, language } = visit
  const { facts } = of.claim
  const zone = facts.timeZone
  const title = t('account.of', { claim: facts.name[language], name: of.person.legalName })
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p class="lead">{of.seal ? t('account.state.sealed', { time: dayAndTime(language, of.seal.sealedAt, zone) }) : t('account.state.sealing')}</p>
      {of.refused && <Notice t={t} kind="warning"><p>{t('account.refused')}</p></Notice>}
      {of.seal && <Actions><ButtonLink href={visit.homeLink(`/account/documents/${of.personId}/${of.seal.fileId}`)}>{t('account.download')}</ButtonLink></Actions>}
      {of.fee && <Payment t={t} language={language} to={visit.organisation.facts} fee={of.fee} />}
      <SummaryList t={t} rows={[
        { label: t('account.reference'), value: inFours(of.participation.reference) },
        { label: t('account.joined'), value: day(language, dayIn(zone, of.participation.joinedAt)) },
        { label: t('account.withdraw'), value: <>{day(language, lastDayToWithdraw(dayIn(zone, of.participation.joinedAt)))}<br /><a href={visit.homeLink(`/${of.claim.slug}/withdraw`)}>{t('account.withdrawHow')}</a></> },
        { label: t('account.success'), value: successFeeWords(visit, of) },
        ...(of.seal ? [{ label: t('account.fingerprint'), value: <span class="reference">{of.seal.sha256}</span> }] : []),
      ]} />
    </section>
  )
}

/** Everything of the people who take part with the address that was proven. */
export const accountPage = page('/:lang{en|nl}/account', {
  who: 'participant',
  async show(visit) {
    const { t } = visit
    const participations = await participationsOf(visit)
    return (
      <Layout {...frameOf(visit)} title={t('account.title')} indexed={false} signedIn={{ name: t('account.title'), accountHref: visit.homeLink('/account'), signOutAction: visit.homeLink('/sign-out') }}>
        <h1>{t('account.title')}</h1>
        <p>{t(participations.length ? 'account.lead' : 'account.none')}</p>
        {participations.map((of) => <One visit={visit} of={of} />)}
        {participations.length === 0 && <Actions><ButtonLink href={visit.homeLink()}>{t('account.claims')}</ButtonLink></Actions>}
      </Layout>
    )
  },
})

/** A sealed document, only for who proved the address of the person it belongs to; anything else does not exist. */
export const accountDocumentPage = page('/:lang{en|nl}/account/documents/:person/:file', {
  who: 'participant',
  async show(visit) {
    const { person = '', file = '' } = visit.params
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
    if (!uuid.test(person) || !uuid.test(file)) return missing
    const mine = await personsAt(visit.ctx, visit.session.emailIndex)
    if (!mine.includes(person)) return missing
    const found = await readFile({ ...visit.ctx, files: visit.files }, person, file)
    return found ? documentAnswer(found.bytes, found.mediaType, { fileName: `${visit.t('mail.sealed.fileName')}.pdf` }) : missing
  },
})
