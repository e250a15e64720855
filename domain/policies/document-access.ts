import type { Member } from './actor';
import { type Permission, permissions, type Seat, seatOf } from './permissions';

/** What a live document is, as far as access goes. */
export type DocumentScope = { workspaceId: string } & (
  | { kind: 'record'; isClosed: boolean }
  | { kind: 'notes'; partyId: string }
);
/** `closed`: whoever would write the record only reads it, until its claim is reopened (PROTOCOL P49). */
export type DocumentAccess = 'none' | 'read' | 'closed' | 'write';

/**
 * What a member may do with a live document. The document is the permission boundary: who may write one may write all of it,
 * so there is no finer grain (ARCHITECTURE.md, "Where authority lives"). A document of another workspace is not there at all (SPEC A3).
 */
export function documentAccess(member: Pick<Member, 'role' | 'party' | 'workspaceId'>, document: DocumentScope): DocumentAccess {
  if (member.workspaceId !== document.workspaceId) return 'none';
  // Whoever has no party has no draft either: a steward, or a fault in the data.
  if (member.party === null) return 'none';
  if (document.kind === 'notes' && member.party.id !== document.partyId) return 'none';
  const needed = permissionsOf[document.kind];
  const seat = seatOf(member);
  if (allows(needed.write, seat)) return document.kind === 'record' && document.isClosed ? 'closed' : 'write';
  return allows(needed.read, seat) ? 'read' : 'none';
}

const permissionsOf: Record<DocumentScope['kind'], { read: Permission; write: Permission }> = {
  record: { read: 'claim.read', write: 'record.edit' },
  notes: { read: 'notes.read', write: 'notes.write' },
};

function allows(permission: Permission, seat: Seat): boolean {
  const seats: readonly Seat[] = permissions[permission];
  return seats.includes(seat);
}
