'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { listenToChanges } from './listen-to-changes';

/** Reads the page again soon after something at the desk changed. Several changes at once are one reading. */
const quietMs = 300;

export function LiveUpdates({ url }: { url: string }) {
  const router = useRouter();
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToChanges(url, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => router.refresh(), quietMs);
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [url, router]);
  return null;
}
