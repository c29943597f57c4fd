import type { Document } from 'yaml'
import type { Language } from '#claims/bundle.ts'
import type { BundleFile } from '#claims/read-bundle.ts'
import { record } from '#journal/record.ts'
import type { Ctx } from '#platform/ctx.ts'
import { done, refused, type Outcome } from '#platform/outcome.ts'
import { openDraft, putFile } from './draft.ts'
import { openFacts, printFacts, putValue, type FactPath } from './facts-file.ts'
import { applyPart, moveItem, shaOfPart, type FormFaults, type Typed } from './facts-form.ts'
import { applyNamedFacts, shaOfNamedFacts } from './named-facts.ts'
import type { Part } from './parts.ts'

interface FactsChange {
  /** What the form sent, by the names of its fields. */
  typed: Typed
  /** The language the numbers were typed in. */
  language: Language
  /** `shaOfPart` of what the writer saw. */
  seenSha: string
  /** What else to do with one item, after what was typed is taken in. */
  move?: Parameters<typeof moveItem>[2] | undefined
}

/**
 * Saves one part of the facts in the working copy, with comments and order of the file as they were; begins the working copy where there is
 * none. What does not fit yet is saved and told by the check; what cannot stand in the file at all comes back as `faults`, by field, and
 * nothing is saved. Refuses when somebody else saved the same part since the writer looked.
 */
export async function changeFacts(ctx: Ctx, slug: string, part: Part | 'facts', change: FactsChange) {
  const { typed, language, seenSha, move } = change
  const path = part === 'facts' ? ['facts'] : part.path
  return editFacts(ctx, slug, part === 'facts' ? part : part.name, (document): Edited<'changed-meanwhile'> => {
    if ((part === 'facts' ? shaOfNamedFacts(document) : shaOfPart(document, part)) !== seenSha) return refused('changed-meanwhile')
    const faults = part === 'facts' ? applyNamedFacts(document, typed, language) : applyPart(document, part, typed, language)
    if (Object.keys(faults).length) return done({ faults })
    if (move) moveItem(document, path, move)
    return done({ faults })
  })
}

/** Sets one value of the facts in the working copy, such as `['phase']`; `undefined` takes it away. */
export async function setFact(ctx: Ctx, slug: string, path: FactPath, value: unknown) {
  return editFacts(ctx, slug, path.join('.'), (document): Edited<never> => {
    putValue(document, path, value)
    return done({ faults: {} })
  })
}

type Edited<R extends string> = Outcome<{ faults: FormFaults }, R>

/** Changes the facts file of the working copy, which it begins where there is none; a refusal or a fault leaves it as it was. */
export async function editFacts<R extends string>(
  ctx: Ctx, slug: string, part: string, change: (document: Document, files: readonly BundleFile[]) => Edited<R>,
) {
  const opened = await openDraft(ctx, slug)
  if (!opened.ok) return opened
  const files = await ctx.db.selectFrom('content_draft').select(['path', 'raw']).where('slug', '=', slug).execute()
  const facts = openFacts(files)
  if (!facts) return refused('facts-unreadable')
  const edited = change(facts.document, files)
  if (!edited.ok || Object.keys(edited.value.faults).length) return edited
  const raw = printFacts(facts.document)
  if (raw === facts.raw) return edited
  await putFile(ctx, slug, facts.path, raw)
  await record(ctx, 'drafting.facts-changed', null, { slug, part })
  return edited
}
