import { describe, expect, test } from 'vitest'
import { capacityScopes } from '#claims/bundle.ts'
import { sayingCodes } from '#claims/sayings.ts'
import { formFields } from '#drafting/facts-form.ts'
import { parts } from '#drafting/parts.ts'
import { isWordKey } from '#words/words.ts'

describe('the desk has words', () => {
  test.each(sayingCodes)('for what the check says: %s', (code) => expect(isWordKey(`desk.finding.${code}`)).toBe(true))

  test.each(capacityScopes)('for what a capacity covers: %s', (scope) => expect(isWordKey(`scope.${scope}`)).toBe(true))

  test.each(parts.map((part) => [part.of, part.name, part] as const))('for every field and choice of %s: %s', (_of, name, part) => {
    const keys = [
      `desk.facts.part.${name}`, `desk.facts.about.${name}`,
      ...formFields(part).map(({ field }) => `desk.facts.field.${name}.${field.name.replaceAll('.', '-')}`),
    ]
    const choices = part.fields.flatMap(({ kind, choices: given }) => (kind === 'choice' && given && !('of' in given) ? given : []))
    expect(keys.filter((key) => !isWordKey(key))).toEqual([])
    expect(choices.filter((choice) => !isWordKey(`desk.facts.choice.${choice}`) && !isWordKey(`phase.${choice}`))).toEqual([])
  })
})
