import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * Whether the page answers to clicks yet. What the server drew looks ready before it is: a control that only a script serves stays disabled until then,
 * so that no click is lost and no form is sent the browser's own way.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
