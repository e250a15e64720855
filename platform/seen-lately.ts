import { processSlot } from './process-slot';

/** More sessions than one process serves in a quarter of an hour; when there are more, some are looked up once more. */
const most = 10_000;

/** Whether a session was noted by this process within so many milliseconds; if not, it is now. It spares the database a question at every request. */
export function seenLately(sid: string, now: Date, withinMs: number): boolean {
  const slot = processSlot<Map<string, number>>('countersign.seen-lately');
  slot.current ??= new Map();
  const at = now.getTime();
  if (at - (slot.current.get(sid) ?? 0) < withinMs) return true;
  if (slot.current.size >= most) slot.current.clear();
  slot.current.set(sid, at);
  return false;
}
