import { findBankAccount, type BankAccount } from '#accounts/bank-account.ts'
import { listDealings, type Dealing } from '#casework/dealings.ts'
import { listDecisions, listFlags, type Decision, type KnownFlag } from '#casework/decisions/decisions.ts'
import { listTasksAbout, type Task } from '#casework/list-tasks.ts'
import { listNotes, type Note } from '#casework/notes.ts'
import { findOpening } from '#casework/open-record.ts'
import { listPresent } from '#casework/present.ts'
import { listReviews, type Review } from '#casework/reviews/reviews.ts'
import { listTexts } from '#casework/texts.ts'
import { listHappenings, type Happening } from '#casework/timeline.ts'
import { listContents, type ClaimContent } from '#claims/queries.ts'
import { listNotices, type Notice } from '#deficiencies/notices.ts'
import { listFees, type KnownFee } from '#fees/queries.ts'
import { listInvitations, type ReadInvitation } from '#guardians/invitations.ts'
import { listRepresentations, listRepresentedBy, type Representation } from '#guardians/representations.ts'
import { listSuspensions, type Suspension } from '#guardians/suspensions.ts'
import { isSignedByOthersOnly, listMandates, type KnownMandate } from '#mandates/queries.ts'
import { listCapacities, type KnownCapacity } from '#mandates/revoke.ts'
import { legalZone } from '#participants/age.ts'
import { listChanges, type Change } from '#participants/correct.ts'
import { groundsIn, listHindrances } from '#participants/hindrances.ts'
import { listMerged } from '#participants/merged.ts'
import { listObjections, type Objection } from '#participants/objections.ts'
import { listParticipations, listPersons, type KnownParticipation, type KnownPerson } from '#participants/queries.ts'
import { stateOf, type ParticipationState } from '#participants/state.ts'
import { dayIn } from '#platform/clock.ts'
import { listFiles, type KnownFile } from '#platform/files/stored.ts'
import { listSentMails, type SentMail } from '#platform/mail/sent.ts'
import type { Visit } from '#web/page.ts'
import { may } from '#web/pages/desk/desk-layout.tsx'
import { namesOf } from './names.ts'

export type Desk = Visit<'organiser'>
export const timelinePage = 25

/** One participation with what hangs on it. */
export interface Part {
  participation: KnownParticipation
  claim: ClaimContent | undefined
  state: ParticipationState
  intoId: string | undefined
  mandates: KnownMandate[]
  capacities: KnownCapacity[]
  fee: KnownFee | undefined
}

/** Everything of a person's record; what needs a stated reason is there only while the record is open to this organiser. */
export interface CaseFile {
  person: KnownPerson
  today: string
  parts: Part[]
  suspensions: Suspension[]
  decisions: Decision[]
  reviews: Review[]
  flags: KnownFlag[]
  objection: Objection | undefined
  notices: Notice[]
  notes: Note[]
  tasks: Task[]
  dealings: Dealing[]
  bankAccount: BankAccount | undefined
  representedBy: Representation[]
  represents: Representation[]
  names: ReadonlyMap<string, string>
  files: KnownFile[]
  happenings: Happening[]
  opened: Opened | undefined
}
export interface Opened {
  until: Date
  text: Awaited<ReturnType<typeof listTexts>>
  mails: SentMail[]
  changes: Change[]
  invitations: ReadInvitation[]
}

/** Whether everything about somebody is locked (art. 18): then the list of legal holds tells it, and nothing else. */
export const isLocked = (dealings: readonly Dealing[]): boolean => dealings.some(({ what }) => what === 'erasure')

/**
 * Reads a person's record: what everybody has and which of the rest there is, at once; then that, and who else is named in it. Every query
 * goes by the key of the person. Undefined where there is nobody, or the person was erased or locked.
 */
export async function readCase(visit: Desk, personId: string, before?: number): Promise<CaseFile | undefined> {
  const { ctx, language, organiser } = visit
  const ids = [personId]
  const [persons, participations, mandates, capacities, fees, dealings, happenings, opening, claims, has] = await Promise.all([
    listPersons(ctx, ids), listParticipations(ctx, ids), listMandates(ctx, ids), listCapacities(ctx, ids), listFees(ctx, ids),
    listDealings(ctx, personId), listHappenings(ctx, personId, { before, limit: timelinePage + 1 }),
    may(visit, 'people.read') ? findOpening(ctx, personId, organiser.personId) : undefined,
    listContents(ctx.db, visit.organisation.facts.claims, language), listPresent(ctx, personId),
  ])
  const [person] = persons
  if (!person || isLocked(dealings)) return undefined
  const [suspensions, hindrances, merged, decisions, reviews, [objection], flags, notices, notes, tasks, representedBy, represents,
    files] = await Promise.all([
    has.suspensions ? listSuspensions(ctx, ids) : [], has.decisions || has.notices ? listHindrances(ctx, ids) : [],
    has.merged || has.merges ? listMerged(ctx, ids) : [], has.decisions ? listDecisions(ctx, personId) : [],
    has.reviews ? listReviews(ctx, personId) : [], has.objections ? listObjections(ctx, ids) : [],
    has.flags ? listFlags(ctx, personId) : [], has.notices ? listNotices(ctx, ids) : [], has.notes ? listNotes(ctx, personId) : [],
    has.tasks ? listTasksAbout(ctx, personId) : [], has.representedBy ? listRepresentations(ctx, ids) : [],
    has.represents ? listRepresentedBy(ctx, ids) : [], has.files ? listFiles(ctx, ids) : [],
  ])
  const today = dayIn(legalZone, ctx.now)
  const parts = participations.toReversed().map((participation): Part => {
    const { claim, round } = participation
    const here = <E extends { claim: string; round: number }>(each: E) => each.claim === claim && each.round === round
    const signed = capacities.filter(here)
    const into = merged.find(here)
    return {
      participation, claim: claims.find(({ slug }) => slug === claim), mandates: mandates.filter(here),
      capacities: signed, fee: fees.find(here),
      intoId: into?.intoId,
      state: stateOf({ end: participation.end, suspended: suspensions.length > 0, merged: into !== undefined,
        ...groundsIn(hindrances, participation), birthDate: person.birthDate, today, signedByOthersOnly: isSignedByOthersOnly(signed) }),
    }
  })
  const [opened, bankAccount, names] = await Promise.all([
    opening && readOpened(visit, personId, opening.until),
    dealings.some(({ what }) => what === 'bank-account') ? findBankAccount(ctx, personId) : undefined,
    namesOf(visit, { decisions, reviews, notes, tasks, notices, happenings }, [
      ...representedBy.map(({ representativeId }) => representativeId), ...represents.map((each) => each.personId),
      ...parts.flatMap(({ intoId }) => intoId ?? []),
    ]),
  ])
  return { person, today, parts, suspensions, decisions, reviews, objection, flags, notices, notes, tasks, dealings, bankAccount,
    representedBy, represents, names, files, happenings, opened }
}

async function readOpened({ ctx }: Desk, personId: string, until: Date): Promise<Opened> {
  const [text, mails, changes, invitations] = await Promise.all([
    listTexts(ctx, personId), listSentMails(ctx, [personId], 50), listChanges(ctx, personId), listInvitations(ctx, personId),
  ])
  return { until, text, mails, changes, invitations }
}
