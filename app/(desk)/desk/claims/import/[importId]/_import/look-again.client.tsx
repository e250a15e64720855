'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Rows that are refused change nothing that the desk is told of, so a page that shows progress looks by itself. */
const everyMs = 2000;

export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
