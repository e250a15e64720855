import type { Db } from '@/db/client';
import type { Barred } from '@/platform/ports';
import type { As } from './append-as';
import { authorise } from './authorisation';

/** A person as the author of an edit made for them here: it commits only while they may write (PROTOCOL P22). Undefined: there is no such document. */
export async function asWriter(
  db: Db,
  document: string,
  { personId, sid, at }: { personId: string; sid: string; at: Date },
): Promise<As | Barred | undefined> {
  const admitted = await authorise(db, { ticket: { personId, sid }, name: document, now: at });
  if (!admitted.ok) return admitted.refusal.code === 'no-document' ? undefined : 'right-lost';
  const { seat, access } = admitted.value;
  if (access === 'closed') return 'claim-closed';
  if (access !== 'write' || seat.party === null) return 'right-lost';
  return { personId, partyId: seat.party.id, at, seat: { membershipId: seat.membershipId, role: seat.role, sid } };
}
