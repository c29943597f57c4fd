import type { SessionAgreement } from '#claims/queries.ts'
import { Card, Cards, Disclosure } from '#web/parts/blocks.tsx'
import { day } from '#words/formats.ts'
import { agreementAddress } from '#web/pages/agreement-address.ts'
import { versionName } from '#web/pages/version-name.ts'
import { textOf } from './claim-layout.tsx'
import { CardDrawing } from './card-drawing.tsx'
import { Told, Words, type Telling } from './told.tsx'

/** What was sent to the company, and the letters themselves to read. */
export function Sent({ visit, citations }: Telling) {
  const { t, language, claim } = visit
  const open = claim.facts.documents.filter(({ audience }) => audience === 'public')
  if (!claim.text('page/letter-and-request')) return null
  return (
    <Told visit={visit} citations={citations} name="page/letter-and-request" id="letters">
      {open.length > 0 && (
        <>
          <h3>{t('claim.documents.title')}</h3>
          <ul class="documents">
            {open.map(({ id, on }) => (
              <li>
                <a href={visit.claimLink(`/documents/${id}`)}>{textOf(visit, `documents/${id}`).title}</a>{' '}
                <time dateTime={on}>{day(language, on)}</time>
              </li>
            ))}
          </ul>
        </>
      )}
    </Told>
  )
}

/** Why take part: a card for each `page/why-…` text, in the order of the pictures. */
export function Reasons({ visit, citations }: Telling) {
  const { claim } = visit
  const order = claim.facts.pictures.map(({ id }) => `page/${id}`)
  const cards = claim.texts('page/why-').toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  return (
    <Told visit={visit} citations={citations} name="page/why" id="why" wash>
      <Cards>
        {cards.map(({ name }) => (
          <Card title={textOf(visit, name).title} drawing={<CardDrawing visit={visit} id={name.slice('page/'.length)} />}>
            <Words visit={visit} name={name} citations={citations} headingFrom={4} />
          </Card>
        ))}
      </Cards>
    </Told>
  )
}

export const Harm = ({ visit, citations }: Telling) => <Told visit={visit} citations={citations} name="page/harm" id="harm" narrow />

/** Three numbered steps, and the agreements to read beforehand. */
export function How({ visit, citations, agreements }: Telling & { agreements: readonly SessionAgreement[] }) {
  const { t, language } = visit
  return (
    <Told visit={visit} citations={citations} name="page/how" id="how" wash>
      <Cards numbered>
        {(['page/how-1', 'page/how-2', 'page/how-3'] as const).map((name) => (
          <Card title={textOf(visit, name).title}>
            <Words visit={visit} name={name} citations={citations} headingFrom={4} />
          </Card>
        ))}
      </Cards>
      <Disclosure summary={t('claim.agreements.title')}>
        <ul>
          {agreements.map((agreement) => (
            <li>
              <a href={agreementAddress(visit, agreement)}>{agreement.title}</a>, {t('foundation.text.version').toLowerCase()}{' '}
              {versionName(language, agreement.version)}
            </li>
          ))}
        </ul>
      </Disclosure>
    </Told>
  )
}
