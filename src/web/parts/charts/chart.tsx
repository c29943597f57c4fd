import type { ComponentChildren } from 'preact'
import { DeskTable } from '#web/parts/desk-table.tsx'

export interface Numbers { caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }

/** A picture made of numbers: its title, what it says in a sentence, the picture, and the numbers themselves behind a disclosure. */
export function Chart({ id, title, says, numbers, summary, children }: {
  id: string; title: string; says?: string | undefined; numbers: Numbers; summary: string; children: ComponentChildren
}) {
  return (
    <figure class="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h3 id={`${id}-title`}>{title}</h3>
        {says !== undefined && <p id={`${id}-says`}>{says}</p>}
      </figcaption>
      {children}
      <details class="chart-numbers">
        <summary>{summary}</summary>
        <DeskTable caption={numbers.caption}>
          <thead><tr>{numbers.head.map((word, at) => <th scope="col" class={at ? 'number' : undefined}>{word}</th>)}</tr></thead>
          <tbody>
            {numbers.rows.map(([first, ...rest]) => (
              <tr><th scope="row">{first}</th>{rest.map((cell) => <td class="number">{cell}</td>)}</tr>
            ))}
          </tbody>
        </DeskTable>
      </details>
    </figure>
  )
}
