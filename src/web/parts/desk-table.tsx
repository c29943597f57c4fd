import type { ComponentChildren } from 'preact'

/**
 * A table of the desk: on a narrow screen it scrolls in a region of its own, by keyboard too. The region is named by its caption,
 * by another `label`, or by the heading with the id `labelledBy`. `quiet` shows the caption only to those who listen, where a
 * heading says it already; `look` are more classes.
 */
export function DeskTable({ label, labelledBy, caption, quiet, look, children }: {
  label?: string; labelledBy?: string; caption: string; quiet?: boolean; look?: string; children: ComponentChildren
}) {
  return (
    <div class="table-scroll" role="region" tabIndex={0} aria-label={label ?? (labelledBy ? undefined : caption)}
      aria-labelledby={labelledBy}>
      <table class={look ? `desk-table ${look}` : 'desk-table'}>
        <caption class={quiet ? 'visually-hidden' : undefined}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}
