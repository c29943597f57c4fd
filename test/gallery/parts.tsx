import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { readAssets } from '#web/assets.ts'
import { Card, Cards, DataTable, DefinitionTable, Disclosure, Notice, SummaryList } from '#web/parts/blocks.tsx'
import { CountField, Timeline } from '#web/parts/campaign.tsx'
import { CheckField, DateField, RadioField, SelectField, TextField } from '#web/parts/fields.tsx'
import { Actions, Button, ButtonLink, CodeResend, ErrorSummary, Steps } from '#web/parts/form.tsx'
import { Layout } from '#web/parts/layout.tsx'
import { Payment } from '#web/parts/payment.tsx'
import { Signature } from '#web/parts/signature.tsx'
import { wordsIn, type T } from '#words/words.ts'

const Shown = ({ name, children }: { name: string; children: ComponentChildren }) => <section><h2>{name}</h2>{children}</section>

const long = 'Aansprakelijkheidsverzekering van Wilhelmina van Voorbeeldhuizen-Schoonenbeekschedijk'

const notices = ['info', 'success', 'warning', 'error'] as const

function Fields({ t }: { t: T }) {
  const choices = [{ value: 'fixed', label: '€ 50', hint: long }, { value: 'percent', label: '20 %' }]
  return (
    <>
      <Shown name="TextField">
        <TextField t={t} name="empty" label="Naam" hint="Hint" why={long} />
        <TextField t={t} name="filled" label="Naam" value={long} optional />
        <TextField t={t} name="wrong" label={long} value="x" error={t('because.email-wrong')} />
        <TextField t={t} name="code" label="Code" width="code" inputmode="numeric" value="123456" />
        <TextField t={t} name="money" label="Bedrag" prefix="€" width="short" inputmode="decimal" />
        <TextField t={t} name="area" label="Tekst" rows={4} value={long} />
      </Shown>
      <Shown name="DateField">
        <DateField t={t} name="date" label="Datum" hint="27 3 1994" error={t('because.birth-date-wrong')}
          value={{ day: '31', month: '2', year: '1994' }} />
      </Shown>
      <Shown name="SelectField">
        <SelectField t={t} name="select" label="Land" empty="-"
          choices={[{ value: 'NL', label: 'Nederland' }, { value: 'XX', label: long }]} />
      </Shown>
      <Shown name="RadioField">
        <RadioField t={t} name="radio" label="Keuze" choices={choices} error={t('because.fee-choice-missing')} />
      </Shown>
      <Shown name="CheckField">
        <CheckField t={t} name="tick" label={long} hint="Hint" />
        <CheckField t={t} name="tick-wrong" label="Akkoord" error={t('because.terms-missing')} checked />
      </Shown>
      <Shown name="Signature"><Signature t={t} name="signature" signer={long} error={t('because.signature-missing')} /></Shown>
    </>
  )
}

function Forms({ t }: { t: T }) {
  const steps = ['start', 'code', 'details', 'agreements', 'sign', 'check'] as const
  return (
    <>
      <Shown name="Steps"><Steps t={t} at={4} steps={steps.map((step) => ({ name: t(`join.step.${step}`), href: '#' }))} /></Shown>
      <Shown name="ErrorSummary">
        <ErrorSummary t={t} faults={[
          { field: 'wrong', message: t('because.email-wrong') }, { field: 'tick-wrong', message: t('because.terms-missing') },
        ]} />
      </Shown>
      <Shown name="Button">
        <Actions>
          <Button>Primary</Button>
          <Button kind="secondary">Secondary</Button>
          <Button kind="quiet">Quiet</Button>
          <Button kind="danger">Danger</Button>
          <ButtonLink href="#">Link</ButtonLink>
        </Actions>
        <Actions><Button wide>{long}</Button></Actions>
      </Shown>
      <Shown name="CodeResend"><form method="post"><CodeResend t={t} seconds={42}>{t('join.code.again')}</CodeResend></form></Shown>
    </>
  )
}

function Blocks({ t, language }: { t: T; language: 'en' | 'nl' }) {
  const rows = [{ name: long, amount: '€ 1.234,56' }, { name: 'Kort', amount: '€ 5' }]
  return (
    <>
      <Shown name="Notice">
        {notices.map((kind) => <Notice t={t} kind={kind} title={kind}><p>{long}</p></Notice>)}
      </Shown>
      <Shown name="Disclosure">
        <Disclosure summary="Dicht">{long}</Disclosure>
        <Disclosure summary={long} open><p>{long}</p></Disclosure>
      </Shown>
      <Shown name="SummaryList">
        <SummaryList t={t} rows={[{ label: 'Naam', value: long, change: { href: '#', what: 'naam' } }, { label: 'Kort', value: 'x' }]} />
      </Shown>
      <Shown name="DefinitionTable">
        <DefinitionTable caption="Feiten" rows={[{ term: 'Verzekering', value: long }, { term: 'Kort', value: 'x' }]} />
      </Shown>
      <Shown name="DataTable">
        <DataTable caption="Tabel" showCaption rows={rows} columns={[
          { head: 'Naam', rowHead: true, cell: ({ name }) => name }, { head: 'Bedrag', numeric: true, cell: ({ amount }) => amount },
        ]} />
      </Shown>
      <Shown name="Cards">
        <Cards><Card title="Kaart" href="#">{long}</Card><Card title={long} foot="Voet"><p>{long}</p></Card></Cards>
      </Shown>
      <Shown name="CountField">
        {[0, 1, 240, 12_480].map((count) => <CountField t={t} shape={{ seed: 'gallery' }} count={count} highlight={count === 240} />)}
      </Shown>
      <Shown name="Timeline">
        <Timeline t={t} items={[{ when: '27 juli 2020', title: long }, { when: 'nu', title: 'Nu', state: 'next' }]} />
      </Shown>
      <Shown name="Payment">
        <Payment t={t} language={language} fee={{ cents: 1750, vatCents: 304, reference: 'RF18539007547034' }}
          to={{ bank: { holder: 'Stichting Voorbeeld', iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' }, vatId: 'NL000000000B01' }} />
      </Shown>
    </>
  )
}

/** Every part on one page, with long and wrong values. */
export function partsPage(language: 'en' | 'nl', manifest: string): string {
  const t = wordsIn(language)
  const view = (
    <Layout t={t} assets={readAssets(manifest)} language={language} path={`/${language}/parts`} organisation="SOMI" hue={310}
      demonstrationNotice title="Parts" islands={['signature-field']} kind="form" indexed={false} claimName={long}
      signedIn={{ name: long, accountHref: '#', signOutAction: '#' }} otherLanguageHref={`/${language === 'en' ? 'nl' : 'en'}/parts.html`}>
      <h1>Parts</h1>
      <Forms t={t} />
      <Fields t={t} />
      <Blocks t={t} language={language} />
    </Layout>
  )
  return `<!doctype html>${renderToString(view)}`
}
