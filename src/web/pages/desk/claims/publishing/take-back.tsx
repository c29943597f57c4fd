import * as z from 'zod'
import { compareFiles } from '#publishing/compare.ts'
import { draftFormer, findFormer, takeBack } from '#publishing/take-back.ts'
import { again, goTo, missing } from '#web/answer.ts'
import { page } from '#web/page.ts'
import { CheckField } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { claimDesk, copyOf, nameOf } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, may } from '#web/pages/desk/desk-layout.tsx'
import { errorAt } from '#web/parts/typed.ts'
import { tick } from '#web/parts/field-schemas.ts'
import { Difference } from './difference.tsx'

const numberOf = (text: string | undefined): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0)

/** Publish a former version anew, as the next one, or put it into the working copy; the difference to today first. */
export const deskTakeBackPage = page('/:lang{en|nl}/desk/claims/:slug/take-back/:version', {
  who: 'organiser',
  act: 'claims.see',
  sendAct: 'claims.publish',
  form: z.object({ do: z.enum(['publish', 'draft']), seen: z.coerce.number().int().min(1).max(1_000_000), replace: tick }),
  async show(visit) {
    const { t, language, params, ctx } = visit
    const copy = await copyOf(visit)
    const former = copy && await findFormer(ctx.db, copy.slug, numberOf(params['version']))
    if (!former) return missing
    const version = String(former.version)
    return deskPageOf(visit, { title: t('desk.takeBack.title', { version, name: nameOf(copy, language) }), children: (
      <>
        <p><a href={claimDesk(visit, copy.slug, '/versions')}>{t('desk.version.back')}</a></p>
        <p class="lead">{t('desk.takeBack.lead', { version, next: String(former.newest + 1) })}</p>
        {may(visit, 'claims.publish') && (
          <form method="post" action={claimDesk(visit, copy.slug, `/take-back/${version}`)} novalidate>
            <input type="hidden" name="seen" value={former.newest} />
            {copy.drafted && <CheckField t={t} name="replace" label={t('desk.takeBack.replace')} error={errorAt(visit, 'replace')} />}
            <Actions>
              <Button name="do" value="publish">{t('desk.takeBack.now', { version })}</Button>
              <Button name="do" value="draft" kind="secondary">{t('desk.takeBack.draft')}</Button>
            </Actions>
          </form>
        )}
        <h2>{t('desk.takeBack.difference', { version, newest: String(former.newest) })}</h2>
        <Difference visit={visit} slug={copy.slug} files={[...former.bundle.files, ...former.published]}
          comparison={compareFiles(former.published, former.bundle.files)} />
      </>
    ) })
  },
  async send(visit) {
    const copy = await copyOf(visit)
    if (!copy) return missing
    const { ctx, sent, params } = visit
    const version = numberOf(params['version'])
    if (sent.do === 'draft') {
      const drafted = await draftFormer(ctx, copy.slug, { version, replace: sent.replace })
      if (drafted.ok) return goTo(claimDesk(visit, copy.slug))
      return again({ [drafted.because === 'draft-exists' ? 'replace' : '']: drafted.because })
    }
    const back = await takeBack(ctx, copy.slug, { version, seen: sent.seen })
    return back.ok ? goTo(`${claimDesk(visit, copy.slug, '/versions')}?published=${back.value.version}`) : again({ '': back.because })
  },
})
