import { changeStream } from '@/app/_adapters/change-stream';
import { route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { refuse } from '@/domain/result';

/** Server-sent events: a number at each change of the workspace. It says that something changed, and nothing of what. */
export const GET = route(async ({ request, params, context }) => {
  const authorized = authorize(context.actor, 'events.read');
  if (!authorized.ok) return authorized;
  if (params.workspaceId !== authorized.value.workspaceId) return refuse({ code: 'not-found' });
  const headers = {
    'content-type': 'text/event-stream',
    'cache-control': 'private, no-store, no-transform',
    'x-accel-buffering': 'no',
  };
  return new Response(changeStream({ member: authorized.value, db: context.db, signal: request.signal }), { headers });
});
