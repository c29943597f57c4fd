import type { AgreementKind } from '#claims/bundle.ts'
import type { Person, Usage } from '#participants/admit.ts'
import type { DrawnStrokes } from './strokes.ts'

/** One text of the signing session: exactly what was shown, and the sentence that was ticked under it. */
export interface AcceptedText {
  slug: string
  kind: AgreementKind
  version: string
  language: 'en' | 'nl'
  title: string
  sha256: string
  act: 'sign' | 'agree' | 'read'
  /** The sentence next to the tick, as it stood on the page. */
  sentence: string
  at: string
}

/** How somebody signed, and from where (SG-04). Instants are ISO 8601 in UTC. */
export interface GivenSignature {
  way: 'drawn' | 'typed'
  strokes?: DrawnStrokes
  typedName?: string
  /** The sentence beside the tick that makes a typed name the signature. */
  ticked?: string
  /** The sentence that was confirmed by signing. */
  sentence: string
  at: string
  ip: string
  userAgent: string
  /** The signature was made on a phone that was opened by a link from the computer: then address and browser are those of the phone. */
  onPhone?: { linkOpenedAt: string }
  client?: { viewport?: string; timeZone?: string; offsetMinutes?: number }
}

/** A page of joining that was answered. */
export type Screen = 'start' | 'code' | 'account' | 'who' | 'details' | 'children' | 'agreements' | 'sign' | 'check'

/** The record of a signing session, kept sealed and append-only and attached to the sealed PDF (SG-04). */
export interface SigningRecord {
  /** The participant: whose data it is about. */
  personId: string
  /** Who owes the registration fee, where that is not the participant. */
  payer?: string
  /** In which role the signer signs; as parent or guardian for `represented` (SG-07). */
  role: 'self' | 'parent' | 'guardian'
  claim: string
  language: 'en' | 'nl'
  /** Who signs, as checked before the last button. */
  details: Omit<Person, 'email'> & { usage?: Usage }
  /** The child for whom the signer signs, and the declaration of authority that was ticked (MI-02). */
  represented?: Omit<Person, 'email'> & {
    usage: Usage
    authority: 'joint' | 'sole' | 'guardianship'
    declaration: { sentence: string; at: string }
  }
  /** Proven by a code, or by having signed in to the account; then the times of the code are absent. */
  email: { address: string; codeSentAt?: string; provenAt: string; attempts?: number }
  statement: { sentence: string; terms: string; texts: { kind: string; version: string; sha256: string }[]; at: string }
  /** What was chosen on the page that asks for whom, where it was only for children: it corrects a statement of own use. */
  onlyChildren?: { sentence: string; at: string }
  texts: AcceptedText[]
  successFee: { choice: 'fixed' | 'percent'; sentence: string }
  startEarly: { asked: boolean; sentence: string }
  /** What the last button binds to pay, in cents, VAT included (MO-01, MO-02). */
  registrationFee: { cents: number; vatCents: number; waiver?: string }
  /** Signed anew in a participation that goes on: what was agreed about the registration fee stays as it was (SG-06). */
  renewal?: true
  button: string
  screens: { screen: Screen; at: string }[]
  signature: GivenSignature
  secureConnection: boolean
  build: string
  submittedAt: string
}
