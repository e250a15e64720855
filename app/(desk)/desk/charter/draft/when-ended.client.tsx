'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** What became of a draft, at the top. Whoever had it open when it ended is brought here: the fields that they were in are gone. */
export function WhenEnded({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) place.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <div ref={place} className="became" tabIndex={-1}>
      {children}
    </div>
  );
}
