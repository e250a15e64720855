import { requirePageActor } from '@/app/_session/require-page-actor';
import { statementOfDesk } from '@/db/queries/desk/revision-of-desk';
import { memberBytes } from '../../_signing/member-bytes';

type Params = Promise<{ claimId: string; number: string; position: string }>;

/** The bytes of one sign-off. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  return memberBytes(await requirePageActor(), params, statementOfDesk);
}
