'use client';

import { useTranslations } from 'next-intl';
import type { ShownRefusal } from '@/app/_send/refusal';

/** A refusal in the language of the page; the API speaks the session's, which before a sign-in is the deployment's. */
export function useRefusalWords(refusal: ShownRefusal | undefined) {
  const errors = useTranslations('errors');
  const fields = useTranslations('fields');
  const t = useTranslations('account');

  function fieldError(name: string): string | undefined {
    const issue = refusal?.issues.find(({ field }) => field === name);
    if (issue === undefined) return undefined;
    return fields.has(issue.code) ? fields(issue.code, issue.facts) : fields('invalid');
  }

  if (refusal === undefined) return { sentence: undefined, fieldError };
  if (refusal.code === 'no-answer' || refusal.code === 'fault') return { sentence: t('noAnswer'), fieldError };
  return { sentence: errors.has(refusal.code) ? errors(refusal.code, refusal.facts) : refusal.message, fieldError };
}
