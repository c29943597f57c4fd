import type { ComponentChildren } from 'preact'
import type { Citations } from '#web/citations.ts'
import { renderMarkdown } from '#web/markdown.ts'
import type { Ground } from '#web/page.ts'
import { ButtonLink } from '#web/parts/form.tsx'
import { Section } from '#web/parts/blocks.tsx'
import { textOf } from './claim-layout.tsx'
import { picturesOf } from './picture.ts'

/** What every part of the campaign page gets. */
export interface Telling {
  visit: Ground
  citations: Citations
}

/** The words of a text, for a place that has its heading already. */
export const Words = ({ visit, name, citations, headingFrom = 3 }: Telling & { name: string; headingFrom?: 2 | 3 | 4 }) =>
  renderMarkdown(textOf(visit, name).markdown, { headingFrom, citations, pictures: picturesOf(visit) })

/** A part of the page whose title and introduction are a text; without a body it has only the title. */
export function Told({
  visit,
  name,
  citations,
  id,
  wash,
  narrow,
  children,
}: Telling & { name: string; id: string; wash?: boolean; narrow?: boolean; children?: ComponentChildren }) {
  const { title, markdown } = textOf(visit, name)
  return (
    <Section
      id={id}
      title={title}
      wash={wash}
      narrow={narrow}
      intro={markdown ? <Words visit={visit} name={name} citations={citations} /> : undefined}
    >
      {children}
    </Section>
  )
}

/** A part of the page that is one text. */
export function TextSection({
  visit,
  name,
  citations,
  wash,
  more,
  children,
}: Telling & { name: string; wash?: boolean; more?: { href: string; label: string }; children?: ComponentChildren }) {
  return (
    <Section id={name.slice('page/'.length)} title={textOf(visit, name).title} wash={wash} narrow>
      <Words visit={visit} name={name} citations={citations} />
      {children}
      {more && (
        <p>
          <ButtonLink kind="secondary" href={more.href}>
            {more.label}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}
