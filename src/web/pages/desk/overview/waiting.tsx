import { mayDo } from '#organisers/roles.ts'
import type { Visit } from '#web/page.ts'
import { number } from '#words/formats.ts'
import { most, waitingSources } from './waiting-sources.ts'

type Desk = Visit<'organiser'>
type Name = (typeof waitingSources)[number]['name']
interface Waits { name: Name; to: string; n: number }

/** What waits for this reader, by the acts that the roles allow. */
export async function waitingFor({ ctx, organiser: { personId, roles } }: Desk): Promise<Waits[]> {
  const mine = waitingSources.filter(({ act }) => mayDo(roles, act))
  const counts = await Promise.all(mine.map(({ count }) => count({ ctx, personId, roles })))
  return mine.map(({ name, to }, at) => ({ name, to, n: counts[at]! })).filter(({ n }) => n > 0)
}

/** What waits, each line leading to where it is done. */
export function Waiting({ visit: { t, language, homeLink }, waiting }: { visit: Desk; waiting: readonly Waits[] }) {
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('desk.overview.waiting')}</h2>
      {waiting.length === 0 ? <p>{t('desk.overview.nothingWaits')}</p> : (
        <ul class="waiting-list">
          {waiting.map(({ name, to, n }) => (
            <li><a href={homeLink(`/desk${to}`)}>
              <strong>{n > most ? t('desk.overview.moreThan', { n: number(language, most) }) : number(language, n)}</strong>
              <span>{t(`desk.overview.waiting.${name}`, { n })}</span>
            </a></li>
          ))}
        </ul>
      )}
    </section>
  )
}
