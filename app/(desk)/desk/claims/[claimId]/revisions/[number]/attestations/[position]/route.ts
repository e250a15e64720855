import { attestationBytesOfDesk } from '@/db/queries/attestations-of-revision';
import { memberBytes } from '../../_signing/member-bytes';

type Params = Promise<{ claimId: string; number: string; position: string }>;

/** The bytes of one attestation. */
export function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  return memberBytes(params, attestationBytesOfDesk);
}
