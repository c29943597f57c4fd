import type { ComponentChildren } from 'preact'
import { aria, Field, FieldError, FieldGroup, type FieldWords } from './field.tsx'

/** Tokens of the HTML autofill field that we use (WCAG 1.3.5). */
export type Autocomplete =
  | 'name' | 'given-name' | 'additional-name' | 'family-name' | 'email' | 'tel' | 'street-address' | 'address-line1' | 'address-line2'
  | 'postal-code' | 'address-level2' | 'country' | 'bday' | 'one-time-code' | 'off' | 'username' | 'organization'

export interface TextFieldProps extends FieldWords {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'date' | 'datetime-local'
  autocomplete?: Autocomplete | undefined
  /** `numeric` for codes and house numbers, `decimal` for money. */
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | undefined
  /** Expected length: the box is as wide as the answer. */
  width?: 'short' | 'medium' | 'full' | 'code' | undefined
  maxlength?: number | undefined
  /** More than 1 makes a textarea. */
  rows?: number | undefined
  /** Shown before the box, for example "€". */
  prefix?: string | undefined
  spellcheck?: boolean | undefined
  autofocus?: boolean | undefined
}

/** One line or more of text. */
export function TextField(props: TextFieldProps) {
  const { name, value, type = 'text', autocomplete, inputmode, width = 'full', maxlength, rows = 1, prefix, spellcheck, autofocus } = props
  const shared = { id: name, name, autocomplete, inputmode, maxlength, spellcheck, autofocus, class: `input width-${width}`,
    ...aria(props) }
  // A name may run from right to left whatever the language of the page.
  const direction = type === 'text' && inputmode === undefined ? { dir: 'auto' as const } : {}
  // Preact types an input by its literal type; none of ours takes what differs between them.
  const control = rows > 1
    ? <textarea {...shared} {...direction} rows={rows}>{value}</textarea>
    : <input {...shared} {...direction} type={type as 'text'} value={value} />
  return <Field {...props}>{prefix ? <div class="prefixed"><span aria-hidden="true">{prefix}</span>{control}</div> : control}</Field>
}

export interface DateParts { day?: string | undefined; month?: string | undefined; year?: string | undefined }
export interface DateFieldProps extends FieldWords { value?: DateParts | undefined; birthday?: boolean | undefined }

/** A date typed as day, month and year: form fields `<name>-day`, `<name>-month`, `<name>-year`; the first control has the id `<name>`. */
export function DateField(props: DateFieldProps) {
  const { t, name, value, birthday, error } = props
  const part = (which: keyof DateParts, label: string, id: string) => (
    <div class="date-part">
      <label for={id}>{label}</label>
      <input id={id} name={`${name}-${which}`} type="text" inputmode="numeric" value={value?.[which]} maxlength={which === 'year' ? 4 : 2}
        class={`input width-${which}`} {...(birthday && { autocomplete: `bday-${which}` })} {...(error && { 'aria-invalid': 'true' })} />
    </div>
  )
  return (
    <FieldGroup {...props}>
      <div class="date-parts">
        {part('day', t('parts.day'), name)}
        {part('month', t('parts.month'), `${name}-month`)}
        {part('year', t('parts.year'), `${name}-year`)}
      </div>
    </FieldGroup>
  )
}

export interface Choice { value: string; label: ComponentChildren; hint?: string | undefined }

/** A closed list, for more than about seven choices; fewer are radios. `empty` is the first, valueless line. */
export function SelectField(props: FieldWords & { value?: string | undefined; choices: readonly { value: string; label: string }[];
  empty?: string | undefined; autocomplete?: Autocomplete | undefined }) {
  const { name, value, choices, empty, autocomplete } = props
  return (
    <Field {...props}>
      <select id={name} name={name} class="input" autocomplete={autocomplete} {...aria(props)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => <option value={choice.value} selected={choice.value === value}>{choice.label}</option>)}
      </select>
    </Field>
  )
}

/** One choice out of few, all visible. The first radio has the id `<name>`. */
export function RadioField(props: FieldWords & { value?: string | undefined; choices: readonly Choice[]; inline?: boolean | undefined }) {
  const { name, value, choices, inline } = props
  return (
    <FieldGroup {...props}>
      <div class={inline ? 'choices inline' : 'choices'}>
        {choices.map((choice, at) => {
          const id = at === 0 ? name : `${name}-${choice.value}`
          return (
            <div class="choice">
              <input type="radio" id={id} name={name} value={choice.value} checked={choice.value === value}
                {...(choice.hint && { 'aria-describedby': `${id}-about` })} />
              <label for={id}>{choice.label}{choice.hint && <span class="hint" id={`${id}-about`}>{choice.hint}</span>}</label>
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}

/** One tick. Never pre-ticked by us: pass `checked` only to give back what was sent. */
export function CheckField(props: Omit<FieldWords, 'optional' | 'why'> & { value?: string | undefined; checked?: boolean | undefined }) {
  const { t, name, label, hint, error, value = 'yes', checked } = props
  return (
    <div class={error ? 'field has-error' : 'field'}>
      {error && <FieldError t={t} name={name}>{error}</FieldError>}
      <div class="choice">
        <input type="checkbox" id={name} name={name} value={value} checked={checked} {...aria(props)} />
        <label for={name}>{label}{hint && <span class="hint" id={`${name}-hint`}>{hint}</span>}</label>
      </div>
    </div>
  )
}
