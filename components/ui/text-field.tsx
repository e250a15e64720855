import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field';

type Own<Tag extends 'input' | 'textarea' | 'select'> = FieldProps & { name: string } & Omit<
    ComponentProps<Tag>,
    keyof FieldProps | 'name'
  >;

export function TextField({ id, label, hint, error, optional, ...input }: Own<'input'>) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input className="inp" type="text" {...input} {...control} />}
    </Field>
  );
}

/** `reading` sets what is typed in the serif of the record: use it for text that will be published. */
export function TextAreaField({
  id,
  label,
  hint,
  error,
  optional,
  reading = false,
  ...textarea
}: Own<'textarea'> & { reading?: boolean }) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <textarea className={reading ? 'inp area read' : 'inp area'} rows={4} {...textarea} {...control} />}
    </Field>
  );
}

export function SelectField({
  id,
  label,
  hint,
  error,
  optional,
  options,
  ...select
}: Own<'select'> & { options: { value: string; label: string }[] }) {
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <select className="inp" {...select} {...control}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
