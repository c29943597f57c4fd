import type { Context } from 'hono'
import type { WordKey } from '#words/words.ts'
import { wordsIn } from '#words/words.ts'
import { Layout } from './parts/layout.tsx'
import { ButtonLink } from './parts/form.tsx'
import { getOrganisation } from '#claims/queries.ts'
import type { WebWorld } from './app.ts'

/** What can be wrong with a request as a whole. */
export type Fault = 'missing' | 'sign-in' | 'start-again' | 'phone-over' | 'elsewhere' | 'too-large' | 'unreadable' | 'broken'

const statuses = {
  missing: 404, 'sign-in': 403, 'start-again': 403, 'phone-over': 403, elsewhere: 403, 'too-large': 413, unreadable: 400, broken: 500,
} as const

/** The page that says what is wrong and what to do now; it never says anything personal. */
export async function faultPage(world: WebWorld, c: Context, fault: Fault) {
  const language = /^\/nl(\/|$)/.test(c.req.path) ? 'nl' : 'en'
  const t = wordsIn(language)
  const organisation = await getOrganisation(world.db, language).catch(() => undefined)
  const home = `${world.site.origin}/${language}`
  const startOver = fault === 'start-again' ? new URL(c.req.url).pathname.replace(/\/join.*$/, '') : undefined
  const to = fault === 'sign-in' ? `${home}/sign-in` : startOver || home
  const view = (
    <Layout t={t} assets={world.site.assets} language={language} path={c.req.path} organisation={organisation?.facts.name ?? 'Joinder'}
      hue={organisation?.facts.figure.hue ?? 210}
      demonstrationNotice={organisation?.facts.demonstration ?? false} title={t(`fault.${fault}.title` satisfies WordKey)} indexed={false}>
      <h1>{t(`fault.${fault}.title` satisfies WordKey)}</h1>
      <p class="lead">{t(`fault.${fault}.text` satisfies WordKey)}</p>
      <ButtonLink href={to}>{t(`fault.${fault}.button` satisfies WordKey)}</ButtonLink>
    </Layout>
  )
  return { view, status: statuses[fault] }
}
