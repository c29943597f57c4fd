import { record } from '#journal/record.ts'
import { dayIn } from '#platform/clock.ts'
import { storeFile } from '#platform/files/stored.ts'
import { clean } from '#platform/pdf/script-coverage.ts'
import { ctxOf, transact, type World } from '#platform/world.ts'
import { day } from '#words/formats.ts'
import { wordsIn } from '#words/words.ts'
import { listLetters, type CourtLetter } from './queries.ts'

type LetterWorld = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files' | 'typesetter'>

/**
 * Typesets a letter, keeps it as a file of the person and notes it as prepared, once. Does nothing for a person who was erased meanwhile.
 */
export async function typesetLetter(world: LetterWorld, { personId, letterId }: { personId: string; letterId: string }): Promise<void> {
  const ctx = ctxOf(world)
  const row = await ctx.db.selectFrom('court_letter').select('claim').where('person_id', '=', personId).where('id', '=', letterId)
    .executeTakeFirst()
  const find = async (reader: Pick<typeof ctx, 'db' | 'vault'>) => (row ? (await listLetters(reader, personId, row.claim))
    .find(({ id }) => id === letterId) : undefined)
  const letter = await find(ctx)
  if (!letter || letter.prepared) return
  const pdf = await world.typesetter.render('court-letter', letterDocument(letter), { at: letter.askedAt })
  await transact(world, async (act) => {
    const key = await act.db.selectFrom('vault_key').select('person_id').where('person_id', '=', personId).forUpdate().executeTakeFirst()
    if (!key || (await find(act))?.prepared) return
    const { id: fileId } = await storeFile({ ...world, db: act.db }, personId,
      { kind: 'court-letter', mediaType: 'application/pdf', bytes: pdf })
    await act.db.insertInto('court_letter_step').values({
      person_id: personId, letter_id: letterId, step: 'prepared', happened_on: dayIn('Europe/Amsterdam', act.now), file_id: fileId,
      noted_at: act.now,
    }).execute()
    await record(act, 'court.letter-step', personId, { letterId, step: 'prepared' })
  })
}

/**
 * What the template reads (the fields of WA-08). The court works in Dutch: in another language the Dutch statement comes first. Pure: the
 * same letter gives the same document.
 */
export function letterDocument({ id, kind, language, content }: Pick<CourtLetter, 'id' | 'kind' | 'language' | 'content'>): object {
  const [t, dutch] = [wordsIn(language), wordsIn('nl')]
  const { court, representative, residence } = content
  const name = clean(content.name)
  const address = content.address.map((line) => clean(line))
  const statement = (words: typeof t) => words(`court.letter.${kind}`,
    { name, caseNumber: court.caseNumber, respondent: content.respondent })
  return {
    head: {
      title: t(`court.letter.title.${kind}`), author: name, addressLine: address.join(' · '), language, region: language === 'nl' ? 'NL'
        : 'GB',
      reference: id.slice(0, 8).toUpperCase(), pageOf: [t('pdf.page'), t('pdf.of')], hue: 250,
    },
    words: { to: t('court.letter.to'), field: t('court.letter.field'), value: t('court.letter.value'),
      placeAndDate: t('court.letter.placeAndDate') },
    to: [court.name, ...court.address],
    rows: [
      { label: t('court.letter.caseNumber'), value: court.caseNumber, strong: true },
      { label: t('court.letter.court'), value: court.name },
      { label: t('court.letter.respondent'), value: content.respondent },
      { label: t('court.letter.name'), value: name, strong: true },
      { label: t('court.letter.born'), value: day(language, content.birthDate) },
      { label: t('court.letter.address'), value: address.join('\n') },
      { label: t('court.letter.residence', { date: day(language, court.referenceDate) }), value: t(`court.letter.${residence}`) },
      ...(representative ? [{ label: t(`court.letter.representative.${representative.relation}`), value: clean(representative.name) }]
        : []),
    ],
    statements: language === 'nl' ? [{ text: statement(t), language: 'nl', main: true }]
      : [{ text: statement(dutch), language: 'nl', main: true }, { text: statement(t), language, main: false }],
    signature: t('court.letter.signature', { name: representative ? clean(representative.name) : name }),
  }
}
