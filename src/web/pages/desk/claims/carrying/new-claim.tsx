import * as z from 'zod'
import { beginClaim } from '#carrying/new-claim.ts'
import { listClaims } from '#claims/queries.ts'
import { again, goTo } from '#web/answer.ts'
import { because } from '#web/because.ts'
import { page } from '#web/page.ts'
import { RadioField, SelectField, TextField, type TextFieldProps } from '#web/parts/fields.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import { deskPageOf, type Desk } from '#web/pages/desk/desk-layout.tsx'
import { countryChoices } from '#web/pages/join/countries.ts'
import { filled } from '#web/parts/field-schemas.ts'
import { errorAt, typedAt } from '#web/parts/typed.ts'

const nothing = 'nothing'

/** Begin a claim, from a published one as an example or from nothing; it is a draft that nobody outside the desk sees. */
export const deskNewClaimPage = page('/:lang{en|nl}/desk/claims/new', {
  who: 'organiser',
  act: 'claims.edit',
  form: z.object({
    from: z.string({ error: () => because('example-missing') }).min(1, because('example-missing')).max(60),
    slug: filled(because('slug-not-free'), because('slug-not-free'), 40),
    'name-en': filled(because('claim-name-missing')), 'name-nl': filled(because('claim-name-missing')),
    company: filled(because('company-missing')), respondent: filled(because('company-missing')),
    country: z.string().regex(/^[A-Z]{2}$/, because('respondent-country-missing')),
  }),
  async show(visit) {
    const { t, language } = visit
    const examples = await listClaims(visit.ctx.db)
    return deskPageOf(visit, { title: t('desk.newClaim.title'), children: (
      <form method="post" action={visit.homeLink('/desk/claims/new')} novalidate>
        <p class="lead">{t('desk.newClaim.lead')}</p>
        <RadioField t={t} name="from" label={t('desk.newClaim.from')} error={errorAt(visit, 'from')}
          value={typedAt(visit, 'from')} choices={[
          ...examples.map(({ slug, facts }) => ({ value: slug, label: t('desk.newClaim.example', { name: facts.name[language] }) })),
          { value: nothing, label: t('desk.newClaim.nothing'), hint: t('desk.newClaim.nothingHint') },
        ]} />
        <Line visit={visit} name="slug" label={t('desk.newClaim.slug')} hint={t('desk.newClaim.slugHint')}
          width="medium" maxlength={40} spellcheck={false} />
        <Line visit={visit} name="name-en" label={t('desk.newClaim.nameEn')} />
        <Line visit={visit} name="name-nl" label={t('desk.newClaim.nameNl')} />
        <Line visit={visit} name="company" label={t('desk.newClaim.company')} hint={t('desk.newClaim.companyHint')} />
        <Line visit={visit} name="respondent" label={t('desk.newClaim.respondent')} hint={t('desk.newClaim.respondentHint')} />
        <SelectField t={t} name="country" label={t('desk.newClaim.country')} empty="" error={errorAt(visit, 'country')}
          value={typedAt(visit, 'country')} choices={countryChoices(language)} />
        <Actions><Button>{t('desk.newClaim.begin')}</Button></Actions>
      </form>
    ) })
  },
  async send(visit) {
    const { from, slug, company, respondent, country, 'name-en': en, 'name-nl': nl } = visit.sent
    const begun = await beginClaim(visit.ctx, {
      slug, company, name: { en, nl }, respondent: { name: respondent, country },
      from: from === nothing ? undefined : from,
    })
    if (begun.ok) return goTo(claimDesk(visit, slug))
    return again({ [begun.because === 'no-such-example' ? 'from' : 'slug']: begun.because })
  },
})

const Line = ({ visit, ...field }: { visit: Desk } & Omit<TextFieldProps, 't' | 'error' | 'value'>) => (
  <TextField t={visit.t} {...field} error={errorAt(visit, field.name)} value={typedAt(visit, field.name)} />
)
