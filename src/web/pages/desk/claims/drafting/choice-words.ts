import type { BundleFile } from '#claims/read-bundle.ts'
import type { Field } from '#drafting/parts.ts'
import { titleOf } from '#drafting/texts.ts'
import type { Ground } from '#web/page.ts'
import { isWordKey } from '#words/words.ts'

/** A choice in words: the title of what it points to, or what the word means. */
export function choiceWords(
  { t, language }: Ground,
  files: readonly BundleFile[],
  { choices }: Pick<Field, 'choices'>,
  value: string,
): string {
  if (choices && 'of' in choices) return titleOf(files, `${choices.of}/${value}`, language) ?? value
  for (const key of [`desk.facts.choice.${value}`, `phase.${value}`, `scope.${value}`]) if (isWordKey(key)) return t(key as 'phase.open')
  return value
}
