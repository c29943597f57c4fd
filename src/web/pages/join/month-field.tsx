import { FieldGroup, type FieldWords } from '#web/parts/field.tsx'

/** A month typed as two numbers: form fields `<name>-month` and `<name>-year`; the first has the id `<name>`. */
export function MonthField(props: FieldWords & { value: { month?: string | undefined; year?: string | undefined } }) {
  const { t, name, value, error } = props
  const part = (which: 'month' | 'year', id: string) => (
    <div class="date-part">
      <label for={id}>{t(`join.details.${which}`)}</label>
      <input id={id} name={`${name}-${which}`} type="text" list={undefined} inputmode="numeric" value={value[which]}
        maxlength={which === 'year' ? 4 : 2}
        class={`input width-${which}`} {...(error && { 'aria-invalid': 'true' })} />
    </div>
  )
  return <FieldGroup {...props}><div class="date-parts">{part('month', name)}{part('year', `${name}-year`)}</div></FieldGroup>
}
