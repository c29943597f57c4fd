import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { sha256 } from '#claims/read-bundle.ts'
import type { ComponentChildren } from 'preact'
import '#web/parts/elements.ts'

/** Tells other windows that the working copy changed; around frames it loads them again when another window says so. */
export const DraftStamp = ({ copy, children }: { copy: WorkingCopy; children?: ComponentChildren }) => (
  <draft-stamp data-slug={copy.slug} data-stamp={sha256(copy.files.map(({ path, raw }) => `${path}\n${raw}`).join('\n')).slice(0, 16)}>
    {children}
  </draft-stamp>
)
