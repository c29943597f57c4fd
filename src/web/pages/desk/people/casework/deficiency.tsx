import * as z from 'zod'
import { listContents } from '#claims/queries.ts'
import { defectCodes } from '#deficiencies/defects.ts'
import { sendNotice } from '#deficiencies/send-notice.ts'
import { findNewest } from '#participants/queries.ts'
import { again, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { FieldGroup } from '#web/parts/field.tsx'
import { TextField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'
import type { Desk } from '#web/pages/desk/people/person/case-file.ts'
import { personLink } from '#web/pages/desk/people/person/who.ts'
import { digits } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'
import { lines } from './form-parts.tsx'
import { changedAt, subjectOf } from './subject.ts'

const mostDays = 365
const boxes = z.object(Object.fromEntries(defectCodes.map((code) => [`defect-${code}`, z.string().optional()])))

async function livingIn(visit: Desk) {
  const { ctx, language, params: { slug = '' } } = visit
  const person = await subjectOf(visit)
  const newest = person && (await findNewest(ctx, person.personId, slug))
  const [claim] = newest && !newest.end ? await listContents(ctx.db, [slug], language) : []
  return person && claim && { person, claim }
}

/** A deficiency notice: everything that is wrong, ticked in one list, with what is added in own words (AD-04). */
export const deficiencyPage = page('/:lang{en|nl}/desk/people/:person/deficiency/:slug', {
  who: 'organiser', act: 'deficiencies.send',
  form: boxes.extend({ addition: lines, days: z.string().default('') }),
  async show(visit) {
    const found = await livingIn(visit)
    if (!found) return missing
    const { person, claim } = found
    const { t, language, site: { cureDays } } = visit
    return deskPageOf(visit, { title: t('desk.deficiency.title', { claim: claim.facts.name[language] }), children: (
      <>
        <p><a href={personLink(visit, person.personId)}>{person.legalName}</a></p>
        <p>{t('desk.deficiency.about', { days: cureDays })}</p>
        <form method="post" action={visit.path} novalidate>
          <FieldGroup t={t} name="defects" label={t('desk.deficiency.defects')} error={errorAt(visit, 'defects')} target>
            <div class="choices">{defectCodes.map((code) => (
              <div class="choice">
                <input type="checkbox" id={`defect-${code}`} name={`defect-${code}`} value="yes" checked={typedAt(visit,
                  `defect-${code}`) === 'yes'} />
                <label for={`defect-${code}`}>{t(`desk.defect.${code}`)}</label>
              </div>
            ))}</div>
          </FieldGroup>
          <TextField t={t} name="addition" rows={4} label={t('desk.deficiency.addition')} optional
            hint={t('desk.deficiency.additionHint', { language: t(`desk.person.language.${person.language}`) })}
            error={errorAt(visit, 'addition')} value={typedAt(visit, 'addition')} maxlength={4000} />
          <TextField t={t} name="days" inputmode="numeric" width="short" label={t('desk.deficiency.days')}
            hint={t('desk.deficiency.daysHint', { days: cureDays })} error={errorAt(visit, 'days')} value={typedAt(visit,
              'days') ?? String(cureDays)} />
          <Actions><Button busy={t('join.busy')}>{t('desk.deficiency.send')}</Button>
            <a href={personLink(visit, person.personId)}>{t('desk.person.back')}</a></Actions>
        </form>
      </>
    ) })
  },
  async send(visit) {
    const found = await livingIn(visit)
    if (!found) return missing
    const { person: { personId }, claim } = found
    const { addition, days } = visit.sent
    const cureDays = digits(days, mostDays)
    if (cureDays === undefined || cureDays < visit.site.cureDays) return again({ days: 'cure-days-wrong' })
    const defects = defectCodes.filter((code) => (visit.sent as Record<string, unknown>)[`defect-${code}`] === 'yes')
    const sent = await sendNotice(visit.ctx, personId, { claim: claim.slug, defects, addition, cureDays, origin: visit.site.origin })
    if (sent.ok) return changedAt(visit, personId, 'notice')
    return again(sent.because === 'defects-missing' ? { defects: sent.because } : { '': sent.because })
  },
})
