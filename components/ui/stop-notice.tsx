import type { ReactNode } from 'react';
import { Notice } from './notice';

/** Why something was not done, read out when it appears; nothing while there is nothing to say. */
export function StopNotice({ title, children }: { title?: string; children: ReactNode }) {
  if (children === undefined) return null;
  return (
    <Notice tone="stop" live="alert" title={title}>
      {children}
    </Notice>
  );
}
