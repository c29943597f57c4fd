import type { Overview } from '#figures/overview.ts'
import type { Span } from '#figures/periods.ts'
import type { Visit } from '#web/page.ts'
import { Bars } from '#web/parts/charts/bars.tsx'
import { Chart } from '#web/parts/charts/chart.tsx'
import { Columns } from '#web/parts/charts/columns.tsx'
import { country, day, month, number, percent, shortDay, shortMonth } from '#words/formats.ts'

type Desk = Visit<'organiser'>
interface Shown { visit: Desk; overview: Overview }

const shortOf = (span: Span, language: 'en' | 'nl', start: string) =>
  (span === 'year' ? start.slice(0, 4) : span === 'month' ? shortMonth(language, start) : shortDay(language, start))
const writtenOf = (span: Span, language: 'en' | 'nl', start: string) =>
  (span === 'year' ? start.slice(0, 4) : span === 'month' ? month(language, start.slice(0, 7)) : day(language, start))

const states = ['sealed', 'signed', 'confirmed'] as const

/** Joins of each day, sealed, signed and being sealed, address proven and no further. */
export function Joins({ visit: { t, language }, overview: { span, columns } }: Shown) {
  const tell = (n: number) => number(language, n)
  const sum = (key: (typeof states)[number]) => columns.reduce((all, column) => all + column[key], 0)
  const title = t('desk.overview.joins.title', { span })
  const says = t('desk.overview.joins.says', {
    sealed: tell(sum('sealed')), signed: tell(sum('signed')), confirmed: tell(sum('confirmed')),
  })
  return (
    <Chart id="joins" title={title} says={t('desk.overview.joins.about')} summary={t('desk.overview.numbers')} numbers={{
      caption: title, head: [t(`desk.overview.span.${span}`), ...states.map((state) => t(`desk.overview.state.${state}`))],
      rows: columns.toReversed().map((column) => [writtenOf(span, language, column.start), ...states.map((state) => tell(column[state]))]),
    }}>
      <Columns id="joins" title={title} says={says} tell={tell}
        parts={states.map((key) => ({ key, label: t(`desk.overview.state.${key}`), told: tell(sum(key)) }))}
        columns={columns.map(({ start, sealed, signed, confirmed }) => ({
          label: shortOf(span, language, start), parts: { sealed, signed, confirmed },
        }))}
      />
    </Chart>
  )
}

/** How far people come in the form, each step as a share of those who began. */
export function Steps({ visit: { t, language }, overview: { steps } }: Shown) {
  const begun = steps[0]?.n ?? 0
  const share = (n: number) => (begun > 0 ? percent(language, Math.round((100 * n) / begun)) : '–')
  const title = t('desk.overview.steps.title')
  return (
    <Chart id="steps" title={title} says={t('desk.overview.steps.about')} summary={t('desk.overview.numbers')} numbers={{
      caption: title, head: [t('desk.overview.steps.step'), t('desk.overview.people'), t('desk.overview.share')],
      rows: steps.map(({ of, n }) => [t(`desk.overview.step.${of}`), number(language, n), share(n)]),
    }}>
      <Bars beside label={title} most={begun} bars={steps.map(({ of, n }) => ({
        label: t(`desk.overview.step.${of}`), n, told: `${number(language, n)} · ${share(n)}`,
        ...(of === 'children' && { note: t('desk.overview.step.childrenNote') }),
      }))} />
    </Chart>
  )
}

const mostCountries = 8

/** Who joined: language, country, age on the day of joining. */
export function People({ visit, overview: { languages, countries, ages, joined } }: Shown) {
  const { t, language } = visit
  const share = (n: number) => (joined > 0 ? percent(language, Math.round((100 * n) / joined)) : '–')
  const rest = countries.slice(mostCountries).reduce((sum, { n }) => sum + n, 0)
  const of = {
    languages: languages.map(({ of: code, n }) => ({ label: t(`desk.overview.language.${code === 'nl' ? 'nl' : 'en'}`), n })),
    countries: [...countries.slice(0, mostCountries).map(({ of: code, n }) => ({ label: country(language, code), n })),
      ...(rest > 0 ? [{ label: t('desk.overview.otherCountries'), n: rest }] : [])],
    ages: ages.map(({ of: band, n }) => ({ label: t(`desk.overview.age.${band}`), n })),
  }
  return (
    <div class="chart-row">
      {(['languages', 'countries', 'ages'] as const).map((which) => (
        <Chart
          id={which}
          title={t(`desk.overview.${which}.title`)}
          summary={t('desk.overview.numbers')}
          numbers={{
            caption: t(`desk.overview.${which}.title`),
            head: [t(`desk.overview.${which}.one`), t('desk.overview.people'), t('desk.overview.share')],
            rows: of[which].map(({ label, n }) => [label, number(language, n), share(n)]),
          }}
        >
          {of[which].every(({ n }) => n === 0) ? (
            <p>{t('desk.overview.nobody')}</p>
          ) : (
            <Bars
              label={t(`desk.overview.${which}.title`)}
              most={joined}
              bars={of[which].map((each) => ({ ...each, told: `${number(language, each.n)} · ${share(each.n)}` }))}
            />
          )}
        </Chart>
      ))}
    </div>
  )
}
