import { contextFor } from '@/app/_session/context';
import type { Context } from '@/commands/command';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import { id } from '@/domain/text-input';
import { readRevisionNumber } from './read-address';

type Params = Promise<{ claimId: string; number: string; position: string }>;
type Asked = { claimId: string; number: number; position: number; workspaceId: string };

/** The exact bytes of one statement on a revision, before anything is public, so that a member can hash them. A wrong address and a missing right get the same answer. */
export async function memberBytes(
  member: Member,
  params: Params,
  bytesOf: (asked: Asked, db: Context['db']) => Promise<Uint8Array | undefined>,
): Promise<Response> {
  const { db } = await contextFor(member);
  const address = await params;
  const claimId = id.safeParse(address.claimId);
  const number = readRevisionNumber(address.number);
  const position = readRevisionNumber(address.position);
  const isAsked = may(member, 'revision.read') && claimId.success && number !== undefined && position !== undefined;
  const { workspaceId } = member;
  const bytes = isAsked ? await bytesOf({ claimId: claimId.data, number, position, workspaceId }, db) : undefined;
  if (bytes === undefined) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  });
}
