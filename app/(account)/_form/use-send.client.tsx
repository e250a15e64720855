'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { readRefusal, type ShownRefusal } from './refusal';

/** Sends one form to the API. A second press while the first is on its way sends nothing; a refusal stays until the next one. */
export function useSend(method: 'POST' | 'PUT', url: string) {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal>();
  const busy = useRef(false);

  /** What was answered, when it was done. */
  async function send(body: unknown): Promise<Record<string, unknown> | undefined> {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(true);
    setRefusal(undefined);
    try {
      const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const answer: unknown = await response.json().catch(() => undefined);
      if (!response.ok) setRefusal(readRefusal(answer));
      return response.ok ? { ...(typeof answer === 'object' ? answer : {}) } : undefined;
    } catch {
      setRefusal(readRefusal(undefined));
      return undefined;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }

  return { send, pending, refusal };
}

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
