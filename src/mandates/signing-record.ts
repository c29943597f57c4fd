import type { AgreementKind } from '#claims/bundle.ts'
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
  /** The sentence that was confirmed by signing. */
  sentence: string
  at: string
  ip: string
  userAgent: string
  client?: { viewport?: string; timeZone?: string; offsetMinutes?: number }
}

/** The record of a signing session, kept sealed and append-only and attached to the sealed PDF (SG-04). */
export interface SigningRecord {
  personId: string
  role: 'self'
  claim: string
  language: 'en' | 'nl'
  email: { address: string; codeSentAt: string; provenAt: string; attempts: number }
  statement: { sentence: string; terms: string; texts: { kind: string; version: string; sha256: string }[]; at: string }
  texts: AcceptedText[]
  successFee: { choice: 'fixed' | 'percent'; sentence: string }
  startEarly: { asked: boolean; sentence: string }
  button: string
  screens: { screen: string; at: string }[]
  signature: GivenSignature
  secureConnection: boolean
  build: string
  submittedAt: string
}
