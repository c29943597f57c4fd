import { sql, type RawBuilder } from 'kysely'
import { sweepAccounts } from '#accounts/jobs.ts'
import { forgetBankAccounts } from '#accounts/forget.ts'
import { listEnded } from '#claims/ended.ts'
import { forgetUnanswered, forgetUnusedInvitations } from '#guardians/forget.ts'
import { sweepIdentity } from '#identity/jobs.ts'
import { eraseDrafts } from '#joining/jobs.ts'
import { eraseAfterDays } from '#joining/unfinished.ts'
import { sweepWithdrawals } from '#leaving/jobs.ts'
import { legalZone } from '#participants/age.ts'
import { sweepStrangers } from '#participants/jobs.ts'
import { dayIn } from '#platform/clock.ts'
import type { Ctx } from '#platform/ctx.ts'
import { forgetOldMails } from '#platform/mail/forget.ts'
import { forgetStops } from '#platform/mail/stop.ts'
import { ctxOf, type World } from '#platform/world.ts'
import { archiveDays, removeArchives } from '#archives/archives.ts'
import { eraseExpired } from '#erasure/erase-expired.ts'
import { waitAtMostDays } from '#erasure/finish-erasure.ts'
import { finishErasure } from '#erasure/jobs.ts'
import { decidedBefore, forgetBlocks, forgetDetails } from '#signals/forget.ts'
import { blockDays, detailYears } from '#signals/settings.ts'
import { endedFor, representsNobody, withdrawnFor } from './expired.ts'
import { review } from '#erasure/review.ts'

export type Inside = Pick<World, 'db' | 'clock' | 'vault' | 'jobs' | 'files' | 'log'>
type Look = Pick<Ctx, 'db' | 'now'>

/** Rows or people whose time is over. */
type Due = (at: Look) => Promise<RawBuilder<unknown>>

/** What is kept how long, on what ground, how it is found and what is done (SE-07). */
export type Line = { name: string; keep: string; ground: string; due: Due } & (
  /** Done by a job of its own. */
  | { by: { name: string } }
  /** One statement for all; answers how many. */
  | { sweep(ctx: Ctx): Promise<number> }
  /** Person by person: `due` answers `person_id`. Answers whether something was done. */
  | { each(world: Inside, personId: string): Promise<boolean> }
)

export const firstMailDays = 90
export const bankAccountDays = 90
/** Mails that were written to let somebody in or to ask something; what proves an agreement is not among them. */
const codeMails = ['join-code', 'join-code-known', 'join-reminder', 'sign-in-code', 'sign-in-unknown', 'confirm-code', 'change-email-code',
  'own-access-code',
  'own-access-refused', 'own-access-invitation', 'guardian-code', 'withdrawal-code', 'withdrawal-unknown', 'parent-asked', 'archive-ready',
  'desk-code', 'desk-no-code', 'desk-unknown', 'desk-invitation']

const before = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)
const due = (query: (at: Look) => RawBuilder<unknown>): Due => async (at) => query(at)

/**
 * The table of retention: everything the program lets go by itself, in the order it is looked at. What stays is told in
 * docs/data-protection.md.
 */
