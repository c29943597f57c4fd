import type { Ctx } from '#platform/ctx.ts'
import { isId } from '#platform/id.ts'

/** The person id behind what somebody typed: the id itself, whoever it belongs to, or the reference of a participation. */
export async function findPersonId({ db }: Pick<Ctx, 'db'>, typed: string): Promise<string | undefined> {
  const text = typed.replaceAll(/\s/g, '')
  if (isId(text.toLowerCase())) return text.toLowerCase()
  const reference = text.replaceAll('-', '').toUpperCase()
  return (await db.selectFrom('participation').select('person_id').where('reference', '=', reference).limit(1).executeTakeFirst())
    ?.person_id
}
