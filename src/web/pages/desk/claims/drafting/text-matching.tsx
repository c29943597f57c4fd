import { languages } from '#claims/bundle.ts'
import type { WorkingCopy } from '#drafting/draft-bundle.ts'
import { listMatches, stateOf, type TextState } from '#drafting/matching.ts'
import { fileOf, shaOf } from '#drafting/texts.ts'
import { Actions, Button } from '#web/parts/form.tsx'
import { may, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { dayAndTime } from '#words/formats.ts'
import { claimDesk, namesOf } from '#web/pages/desk/claims/working.ts'

interface MatchingProps {
  visit: Desk
  slug: string
  name: string
  states: { language: (typeof languages)[number]; state: TextState; seen: string }[]
  /** `who` is undefined where nobody compared them: they came in together. */
  last: { who: string | undefined; at: Date } | undefined
}

/** How the languages of a text stand to each other, read for `Matching`. */
export async function matchingOf(visit: Desk, copy: WorkingCopy, name: string): Promise<MatchingProps> {
  const matches = await listMatches(visit.ctx, copy.slug)
  const last = matches.find((match) => match.name === name)
  const who = last && last.by !== 'system' ? (await namesOf(visit, [last.by]))(last.by) : undefined
  return {
    visit, slug: copy.slug, name, last: last && { who, at: last.at },
    states: languages.map((language) => ({
      language, state: stateOf(copy.files, matches, name, language), seen: shaOf(fileOf(copy.files, language, name)),
    })),
  }
}

/** Whether the languages say the same, who said so last, and the button to say so. */
export function Matching({ visit, slug, name, states, last }: MatchingProps) {
  const { t } = visit
  return (
    <section aria-labelledby="matching">
      <h2 id="matching">{t('desk.texts.match.title')}</h2>
      <ul class="chips">
        {states.map((one) => (
          <li>
            <span class={`text-state ${one.state}`}>{t(`desk.draft.language.${one.language}`)}: {t(`desk.texts.state.${one.state}`)}</span>
          </li>
        ))}
      </ul>
      <p>{said({ visit, last })}</p>
      {may(visit, 'claims.edit') && states.every(({ state }) => state !== 'missing') && states.some(({ state }) => state !== 'current') && (
        <form method="post" action={claimDesk(visit, slug, `/texts/${name}`)}>
          <input type="hidden" name="do" value="match" />
          {states.map((one) => <input type="hidden" name={`${one.language}-seen`} value={one.seen} />)}
          <p class="hint">{t('desk.texts.match.save')}</p>
          <Actions><Button kind="secondary">{t('desk.texts.match.button')}</Button></Actions>
        </form>
      )}
    </section>
  )
}

function said({ visit: { t, language }, last }: Pick<MatchingProps, 'visit' | 'last'>): string {
  if (!last) return t('desk.texts.match.never')
  const when = dayAndTime(language, last.at)
  return last.who === undefined ? t('desk.texts.match.together', { when }) : t('desk.texts.match.by', { who: last.who, when })
}
