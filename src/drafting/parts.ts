import { agreementKinds, capacityKinds, capacityScopes, phasesBeforeJudgment } from '#claims/bundle.ts'
import type { ValueKind } from './values.ts'

/** One value of a part; `name` is its path inside an item, with dots. In `each` language it has a field. */
export interface Field {
  name: string
  kind: ValueKind
  each?: true
  optional?: true
  /** Fixed choices, or the ids of a list of the same facts file. */
  choices?: readonly string[] | { of: 'timeline' | 'documents' }
  /** What holds where the file says nothing. */
  fallback?: string
}

/** A page of facts: one thing, a list of things, or a list of plain words (`faq`). */
export interface Part {
  name: string
  of: 'claim' | 'organisation'
  /** Where it stands in the facts file; empty for values at the top. */
  path: readonly string[]
  shape: 'one' | 'list' | 'words'
  fields: readonly Field[]
  /** Of a `one`: goes as a whole when its first field is empty. */
  whole?: true
}

const words = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'words', ...more })
const each = (name: string): Field => ({ name, kind: 'words', each: true })
const id: Field = { name: 'id', kind: 'id' }
const choice = (name: string, choices: NonNullable<Field['choices']>, more: Partial<Field> = {}): Field => ({
  name, kind: 'choice', choices, ...more,
})
const accounts = ['username', 'email', 'phone', 'customer-number']

const ofClaim: Omit<Part, 'of'>[] = [
  {
    name: 'general', path: [], shape: 'one',
    fields: [
      each('name'), words('company'), each('statement'), each('group'),
      { name: 'usage.accounts', kind: 'ids', choices: accounts },
      choice('signUpsUntil', phasesBeforeJudgment, { fallback: 'investigating' }),
      { name: 'figure.hue', kind: 'hue' },
      words('figure.seed'),
      { name: 'hosts', kind: 'hosts', optional: true },
    ],
  },
  {
    name: 'money', path: ['money'], shape: 'one',
    fields: [
      { name: 'demandUpTo', kind: 'euros' },
      { name: 'registrationFee', kind: 'euros' },
      { name: 'vatPercent', kind: 'percent' },
      { name: 'successFixed', kind: 'euros' },
      { name: 'successPercent', kind: 'percent' },
      choice('successRounding', ['down', 'nearest'], { fallback: 'down' }),
      choice('successBase', ['award', 'award-and-interest', 'award-interest-and-costs'], { fallback: 'award' }),
      choice('combinedOfferEndsWith', { of: 'timeline' }, { optional: true }),
    ],
  },
  {
    name: 'respondents', path: ['respondents'], shape: 'list',
    fields: [
      words('name'),
      { name: 'country', kind: 'country' },
      { name: 'from', kind: 'date', optional: true },
      { name: 'until', kind: 'date', optional: true },
    ],
  },
  {
    name: 'timeline', path: ['timeline'], shape: 'list',
    fields: [
      id,
      { name: 'on', kind: 'date', optional: true },
      { name: 'after', kind: 'date', optional: true },
      { name: 'planned', kind: 'yes', optional: true },
      choice('document', { of: 'documents' }, { optional: true }),
    ],
  },
  {
    name: 'documents', path: ['documents'], shape: 'list',
    fields: [id, { name: 'on', kind: 'date' }, choice('audience', ['public', 'participants'])],
  },
  {
    name: 'sources', path: ['sources'], shape: 'list',
    fields: [
      id, words('publisher'), each('title'),
      { name: 'on', kind: 'date', optional: true },
      { name: 'url', kind: 'address', optional: true },
    ],
  },
  {
    name: 'news', path: ['news'], shape: 'list',
    fields: [id, { name: 'at', kind: 'instant' }, words('publisher'), each('section'), { name: 'url', kind: 'address', optional: true }],
  },
  { name: 'faq', path: ['faq'], shape: 'words', fields: [id] },
  { name: 'pictures', path: ['pictures'], shape: 'list', fields: [id, each('alt')] },
  {
    name: 'agreements', path: ['agreements'], shape: 'list',
    fields: [choice('kind', agreementKinds), choice('of', ['claim', 'organisation']), choice('act', ['sign', 'agree', 'read'])],
  },
  {
    name: 'capacities', path: ['capacities'], shape: 'list',
    fields: [choice('kind', capacityKinds), choice('agreement', agreementKinds), { name: 'scope', kind: 'ids', choices: capacityScopes }],
  },
  {
    name: 'court', path: ['court'], shape: 'one', whole: true,
    fields: [
      words('name'),
      { name: 'address', kind: 'lines' },
      words('caseNumber'),
      { name: 'announcedOn', kind: 'date' },
      { name: 'lastDay', kind: 'date' },
      { name: 'referenceDate', kind: 'date' },
      choice('abroad', ['opt-in', 'opt-out'], { fallback: 'opt-in' }),
    ],
  },
]

const ofOrganisation: Omit<Part, 'of'>[] = [
  { name: 'general', path: [], shape: 'one', fields: [words('name'), words('legalName'), { name: 'address', kind: 'lines' },
    { name: 'country', kind: 'country' }, { name: 'email', kind: 'email' }, words('phone'), words('registerNumber'), words('vatId'),
    words('bank.holder'), { name: 'bank.iban', kind: 'iban' }, { name: 'bank.bic', kind: 'bic' }, { name: 'figure.hue', kind: 'hue' },
    words('figure.seed'), { name: 'demonstration', kind: 'yes' }] },
  { name: 'claims', path: ['claims'], shape: 'words', fields: [id] },
  {
    name: 'disclosures', path: ['disclosures'], shape: 'list',
    fields: [
      { name: 'id', kind: 'disclosure' },
      { name: 'adopted', kind: 'date', optional: true },
      { name: 'published', kind: 'date', optional: true },
      { name: 'supplied', kind: 'yes' },
    ],
  },
]

/** All parts in the order of the desk. The named facts stand in `named-facts.ts`: what they are depends on their kind. */
export const parts: readonly Part[] = [
  ...ofClaim.map((part): Part => ({ ...part, of: 'claim' })), ...ofOrganisation.map((part): Part => ({ ...part, of: 'organisation' })),
]