export const retention: readonly Line[] = [
  {
    name: 'unfinished joinings', keep: `${eraseAfterDays} days`, ground: 'minimisation', by: eraseDrafts,
    due: due(({ now }) => sql`select 1 from draft where submitted_at is null and started_at < ${before(now, eraseAfterDays)}`),
  },
  {
    name: 'codes', keep: '24 hours', ground: 'security (32)', by: sweepIdentity,
    due: due(({ now }) => sql`select 1 from email_code where issued_at < ${before(now, 1)}`),
  },
  {
    name: 'sessions', keep: 'until they end, and a day', ground: 'security (32)', by: sweepIdentity,
    due: due(({ now }) => sql`select 1 from session where expires_at < ${now} or ended_at < ${before(now, 1)}`),
  },
  {
    name: 'challenges of passkeys', keep: '5 minutes', ground: 'security (32)', by: sweepIdentity,
    due: due(({ now }) => sql`select 1 from passkey_challenge where expires_at < ${now}`),
  },
  {
    name: 'new addresses nobody proved', keep: '24 hours', ground: 'minimisation', by: sweepAccounts,
    due: due(({ now }) => sql`select 1 from email_change_ask where asked_at < ${before(now, 1)}`),
  },
  {
    name: 'withdrawals begun', keep: '24 hours', ground: 'minimisation', by: sweepWithdrawals,
    due: due(({ now }) => sql`select 1 from withdrawal_asked where asked_at < ${before(now, 1)}`),
  },
  {
    name: 'strangers', keep: 'a day', ground: 'minimisation', by: sweepStrangers,
    due: due(({ now }) => sql`select 1 from vault_key k
      left join participant p on p.person_id = k.person_id
      left join draft d on d.person_id = k.person_id
      left join organiser o on o.person_id = k.person_id
      where p.person_id is null and d.person_id is null and o.person_id is null and k.created_at < ${before(now, 1)}`),
  },
  {
    name: 'archives', keep: `${archiveDays} days`, ground: 'minimisation',
    due: due(({ now }) => sql`select person_id from archive where coalesce(built_at, asked_at) < ${before(now, archiveDays)}`),
    each: (world, personId) => removeArchives(world, personId, before(world.clock.now(), archiveDays)),
  },
  {
    name: 'codes and invitations as mailed', keep: `${firstMailDays} days`, ground: 'security (32)',
    due: due(({ now }) => sql`select 1 from mail m join mail_outcome o on o.person_id = m.person_id and o.mail_id = m.id
      where m.kind = any (${codeMails}) and m.queued_at < ${before(now, firstMailDays)}`),
    sweep: ({ db, now }) => forgetOldMails(db, codeMails, before(now, firstMailDays)),
  },
  {
    name: 'addresses not to be written to', keep: '30 days', ground: 'interest: keeping strangers from using us',
    due: due(({ now }) => sql`select 1 from mail_stop where until <= ${now}`),
    sweep: forgetStops,
  },
  {
    name: 'invitations to an own account', keep: '30 days after they ran out', ground: 'minimisation',
    due: due(({ now }) => sql`select 1 from own_access_invitation where expires_at < ${before(now, 30)}`),
    sweep: (ctx) => forgetUnusedInvitations(ctx, before(ctx.now, 30)),
  },
  {
    name: 'other parents who never answered', keep: '30 days after the invitation ran out', ground: 'minimisation',
    due: due(({ now }) => sql`select 1 from guardian_invitation i where i.expires_at < ${before(now, 30)}
      and not exists (select from guardian_answer a where a.person_id = i.person_id and a.invitation_id = i.id)`),
    sweep: (ctx) => forgetUnanswered(ctx, before(ctx.now, 30)),
  },
  {
    name: 'from where people signed', keep: `${blockDays} days`, ground: 'security (32)',
    due: due(({ now }) => sql`select 1 from signing_block where signed_at < ${before(now, blockDays)}`),
    sweep: (ctx) => forgetBlocks(ctx, before(ctx.now, blockDays)),
  },
  {
    name: 'figures behind decisions on signs of abuse', keep: `${detailYears} year after the decision`, ground: '6(1)(f)',
    due: due(({ now }) => decidedBefore(before(now, detailYears * 365))),
    sweep: (ctx) => forgetDetails(ctx, before(ctx.now, detailYears * 365)),
  },
  {
    name: 'bank accounts nobody was paid to', keep: `${bankAccountDays} days after the last participation ended`,
    ground: 'contract',
    due: due(({ now }) => sql`select b.person_id from bank_account b
      where exists (select from participation p where p.person_id = b.person_id)
      and not exists (select from participation p
        left join participation_end e on e.person_id = p.person_id and e.claim = p.claim and e.round = p.round
        where p.person_id = b.person_id and (e.noticed_at is null or e.noticed_at >= ${before(now, bankAccountDays)}))`),
    each: (world, personId) => forgetBankAccounts(world, personId),
  },
  {
    name: 'withdrawn within 14 days', keep: '30 days after the last day of the refund; amounts 7 years', ground: '6:230r BW; 52 AWR',
    due: due(({ now }) => withdrawnFor(dayIn(legalZone, now))), each: (world, personId) => eraseExpired(world, personId, 'withdrawn') },
  {
    name: 'agreements, mandates and evidence', keep: '5 years after the end of the claim, 20 at most', ground: '3:307, 3:310 BW (17(3)(e))',
    due: async (at) => endedFor(dayIn(legalZone, at.now), await listEnded(at)),
    each: (world, personId) => eraseExpired(world, personId, 'claim-over'),
  },
  {
    name: 'parents who represent nobody any more', keep: '30 days', ground: 'minimisation',
    due: due(({ now }) => representsNobody(before(now, 30))),
    each: (world, personId) => eraseExpired(world, personId, 'nobody-represented'),
  },
  {
    name: 'erasures waiting for their receipt', keep: `until the receipt is out, ${waitAtMostDays} days at most`, ground: 'law: 17',
    by: finishErasure,
    due: due(({ now }) => sql`select 1 from erasure_request r join mail m on m.person_id = r.person_id and m.id = r.receipt_id
      where r.asked_at < ${before(now, waitAtMostDays)}`),
  },
  {
    name: 'what was kept and locked', keep: 'until its review', ground: 'law: 17(3), 18',
    due: due(({ now }) => sql`select r.person_id from restriction r join vault_key k on k.person_id = r.person_id
      where r.kept = 'evidence' group by r.person_id having max(r.review_on) <= ${dayIn(legalZone, now)}::date`),
    each: (world, personId) => review(world, personId),
  },
]

/** How many rows or people of each line are over their time now; changes nothing. */
export async function countDue(world: Pick<World, 'db' | 'clock' | 'vault' | 'jobs'>): Promise<{ line: Line; due: number }[]> {
  const ctx = ctxOf(world)
  const counted: { line: Line; due: number }[] = []
  for (const line of retention) {
    const { rows } = await sql<{ n: string }>`select count(*) as n from (${await line.due(ctx)}) as due`.execute(ctx.db)
    counted.push({ line, due: Number(rows[0]!.n) })
  }
  return counted
}
