'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

/** Rows that are refused change nothing that the desk is told of, so a page that shows progress looks by itself. */
const everyMs = 2000;

export function LookAgain() {
  const router = useRouter();
  const [isLooking, look] = useTransition();
  useEffect(() => {
    // One look at a time: on a busy machine a second would throw away the first, and so on without an end.
    if (isLooking) return;
    const timer = setTimeout(() => look(() => router.refresh()), everyMs);
    return () => clearTimeout(timer);
  }, [router, isLooking]);
  return null;
}
