import type { Ctx } from '#platform/ctx.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The person id behind what somebody typed: the id itself, whoever it belongs to, or the reference of a participation. */
export async function findPersonId({ db }: Pick<Ctx, 'db'>, typed: string): Promise<string | undefined> {
  const text = typed.replaceAll(/\s/g, '')
  if (uuid.test(text.toLowerCase())) return text.toLowerCase()
  const reference = text.replaceAll('-', '').toUpperCase()
  return (await db.selectFrom('participation').select('person_id').where('reference', '=', reference).limit(1).executeTakeFirst())?.person_id
}
