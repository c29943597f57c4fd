import type { ComponentChildren } from 'preact'
import { pointsFor } from '#platform/figure.ts'
import type { T } from '#words/words.ts'
import './elements.ts'
import { aria, FieldError } from './field.tsx'
import { Figure } from './figure.tsx'

export interface Shape { seed: string }

/** First screen of a claim: words left, form card right on wide screens, the field of points behind. `card` is the join form. */
export function Hero({ eyebrow, title, lead, amount, shape, card, children }: {
  eyebrow?: string | undefined
  title: string
  lead?: ComponentChildren
  /** The demand: `value` "€ 500", `label` "We demand, per user, up to". Never a promise. */
  amount?: { label: string; value: string; note?: string | undefined } | undefined
  shape: Shape
  card?: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <div class={card ? 'hero with-card' : 'hero'}>
      <Figure seed={shape.seed} count={600} class="hero-figure" />
      <div class="frame hero-frame">
        <div class="hero-words">
          {eyebrow && <p class="eyebrow">{eyebrow}</p>}
          <h1>{title}</h1>
          {amount && (
            <p class="amount"><span>{amount.label}</span> <strong>{amount.value}</strong>{amount.note && <small> {amount.note}</small>}</p>
          )}
        </div>
        {card && <div class="hero-card" id="join">{card}</div>}
        {(lead || children) && <div class="hero-lead">{lead && <div class="lead">{lead}</div>}{children}</div>}
      </div>
    </div>
  )
}

/** With fewer people than this the field shows the places that are still free, so that the figure is there from the first day. */
const fewest = 160

/** The live number as a field of points, with the number and the scale in words beside it. `count` is a whole number of people. */
export function CountField({ t, shape, count, label, highlight }: {
  t: T
  shape: Shape
  count: number
  label?: string | undefined
  highlight?: boolean | undefined
}) {
  const { points, each } = pointsFor(count)
  return (
    <div class="count">
      <Figure seed={shape.seed} count={Math.max(points, fewest)} taken={points < fewest ? points : undefined} highlight={highlight}
        class="count-figure" />
      <p><strong class="count-number">{t('parts.people', { count })}</strong>{label && <> <span class="count-label">{label}</span></>}
        <span class="count-scale">{each === 1 ? t('parts.pointIsOne') : t('parts.pointIsMany', { each })}</span></p>
    </div>
  )
}

export interface TimelineItem {
  /** The day in words, "8 September 2020", and for machines. */
  when: string
  datetime?: string | undefined
  title: ComponentChildren
  state?: 'past' | 'next' | 'planned' | undefined
  href?: string | undefined
  children?: ComponentChildren
}

/** The dated line of a case or of a person's file; `next` is what comes now. */
export const Timeline = ({ t, items, compact }: { t: T; items: readonly TimelineItem[]; compact?: boolean | undefined }) => (
  <ol class={compact ? 'timeline compact' : 'timeline'}>
    {items.map(({ when, datetime, title, state = 'past', href, children }) => (
      <li class={state}>
        <p class="when">
          {datetime ? <time dateTime={datetime}>{when}</time> : when}
          {state !== 'past' && <span class="tag">{t(`parts.timeline.${state}`)}</span>}
        </p>
        <p class="what">{href ? <a href={href}>{title}</a> : title}</p>
        {children}
      </li>
    ))}
  </ol>
)

export interface MoneyLine { label: string; value: string; about?: string | undefined }

/** All the money at once (MO-01): what you pay now and what only on success, side by side, before any button. Amounts come formatted. */
export function MoneyBox({ title, lines, level = 3, children }: {
  title: string
  lines: readonly MoneyLine[]
  level?: 2 | 3 | undefined
  children?: ComponentChildren
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="money" aria-labelledby="money-box-title">
      <Heading id="money-box-title">{title}</Heading>
      <dl>
        {lines.map(({ label, value, about }) => (
          <div><dt>{label}</dt><dd class="sum">{value}</dd>{about && <dd class="about">{about}</dd>}</div>
        ))}
      </dl>
      {children && <div class="money-more">{children}</div>}
    </section>
  )
}

/** A plain GET form that answers "what would the fee be?"; script answers while one types. Fixed fee in cents, percent whole. */
export const FeeCalculator = ({ t, action, award, fixed, percent, rounding = 'down', answer, error }: {
  t: T
  action: string
  /** What was typed, as sent. */
  award?: string | undefined
  fixed: number
  percent: number
  /** How a percentage becomes whole cents (SF-01). */
  rounding?: 'down' | 'nearest' | undefined
  /** The answer of the server for `award`, formatted. */
  answer?: { fixed: string; percent: string } | undefined
  /** What is wrong with `award`. */
  error?: string | undefined
}) => (
  <fee-calculator data-fixed={fixed} data-percent={percent} data-rounding={rounding}>
    <form method="get" action={action} class="calculator">
      <label class="label" for="award">{t('parts.calculatorAward')}</label>
      {error && <FieldError t={t} name="award">{error}</FieldError>}
      <div class="calculator-line">
        <div class="prefixed">
          <span aria-hidden="true">€</span>
          <input class="input width-short" id="award" name="award" type="text" inputmode="decimal" value={award} autocomplete="off"
            {...aria({ name: 'award', error })} />
        </div>
        <button type="submit" class="button secondary">{t('parts.calculatorShow')}</button>
      </div>
      <dl aria-live="polite" hidden={!answer}>
        <div><dt>{t('parts.calculatorFixed')}</dt><dd data-answer="fixed">{answer?.fixed}</dd></div>
        <div><dt>{t('parts.calculatorPercent', { percent })}</dt><dd data-answer="percent">{answer?.percent}</dd></div>
      </dl>
    </form>
  </fee-calculator>
)
