import type { ReactNode } from 'react';

/**
 * Each page draws its own document (`AccountDocument`): the language of a sign-in page is in its query, which no layout sees.
 */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return children;
}
