'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { readRefusal } from '@/app/_send/refusal';
import { useByteSize } from '@/components/ui/use-byte-size';

export type UploadState =
  | { step: 'none' }
  | { step: 'sending'; file: File; sent: number }
  | { step: 'failed'; file: File; message: string }
  | { step: 'stored'; file: File; sha256: string };

/**
 * Sends one file at a time and says how far it is. An XMLHttpRequest, because fetch does not tell how much of a body has gone. Another file, a cancel and the
 * end of the form each stop what is on its way, and the server then keeps nothing of it.
 */
export function useUpload(limitBytes: number) {
  const t = useTranslations('file');
  const sizeOf = useByteSize();
  const [state, setState] = useState<UploadState>({ step: 'none' });
  const running = useRef<XMLHttpRequest>(undefined);

  useEffect(() => () => stop(running), []);

  function send(file: File): void {
    stop(running);
    const fail = (message: string) => setState({ step: 'failed', file, message });
    if (file.size === 0) {
      fail(t('empty'));
      return;
    }
    if (file.size > limitBytes) {
      fail(t('tooLarge', { size: sizeOf(file.size), limit: sizeOf(limitBytes) }));
      return;
    }
    const request = new XMLHttpRequest();
    running.current = request;
    request.upload.onprogress = ({ loaded }) => setState({ step: 'sending', file, sent: loaded });
    request.onerror = () => fail(t('noAnswer'));
    request.onload = () => {
      const answer = parsed(request.responseText);
      const sha256 = request.status < 300 ? digestIn(answer) : undefined;
      if (sha256 === undefined) fail(readRefusal(answer)?.message || t('noAnswer'));
      else setState({ step: 'stored', file, sha256 });
    };
    request.open('PUT', '/api/v1/uploads');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
    setState({ step: 'sending', file, sent: 0 });
  }

  function clear(): void {
    stop(running);
    setState({ step: 'none' });
  }

  return { state, send, clear };
}

/** What is stopped tells nothing any more. */
function stop(running: { current: XMLHttpRequest | undefined }): void {
  const request = running.current;
  running.current = undefined;
  if (request === undefined) return;
  request.upload.onprogress = null;
  request.onload = null;
  request.onerror = null;
  request.abort();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function digestIn(answer: unknown): string | undefined {
  return typeof answer === 'object' && answer !== null && 'sha256' in answer && typeof answer.sha256 === 'string'
    ? answer.sha256
    : undefined;
}
