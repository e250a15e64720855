import { requirePageActor } from '@/app/_session/require-page-actor';
import { attestationBytesOfDesk } from '@/db/queries/attestations-of-revision';
import { memberBytes } from '../../_signing/member-bytes';

type Params = Promise<{ claimId: string; number: string; position: string }>;

/** The bytes of one attestation. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  return memberBytes(await requirePageActor(), params, attestationBytesOfDesk);
}
