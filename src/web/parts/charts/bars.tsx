import { scaleLinear } from 'd3-scale'

export interface Bar {
  label: string
  n: number
  /** The number as it is read, with what it is a part of. */
  told: string
  /** Said in small letters under the label. */
  note?: string | undefined
}

/**
 * Lying bars, each with its label before and its number behind it as text, so that they read at any width, without colour and without the
 * picture. The longest fills the width, or `most`. `beside`: on a wide page each in one line.
 */
export function Bars({ bars, most, label, beside = false }: { bars: readonly Bar[]; most?: number; label: string; beside?: boolean }) {
  const length = scaleLinear().domain([0, Math.max(1, most ?? 0, ...bars.map(({ n }) => n))]).range([0, 100])
  return (
    <ul class={beside ? 'chart-bars beside' : 'chart-bars'} aria-label={label}>
      {bars.map(({ label: name, n, told, note }) => (
        <li>
          <span class="bar-label">{name}{note !== undefined && <small>{note}</small>}</span>
          <span class="bar-told">{told}</span>
          <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="bar-ground" x="0" y="0" width="100" height="10" />
            {n > 0 && <rect class="bar-length" x="0" y="0" width={Math.max(0.6, round(length(n)))} height="10" />}
          </svg>
        </li>
      ))}
    </ul>
  )
}

export const round = (value: number): number => Math.round(value * 10) / 10
