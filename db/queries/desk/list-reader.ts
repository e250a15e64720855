import type { Db } from '@/db/handle';
import { dayIn } from '@/domain/claim/due';
import { kindsFor } from '@/domain/claim/waits';
import type { Member } from '@/domain/policies/actor';
import type { ListReader } from './claim-list';
import { revisionsThatWait } from './claim-waits';
import type { DeskWorkspace } from './desk-workspace';

/** What every question about waiting claims needs to know of the reader and the desk, read once for a page. */
export async function listReader(
  { member, workspace, now }: { member: Member; workspace: Pick<DeskWorkspace, 'parties' | 'timeZone'>; now: Date },
  conn: Db,
): Promise<ListReader> {
  return {
    member,
    signingParties: workspace.parties.filter(({ standing }) => standing === 'signing').map(({ id }) => id),
    inSigning: await revisionsThatWait(member, conn),
    kinds: kindsFor(member),
    now,
    today: dayIn(now, workspace.timeZone),
  };
}
