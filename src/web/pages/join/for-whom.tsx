import { forChildren, forSelf } from '#joining/steps.ts'
import type { Visit } from '#web/page.ts'
import { Notice } from '#web/parts/blocks.tsx'

/** Who signs for a child reads beside the texts for whom they count, and that the fee is paid once (clauses 1.2 and 4.4). */
export function ForWhom({ visit: { t, draft: { answers } } }: { visit: Visit<'joiner'> }) {
  if (!forChildren(answers)) return null
  return (
    <Notice t={t} title={t('join.for.title')}>
      <p>{t('join.for.each')}</p>
      <ul>
        {forSelf(answers) && <li>{t('join.for.self', { name: answers.details!.legalName })}</li>}
        {answers.children!.map(({ legalName, relation }) => <li>{t(`join.for.${relation}`, { name: legalName })}</li>)}
      </ul>
      <p>{t('join.for.notes')}</p>
      <p>{t('join.for.feeOnce')}</p>
    </Notice>
  )
}
