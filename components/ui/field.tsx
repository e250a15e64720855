import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** What a control must spread so that its label, hint and error belong to it. */
export type ControlProps = { id: string; required: boolean; 'aria-describedby'?: string; 'aria-invalid'?: true };

export type FieldProps = { id: string; label: string; hint?: ReactNode; error?: string; optional?: boolean };

/** The ids of what describes a control, the error first because it is what one must hear. */
export function describedBy(id: string, parts: { hint?: unknown; error?: unknown }): string | undefined {
  const ids = [parts.error === undefined ? [] : [`${id}-error`], parts.hint === undefined ? [] : [`${id}-hint`]].flat();
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Label, hint and error around any control; the control is drawn by `children` with the props it is given. */
export function Field({
  id,
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const t = useTranslations('common');
  return (
    <div className="fld">
      <label className="lbl" htmlFor={id}>
        {label}
        {optional && <span className="opt-mark">{t('optional')}</span>}
      </label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({
        id,
        required: !optional,
        'aria-describedby': describedBy(id, { hint, error }),
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  if (error === undefined) return null;
  return (
    <p className="err" id={`${id}-error`}>
      <Icon as={CircleAlert} />
      {error}
    </p>
  );
}
