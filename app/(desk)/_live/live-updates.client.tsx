'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isServerReady } from './is-server-ready';
import { listenToChanges } from './listen-to-changes';

/** Several changes at once are one reading. */
const quietMs = 300;

/**
 * Reads the page again soon after something at the desk changed. Not while the server cannot answer: to a gateway's error page Next would navigate, and the
 * editors with all that is typed would go. What changed meanwhile is told when the stream of changes is open again.
 */

export function LiveUpdates({ url }: { url: string }) {
  const router = useRouter();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToChanges(url, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void isServerReady().then((ready) => ready && router.refresh()), quietMs);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [url, router]);
  return null;
}
