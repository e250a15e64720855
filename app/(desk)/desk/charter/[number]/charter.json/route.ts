import { requirePageActor } from '@/app/_session/require-page-actor';
import { loadDesk } from '@/app/(desk)/_frame/load-desk';
import { charterBytesOfDesk } from '@/db/queries/desk/charters-of-desk';

/** The exact bytes of one version, before anything is public, so that a member can hash what they are asked to ratify. */
export async function GET(_request: Request, { params }: { params: Promise<{ number: string }> }): Promise<Response> {
  const member = await requirePageActor();
  const { db, abilities } = await loadDesk();
  const { number } = await params;
  const isAsked = abilities['charter.read'] && /^[1-9]\d{0,5}$/.test(number);
  const bytes = isAsked ? await charterBytesOfDesk({ workspaceId: member.workspaceId, number: Number(number) }, db) : undefined;
  if (bytes === undefined) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  });
}
