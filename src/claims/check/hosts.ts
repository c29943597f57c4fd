import { claimFacts, type ClaimFacts } from '#claims/bundle.ts'
import type { Bundle } from '#claims/read-bundle.ts'
import { say, type Said } from '#claims/sayings.ts'
import type { Db } from '#platform/ctx.ts'

/** The host names at which a claim answers. */
export interface Hosted { slug: string; hosts: readonly string[] }

/** Host names of a claim that lead elsewhere already, or stand in its list twice: a name in an address can lead to one claim only. */
export function checkHosts({ slug, hosts }: Hosted, others: readonly Hosted[], report: (at: PropertyKey[], said: Said) => void): void {
  for (const [index, host] of hosts.entries()) {
    const other = others.find((one) => one.slug !== slug && one.hosts.includes(host))
    if (other) report(['hosts', index], say('host-taken', { host, slug: other.slug }))
    else if (hosts.indexOf(host) < index) report(['hosts', index], say('repeated', { id: host, list: 'hosts' }))
  }
}

/** The host names of every claim in its newest version. */
export async function listHosts(db: Db): Promise<Hosted[]> {
  const rows = await db.selectFrom('content_version').distinctOn('slug').select(['slug', 'facts']).where('kind', '=', 'claim')
    .orderBy('slug').orderBy('version', 'desc').execute()
  return rows.map(({ slug, facts }) => ({ slug, hosts: claimFacts.pick({ hosts: true }).loose().parse(facts).hosts }))
}

/** Whether a bundle names a host that another published claim has. */
export async function takesHost(db: Db, { facts }: Bundle): Promise<boolean> {
  if (facts.kind !== 'claim' || !facts.hosts.length) return false
  let taken = false
  checkHosts(facts satisfies Pick<ClaimFacts, 'slug' | 'hosts'>, await listHosts(db), () => { taken = true })
  return taken
}
