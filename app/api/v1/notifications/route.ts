import { route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { deskWorkspace } from '@/db/queries/desk/desk-workspace';
import { listReader } from '@/db/queries/desk/list-reader';
import { toldNotifications } from '@/db/queries/desk/told-notifications';
import { unreadNotifications } from '@/db/queries/desk/unread-notifications';
import { waitingNotifications } from '@/db/queries/desk/waiting-notifications';
import { ok, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

/** What the person who asks is told: what waits for them now, and a page of what others did, newest first. */
export const GET = route(async ({ request, context }) => {
  const authorized = authorize(context.actor, 'notification.read');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const before = new URL(request.url).searchParams.get('cursor') ?? undefined;
  if (before !== undefined && !id.safeParse(before).success)
    return refuse({ code: 'invalid-input', issues: [{ field: 'cursor', code: 'invalid' }] });
  const { db, now } = context;
  const workspace = await deskWorkspace({ workspaceId: member.workspaceId }, db);
  const reader = await listReader({ member, workspace, now }, db);
  const { items, nextCursor } = await toldNotifications({ member, before }, db);
  return ok({
    unread: await unreadNotifications({ reader }, db),
    waiting: await waitingNotifications({ reader }, db),
    items,
    nextCursor: nextCursor ?? null,
  });
});
