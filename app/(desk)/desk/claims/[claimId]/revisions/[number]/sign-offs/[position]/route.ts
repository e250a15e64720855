import { statementOfDesk } from '@/db/queries/desk/revision-of-desk';
import { memberBytes } from '../../_signing/member-bytes';

type Params = Promise<{ claimId: string; number: string; position: string }>;

/** The bytes of one sign-off. */
export function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  return memberBytes(params, statementOfDesk);
}
