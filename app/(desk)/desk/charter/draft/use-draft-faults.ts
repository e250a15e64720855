import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { issueOf } from '@/app/_send/refusal';
import { useCommand } from '../../../_forms/use-command.client';

/** Proposes, and says beside each choice what is wrong with it; the first of them gets the focus. */
export function useDraftFaults() {
  const words = useTranslations('fields');
  const t = useTranslations('desk.form');
  const form = useRef<HTMLDivElement>(null);
  const command = useCommand('/api/v1/charter/proposals', {
    onDone: () => window.location.assign('/desk/charter'),
  });
  const { refusal } = command;

  useEffect(() => {
    if (refusal !== undefined) focusFault(form.current);
  }, [refusal]);

  const errorOf = (field: string): string | undefined => {
    const issue = issueOf(refusal, field);
    if (issue === undefined) return undefined;
    return words.has(issue.code) ? words(issue.code, issue.facts) : t('invalid');
  };
  return { ...command, errorOf, form };
}

/** Whether there was one. */
export function focusFault(form: HTMLElement | null): boolean {
  const faulty = form?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset:has(> .err) input');
  faulty?.focus();
  return faulty !== null && faulty !== undefined;
}
