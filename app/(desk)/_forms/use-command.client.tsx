'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { readRefusal, type ShownRefusal } from './refusal';

type Options = {
  method?: 'POST' | 'PUT';
  onDone?: (answer: Record<string, unknown>) => void;
  onRefused?: (refusal: ShownRefusal) => void;
};

/**
 * Sends one command to the API and keeps its refusal. A second click while the first is on its way sends nothing; an answer that never came is
 * said to be unknown, not failed, because the server may have done it.
 */
export function useCommand(url: string, { method = 'POST', onDone, onRefused }: Options = {}) {
  const t = useTranslations('desk.form');
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal>();
  const busy = useRef(false);

  /** The answer, or undefined after a refusal. */
  async function send(body: unknown): Promise<Record<string, unknown> | undefined> {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(true);
    setRefusal(undefined);
    try {
      const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const answer: unknown = await response.json().catch(() => undefined);
      if (!response.ok) {
        const told = readRefusal(answer) ?? { code: 'fault', message: '', issues: [] };
        setRefusal({ ...told, message: told.message === '' ? t('fault') : told.message });
        onRefused?.(told);
        return undefined;
      }
      const value = typeof answer === 'object' && answer !== null ? { ...answer } : {};
      onDone?.(value);
      router.refresh();
      return value;
    } catch {
      setRefusal({ code: 'no-answer', message: t('noAnswer'), issues: [] });
      return undefined;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }

  return { send, pending, refusal, clear: () => setRefusal(undefined) };
}
