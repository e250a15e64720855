import { contextFor } from '@/app/_session/context';
import { requirePageActor } from '@/app/_session/require-page-actor';
import { attestationBytesOfDesk } from '@/db/queries/attestations-of-revision';
import { may } from '@/domain/policies/permissions';
import { id } from '@/domain/text-input';
import { readRevisionNumber } from '../../_signing/read-address';

/** The exact bytes of one attestation, before anything is public, so that a member can hash them. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ claimId: string; number: string; position: string }> },
): Promise<Response> {
  const member = await requirePageActor();
  const { db } = await contextFor(member);
  const address = await params;
  const claimId = id.safeParse(address.claimId);
  const number = readRevisionNumber(address.number);
  const position = readRevisionNumber(address.position);
  const isAsked = may(member, 'revision.read') && claimId.success && number !== undefined && position !== undefined;
  const bytes = isAsked
    ? await attestationBytesOfDesk({ claimId: claimId.data, number, position, workspaceId: member.workspaceId }, db)
    : undefined;
  if (bytes === undefined) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-store' },
  });
}
