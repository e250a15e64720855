import type { ReactNode } from 'react';

/** A name in a sentence that may run the other way: it keeps its own direction, and breaks only where it is longer than the line. */
export function Name({ children }: { children: ReactNode }) {
  return <bdi className="name">{children}</bdi>;
}
