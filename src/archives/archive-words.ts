import type { OrganisationContent } from '#claims/queries.ts'
import { dayAndTime } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'

/** The readme of an archive: what is what, and what is not in it. */
export function readMe({ language, facts }: OrganisationContent, origin: string, now: Date): string {
  const t = wordsIn(language)
  const title = t('archive.readme.title', { organisation: facts.name })
  const headed = (text: string) => `${text}\n${'-'.repeat(text.length)}`
  return `${[
    `${title}\n${'='.repeat(title.length)}`,
    t('archive.readme.made', { time: dayAndTime(language, now) }),
    t('archive.readme.careful'),
    headed(t('archive.readme.what')),
    t('archive.readme.data'), t('archive.readme.evidence'), t('archive.readme.files'), t('archive.readme.mails'),
    headed(t('archive.readme.not')),
    t('archive.readme.technical'), t('archive.readme.others'),
    t('archive.readme.rights', { address: `${origin}/${language}/privacy`, email: facts.email }),
  ].join('\n\n')}\n`
}
