import type { Ctx } from '#platform/ctx.ts'
import { clean } from '#platform/pdf/script-coverage.ts'
import type { Person } from './admit.ts'
import { getPerson, personsAt } from './queries.ts'

/** A name as it is compared: without accents, case and punctuation. */
export const foldedName = (name: string) =>
  clean(name).normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/**
 * Who joined before with this address, under the same name and with the same date of birth: the same human being, who has a person of
 * their own in each claim. Others of the household are not among them.
 */
export async function listSamePerson(
  reader: Pick<Ctx, 'db' | 'vault'>, emailIndex: Buffer, { legalName, birthDate }: Pick<Person, 'legalName' | 'birthDate'>,
): Promise<string[]> {
  const same: string[] = []
  for (const personId of await personsAt(reader, emailIndex)) {
    const person = await getPerson(reader, personId)
    if (person.birthDate === birthDate && foldedName(person.legalName) === foldedName(legalName)) same.push(personId)
  }
  return same
}
