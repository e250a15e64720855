import { processSlot } from './process-slot';

/** A browser shares one stream between its pages; this leaves room for those that cannot, and for programs. */
export const streamsPerSession = 20;

function counts(): Map<string, number> {
  const slot = processSlot<Map<string, number>>('countersign.open-streams');
  slot.current ??= new Map();
  return slot.current;
}

/**
 * Takes one of a session's streams, so that no session holds memory and timers without a bound (SPEC A9). Answers how to give it back, which may be called
 * twice, or undefined when they are all open. Other sessions do not matter: nobody can use up somebody else's.
 */
export function takeStream(sid: string): (() => void) | undefined {
  const open = counts().get(sid) ?? 0;
  if (open >= streamsPerSession) return undefined;
  counts().set(sid, open + 1);
  let given = false;
  return () => {
    if (given) return;
    given = true;
    const left = (counts().get(sid) ?? 1) - 1;
    if (left > 0) counts().set(sid, left);
    else counts().delete(sid);
  };
}
