import type { Ctx } from '#platform/ctx.ts'
import type { CourtWay, Residence } from './way.ts'

/** What a letter says; kept as one sealed value (WA-08). Days are `YYYY-MM-DD`. */
export interface LetterContent {
  court: { name: string; address: string[]; caseNumber: string; referenceDate: string }
  claim: string
  respondent: string
  name: string
  birthDate: string
  /** Lines of the postal address. */
  address: string[]
  residence: Residence
  representative?: { name: string; relation: 'parent' | 'guardian' }
}
export interface CourtLetter {
  personId: string
  id: string
  claim: string
  kind: CourtWay
  language: 'en' | 'nl'
  content: LetterContent
  askedAt: Date
  prepared: { fileId: string } | undefined
  /** The days the participant told: when it was sent, and when the registry confirmed it. */
  sentOn: string | undefined
  confirmedOn: string | undefined
}

/** The letters of a person in a claim, newest first; none of who was erased. */
export async function listLetters({ db, vault }: Pick<Ctx, 'db' | 'vault'>, personId: string, claim: string): Promise<CourtLetter[]> {
  const [rows, safe] = [await db.selectFrom('court_letter').selectAll().where('person_id', '=', personId).where('claim', '=', claim)
    .orderBy('asked_at', 'desc').execute(), await vault.find(db, personId)]
  if (!safe || !rows.length) return []
  const steps = await db.selectFrom('court_letter_step').selectAll().where('person_id', '=', personId).execute()
  return rows.map((row) => {
    const step = (name: string) => steps.find((each) => each.letter_id === row.id && each.step === name)
    const file = step('prepared')?.file_id
    return {
      personId, id: row.id, claim, kind: row.kind as CourtWay, language: row.language as 'en' | 'nl', askedAt: row.asked_at,
      content: JSON.parse(safe.text('court_letter.letter', row.letter)) as LetterContent,
      prepared: file ? { fileId: file } : undefined, sentOn: step('sent')?.happened_on, confirmedOn: step('confirmed')?.happened_on,
    }
  })
}
