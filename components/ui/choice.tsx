import type { ComponentProps, ReactNode } from 'react';
import { describedBy, FieldError } from './field';

/** Several controls under one question: radio buttons, checkboxes, or the parts of a date. */
export function Fieldset({
  id,
  legend,
  hint,
  error,
  boxed = false,
  children,
}: {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  boxed?: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset className="fld" aria-describedby={describedBy(id, { hint, error })}>
      <legend className="lbl">{legend}</legend>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className={boxed ? 'opt' : 'choices'}>{children}</div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

/** One radio button or checkbox. In a boxed fieldset the hint appears when the choice is made. */
export function Choice({
  type = 'radio',
  label,
  hint,
  ...input
}: { type?: 'radio' | 'checkbox'; label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <label className="choice">
      <input type={type} {...input} />
      <b>{label}</b>
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}
