'use client';

import { useRef, useState } from 'react';
import { readRefusal, type ShownRefusal } from './refusal';

type Answer = Record<string, unknown>;

export type SendOptions = {
  method?: 'POST' | 'PUT';
  /** What is said where the answer has no sentence, and where none came. */
  unsaid?: { fault: string; noAnswer: string };
  onDone?: (answer: Answer) => void;
  onRefused?: (refusal: ShownRefusal) => void;
};

/**
 * Sends one command to the API and keeps its refusal until the next. A second press while the first is on its way sends nothing; an answer that never came is
 * said to be unknown, not failed, because the server may have done it.
 */
export function useSend(url: string, { method = 'POST', unsaid, onDone, onRefused }: SendOptions = {}) {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal>();
  const busy = useRef(false);

  /** The answer, or undefined after a refusal. */
  async function send(body: unknown): Promise<Answer | undefined> {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(true);
    setRefusal(undefined);
    try {
      const response = await fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      const answer: unknown = await response.json().catch(() => undefined);
      if (!response.ok) {
        const told = readRefusal(answer) ?? wordless('fault');
        setRefusal({ ...told, message: told.message === '' ? (unsaid?.fault ?? '') : told.message });
        onRefused?.(told);
        return undefined;
      }
      const value = typeof answer === 'object' && answer !== null ? { ...answer } : {};
      onDone?.(value);
      return value;
    } catch {
      setRefusal({ ...wordless('no-answer'), message: unsaid?.noAnswer ?? '' });
      return undefined;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }

  return { send, pending, refusal, clear: () => setRefusal(undefined) };
}

function wordless(code: string): ShownRefusal {
  return { code, message: '', facts: {}, issues: [] };
}
