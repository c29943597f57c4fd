import type { Ctx } from '#platform/ctx.ts'
import type { TestSite } from '../../test/builders.ts'
import { organiser } from '../../test/desk.ts'

export const origin = 'http://localhost:8080'
export const because = 'We looked at the papers and this is what we found.'

/** The context of somebody at the desk: acts of casework are done by a known person. */
export async function atDesk(site: TestSite): Promise<{ organiserId: string; ctx(): Ctx }> {
  const { personId } = await organiser(site, ['case-handler'])
  return { organiserId: personId, ctx: () => site.ctx(`organiser:${personId}`) }
}
