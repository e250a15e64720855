import type { Member } from './actor';
import { type Permission, permissions, type Seat, seatOf } from './permissions';

/** What a live document is, as far as access goes. */
export type DocumentScope = { workspaceId: string } & (
  | { kind: 'record'; isClosed: boolean }
  | { kind: 'notes'; partyId: string }
  | { kind: 'charter'; isClosed: boolean }
);
/** `closed`: whoever would write it only reads it. A record is written again once its claim is reopened (PROTOCOL P49), a proposed draft of a charter never (P71). */
export type DocumentAccess = 'none' | 'read' | 'closed' | 'write';

/**
 * What a member may do with a live document. The document is the permission boundary: who may write one may write all of it,
 * so there is no finer grain (ARCHITECTURE.md, "Where authority lives"). A document of another workspace is not there at all (SPEC A3).
 */
export function documentAccess(member: Pick<Member, 'role' | 'party' | 'workspaceId'>, document: DocumentScope): DocumentAccess {
  if (member.workspaceId !== document.workspaceId) return 'none';
  const { read, write } = permissionsOf[document.kind];
  // Whoever has no party has no draft either: a steward, or a fault in the data.
  if (member.party === null) return 'none';
  if (document.kind === 'notes' && member.party?.id !== document.partyId) return 'none';
  const seat = seatOf(member);
  if (allows(write, seat)) return document.kind !== 'notes' && document.isClosed ? 'closed' : 'write';
  return allows(read, seat) ? 'read' : 'none';
}

/** What a kind of document asks for. */
const permissionsOf: Record<DocumentScope['kind'], { read: Permission; write: Permission }> = {
  record: { read: 'claim.read', write: 'record.edit' },
  notes: { read: 'notes.read', write: 'notes.write' },
  charter: { read: 'draft.read', write: 'charter.draft' },
};

function allows(permission: Permission, seat: Seat): boolean {
  const seats: readonly Seat[] = permissions[permission];
  return seats.includes(seat);
}
