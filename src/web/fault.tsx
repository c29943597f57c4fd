import type { Context } from 'hono'
import type { WordKey } from '#words/words.ts'
import { wordsIn } from '#words/words.ts'
import { Layout } from './parts/layout.tsx'
import { ButtonLink } from './parts/form.tsx'
import { getOrganisation } from '#claims/queries.ts'
import type { WebWorld } from './web-world.ts'
import type { ShutOut } from './enter-desk.ts'

/** What can be wrong with a request as a whole. */
export type Fault = ShutOut | 'missing' | 'sign-in' | 'start-again' | 'phone-over' | 'elsewhere' | 'too-large' | 'unreadable' | 'broken'

const statuses = {
  'desk-sign-in': 403, 'desk-enrol': 403, 'desk-suspended': 403, 'desk-not-yours': 403, missing: 404, 'sign-in': 403,
  'start-again': 403, 'phone-over': 403, elsewhere: 403, 'too-large': 413, unreadable: 400, broken: 500,
} as const

/** Where somebody goes from here. */
const ways = { 'sign-in': '/sign-in', 'desk-sign-in': '/desk/sign-in', 'desk-enrol': '/desk/passkey', 'desk-not-yours': '/desk' } as const

/** The page that says what is wrong and what to do now; it never says anything personal. */
export async function faultPage(world: WebWorld, c: Context, fault: Fault) {
  const language = /^\/nl(\/|$)/.test(c.req.path) ? 'nl' : 'en'
  const t = wordsIn(language)
  const organisation = await getOrganisation(world.db, language).catch(() => undefined)
  const home = `${world.site.origin}/${language}`
  const startOver = fault === 'start-again' ? new URL(c.req.url).pathname.replace(/\/join.*$/, '') : undefined
  const to = fault in ways ? `${home}${ways[fault as keyof typeof ways]}` : startOver || home
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
