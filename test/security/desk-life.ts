import { expect } from 'vitest'
import { deskVisitor } from '../desk.ts'
import { getPerson } from '#participants/queries.ts'
import type { TestSite } from '../builders.ts'

/** What the desk writes freely about somebody, none of it found anywhere else. */
export const written = {
  note: 'Vertelde van het kruidenrekje bij de buren', task: 'Nabellen over het wasbordje',
  opening: 'Vroeg naar de sleutelbloemakte', explanation: 'Uw handtekening lijkt op die van de torenvalk',
  addition: 'De kopie van het muizenpaspoort ontbreekt', answer: 'Het muizenpaspoort is nagestuurd',
  outcome: 'De klaproosverklaring was genoeg', asked: 'Belde dat het brandnetelrapport niet klopt',
  stands: 'Ook het tweede brandnetelrapport zegt hetzelfde',
}
/** Where somebody moved to, as the desk corrected it: no free text, so who may see the record sees it. */
export const newStreet = 'Zwaluwstaartpad 12'
export const deskWords = [...Object.values(written), 'kruidenrekje', 'wasbordje', 'sleutelbloem', 'torenvalk', 'muizenpaspoort', 'klaproos',
  'brandnetel']

/** Somebody at the desk does everything there is to do about a person, who answers in the account. */
export async function workOn(site: TestSite, personId: string, account: { post(path: string, form: Record<string,
  string>): Promise<Response> }): Promise<void> {
  const desk = await deskVisitor(site, ['case-handler', 'lawyer'], { name: 'Gerarda Zeggekorfslak' })
  const ok = async (path: string, form: Record<string, string>, by: typeof account = desk) => {
    const answer = await by.post(path, form)
    expect([path, answer.status]).toEqual([path, 303])
  }
  const at = (path: string) => `/en/desk/people/${personId}${path}`
  await desk.get(at(''))
  await ok(at('/notes'), { text: written.note })
  await ok(at('/tasks'), { kind: 'call', to: 'case-handler', text: written.task })
  await ok(at('/read'), { reason: 'other', words: written.opening })
  const { id: note } = await site.db.selectFrom('case_note').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()
  await ok(at(`/notes/${note}/strike`), { reason: 'outdated' })
  await ok(at('/decide/suspend'), { reason: 'signals', explanation: written.explanation })
  const { id: decision } = await site.db.selectFrom('decision').select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()
  await ok(at(`/decisions/${decision}/undo`), { reason: 'mistake', explanation: written.explanation })
  await ok(at('/deficiency/tiktok'), { 'defect-name-mismatch': 'yes', addition: written.addition, days: '30' })
  const { id: notice } = await site.db.selectFrom('deficiency_notice').select('id').where('person_id', '=',
    personId).executeTakeFirstOrThrow()
  await ok(`/en/account/deficiencies/${personId}/${notice}`, { answer: 'mended', words: written.answer }, account)
  await ok(at(`/deficiencies/${notice}/extend`), { more: '14', because: 'asked' })
  await ok(at(`/deficiencies/${notice}/conclude`), { outcome: 'cured.mended', explanation: written.outcome })
  const { id: outcome } = await site.db.selectFrom('decision').select('id').where('person_id', '=', personId)
    .where('kind', '=', 'conclude').executeTakeFirstOrThrow()
  const day = { 'askedOn-day': '23', 'askedOn-month': '11', 'askedOn-year': '2026' }
  await ok(at(`/decisions/${outcome}/review`), { cameBy: 'phone', words: written.asked, ...day })
  const { id: review } = await site.db.selectFrom('decision_review').select('id').where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  for (const cameBy of ['mail', 'phone']) await ok(at('/objection'), { cameBy, ...day })
  const { legalName, birthDate, address } = await getPerson(site.ctx(), personId)
  const [year, month, dayOfMonth] = birthDate.split('-') as [string, string, string]
  await ok(at('/correct'), { legalName, 'birthDate-day': dayOfMonth, 'birthDate-month': month, 'birthDate-year': year, ...address,
    street: newStreet, reason: 'moved', cameBy: 'letter', identity: 'known-address' })
  const lawyer = await deskVisitor(site, ['lawyer'], { name: 'Gerarda Zeggekorfslak' })
  await ok(at(`/reviews/${review}`), { explanation: written.stands }, lawyer)
}
