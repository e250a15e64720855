import { changeStream } from '@/app/_adapters/change-stream';
import { route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { refuse } from '@/domain/result';
import { streamsPerSession, takeStream } from '@/platform/open-streams';

/** Server-sent events: one at each change of the workspace that the member may know of. It says that something changed, and nothing of what. */
export const GET = route(async ({ request, params, context }) => {
  const authorized = authorize(context.actor, 'events.read');
  if (!authorized.ok) return authorized;
  if (params.workspaceId !== authorized.value.workspaceId) return refuse({ code: 'not-found' });
  const release = takeStream(authorized.value.sid);
  if (release === undefined) return refuse({ code: 'too-many-streams', limit: streamsPerSession });
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'private, no-store, no-transform',
    'x-accel-buffering': 'no',
  };
  const { value: member } = authorized;
  return new Response(changeStream({ member, db: context.db, signal: request.signal, onEnd: release }), { headers });
});
