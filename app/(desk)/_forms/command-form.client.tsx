'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { type FieldFaults, fieldFaultOf, issueOf, type ShownRefusal } from '@/app/_send/refusal';
import { Notice } from '@/components/ui/notice';
import { useHydrated } from '@/components/ui/use-hydrated';
import { useCommand } from './use-command.client';

export type FormState = {
  pending: boolean;
  /** The sentence for a field's fault, to stand beside it. */
  errorOf: (field: string) => string | undefined;
};

/** The fields of a form as trimmed strings: an empty one is left out, as the schemas want it. */
export type Values = Record<string, string>;

/**
 * A form that posts JSON. What was typed stays until the command is done; a refusal stands above the buttons, and faults of fields beside their fields,
 * the first of which gets the focus.
 */
export function CommandForm({
  action,
  method,
  body,
  faults = {},
  keep = false,
  onDone,
  children,
}: {
  action: string;
  method?: 'POST' | 'PUT';
  /** The command's input from the form's values. */
  body: (values: Values) => unknown;
  /** Refusals that are about one field, with the sentence to stand beside it. */
  faults?: FieldFaults;
  /** What was typed stays after the command is done too: for a form that one comes back to. */
  keep?: boolean;
  onDone?: (answer: Record<string, unknown>) => void;
  children: (state: FormState) => ReactNode;
}) {
  const words = useTranslations('fields');
  const t = useTranslations('desk.form');
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  const { send, pending, refusal } = useCommand(action, {
    method,
    onDone: (answer) => {
      if (!keep) form.current?.reset();
      onDone?.(answer);
    },
  });

  const [named, setNamed] = useState<string[]>([]);

  useEffect(() => {
    if (refusal === undefined) return;
    setNamed(form.current === null ? [] : namesOfFaulty(form.current, refusal));
    form.current?.querySelector<HTMLElement>(firstFaulty)?.focus();
  }, [refusal]);

  const fault = fieldFaultOf(refusal, faults);

  function errorOf(field: string): string | undefined {
    if (fault?.field === field) return fault.message;
    const issue = issueOf(refusal, field);
    if (issue === undefined) return undefined;
    return words.has(issue.code) ? words(issue.code, issue.facts) : t('invalid');
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void send(body(valuesOf(new FormData(event.currentTarget))));
  }

  return (
    <form className="form" ref={form} method="post" onSubmit={submit} noValidate>
      <fieldset className="contents" disabled={!hydrated}>
        {children({ pending, errorOf })}
      </fieldset>
      {refusal !== undefined && fault === undefined && (
        <div role="alert" tabIndex={-1}>
          <Notice tone="stop" title={t('refused')}>
            {named.length === 0 ? refusal.message : t('lookAt', { count: named.length, fields: named.join(t('and')) })}
          </Notice>
        </div>
      )}
    </form>
  );
}

/** In the order of the page: a field, a choice, or what was said of the form as a whole. */
const firstFaulty = '[aria-invalid], fieldset:has(> .err) input, [role="alert"]';

/** What the fields are called that have a fault beside them; one that is not in the form goes by its name in the API. */
function namesOfFaulty(form: HTMLFormElement, { issues }: ShownRefusal): string[] {
  const places = [...form.querySelectorAll('.fld')].filter((field) => field.querySelector(':scope > .err') !== null);
  const names = places.flatMap((field) => field.querySelector(':scope > .lbl')?.firstChild?.textContent ?? []);
  return names.length === 0 ? issues.map(({ field }) => field) : names;
}

function valuesOf(data: FormData): Values {
  const filled = [...data.entries()].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [],
  );
  return Object.fromEntries(filled);
}
