import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { round } from './bars.tsx'

/** One part of every column, from the ground up; the place in the list is its pattern: full, striped, outlined. */
export interface Part { key: string; label: string; told: string }
export interface ColumnOf { label: string; parts: Record<string, number> }

export interface ColumnsChart {
  /** Unique on the page. */
  id: string
  title: string
  says: string
  parts: readonly Part[]
  columns: readonly ColumnOf[]
  tell(n: number): string
}

/** Few people need no tall columns. */
const heightOf = (most: number) => (most > 5 ? 240 : 150)
const room = { top: 22, right: 4, bottom: 28, left: 4 }

/**
 * Standing columns of stacked parts, drawn twice: for a phone and for a wide page, of which the style sheet shows one, so that the letters
 * keep their size. The parts differ by pattern and stand in the key with their sums.
 */
export function Columns(chart: ColumnsChart) {
  return (
    <div class="chart-columns">
      <ul class="chart-key">
        {chart.parts.map(({ label, told }, at) => (
          <li>
            <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
              <Stripes id={`${chart.id}-key-${at}`} />
              <rect class={`part part-${at}`} x="1" y="1" width="18" height="18"
                {...(at === 1 && { fill: `url(#${chart.id}-key-${at})` })} />
            </svg>
            <span>{label} <strong>{told}</strong></span>
          </li>
        ))}
      </ul>
      <Drawn {...chart} id={`${chart.id}-narrow`} width={320} name="narrow" />
      <Drawn {...chart} id={`${chart.id}-wide`} width={760} name="wide" />
    </div>
  )
}

const Stripes = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} class="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="stripe-ground" width="6" height="6" /><rect class="stripe" width="3" height="6" />
    </pattern>
  </defs>
)

function Drawn({ id, title, says, parts, columns, tell, width, name }: ColumnsChart & { width: number; name: string }) {
  const sums = columns.map((column) => parts.reduce((sum, { key }) => sum + (column.parts[key] ?? 0), 0))
  const height = heightOf(Math.max(...sums))
  const x = scaleBand<number>().domain(columns.map((_, at) => at)).range([room.left, width - room.right]).paddingInner(0.25)
  const y = scaleLinear().domain([0, Math.max(1, ...sums)]).nice(4).range([height - room.bottom, room.top])
  const stacked = stack<ColumnOf, string>().keys(parts.map(({ key }) => key)).value((column, key) => Math.max(0, column.parts[key] ?? 0))
  const layers = stacked([...columns])
  const wide = x.bandwidth()
  const labels = everySoMany(columns.length, width / 64)
  const toldAbove = wide >= 22
  // Columns that say their number need no scale.
  const lines = toldAbove ? [] : y.ticks(4).filter((tick) => tick > 0 && Number.isInteger(tick))
  return (
    <svg class={`chart-${name}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{says}</desc>
      <Stripes id={`${id}-stripes`} />
      {lines.map((tick) => (
        <g>
          <line class="chart-line" x1="0" x2={width} y1={round(y(tick))} y2={round(y(tick))} />
          <text class="chart-scale" x="0" y={round(y(tick)) - 3}>{tell(tick)}</text>
        </g>
      ))}
      {layers.map((layer, part) => layer.map(([low, high], at) => high > low && (
        <rect class={`part part-${part}`} x={round(x(at)!)} y={round(y(high))} width={round(wide)} height={round(y(low) - y(high))}
          {...(part === 1 && { fill: `url(#${id}-stripes)` })} />
      )))}
      {toldAbove && sums.map((sum, at) => sum > 0 && (
        <text class="chart-told" x={round(x(at)! + wide / 2)} y={round(y(sum)) - 5} text-anchor="middle">{tell(sum)}</text>
      ))}
      <line class="chart-ground" x1="0" x2={width} y1={height - room.bottom} y2={height - room.bottom} />
      {labels.map((at) => {
        const middle = x(at)! + wide / 2
        const anchor = middle < 30 ? 'start' : middle > width - 30 ? 'end' : 'middle'
        const place = anchor === 'start' ? 0 : anchor === 'end' ? width : middle
        return <text class="chart-when" x={round(place)} y={height - 8} text-anchor={anchor}>{columns[at]!.label}</text>
      })}
    </svg>
  )
}

/** Which of so many columns bear a label, so that at most `most` do; the last one always. */
function everySoMany(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / Math.floor(most)))
  return Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % step === 0)
}
