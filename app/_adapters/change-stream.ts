import type { Db } from '@/db/client';
import { lastEvent } from '@/db/queries/last-event';
import { memberOfSession } from '@/db/queries/member-of-session';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import { onChange } from '@/platform/bus';
import { log } from '@/platform/log';

/** Below the minute after which proxies give up on a silent connection. */
const heartbeatMs = 20_000;

/**
 * A word now and after each change that the reader may know of, until the reader goes or may no longer read. It is numbered by what this stream has sent, since
 * the numbers of events would tell by their gaps what another party did (THREAT_MODEL T31). A hint of the bus only says "look": the database is asked, one
 * question at a time, so a burst of changes costs one or two. The heartbeat looks too, since a hint may be lost, and asks whether the session still counts.
 */
export function changeStream({
  member,
  db,
  signal,
  onEnd,
}: {
  member: Member;
  db: Db;
  signal: AbortSignal;
  /** Called when it is over, whoever ended it. */
  onEnd: () => void;
}): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream({
    start(controller) {
      let seen: number | undefined;
      let sent = 0;
      let asking = false;
      let again = false;
      let over = false;
      const look = async () => {
        again = asking;
        if (asking || over) return;
        asking = true;
        const newest = await lastEvent({ workspaceId: member.workspaceId, partyId: member.party?.id ?? null }, db);
        asking = false;
        if (over) return;
        if (newest !== seen) {
          sent += 1;
          controller.enqueue(encoder.encode(`event: change\ndata: ${sent}\n\n`));
        }
        seen = newest;
        if (again) await look();
      };
      const beat = async () => {
        const still = await memberOfSession({ sid: member.sid, personId: member.personId, now: new Date() }, db);
        if (still === undefined || still.workspaceId !== member.workspaceId || !may(still, 'events.read')) return end();
        if (!over) controller.enqueue(encoder.encode(': still here\n\n'));
        await look();
      };
      const end = () => {
        if (over) return;
        stop();
        controller.close();
      };
      const fail = (fault: unknown) => {
        log().error({ error: fault }, 'A stream of changes ended.');
        if (over) return;
        stop();
        controller.error(fault);
      };
      const off = onChange(member.workspaceId, () => void look().catch(fail));
      const timer = setInterval(() => void beat().catch(fail), heartbeatMs);
      stop = () => {
        over = true;
        onEnd();
        off();
        clearInterval(timer);
        signal.removeEventListener('abort', end);
      };
      signal.addEventListener('abort', end);
      if (signal.aborted) return end();
      void look().catch(fail);
    },
    cancel: () => stop(),
  });
}
