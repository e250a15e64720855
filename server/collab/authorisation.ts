import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { claims, documents, parties } from '@/db/schema';
import { type DocumentAccess, type DocumentScope, documentAccess } from '@/domain/policies/document-access';
import { ok, type Result, refuse } from '@/domain/result';
import { type DocumentName, parseDocumentName } from './document-name';
import { readSeats, type Seated } from './seats';
import type { Ticket } from './session';

/** Who sits at a document and what they may do there. */
export type Admitted = {
  ticket: Ticket;
  /** When the session ends by itself. */
  expiresAt: Date;
  seat: Seated;
  document: DocumentName & DocumentScope;
  access: Exclude<DocumentAccess, 'none'>;
};
export type Denied = { code: 'no-session' | 'no-right' | 'no-document' };

/**
 * The one place that decides who opens a live document: session, then document, then right. A document of another workspace
 * is answered like one that never existed (SPEC A3), and a party's notes are there or not without anybody else learning it.
 */
export async function authorise(
  db: Db,
  { ticket, name, now }: { ticket: Ticket | undefined; name: string; now: Date },
): Promise<Result<Admitted, Denied>> {
  if (ticket === undefined) return refuse({ code: 'no-session' });
  const seating = (await readSeats(db, now, [ticket])).get(ticket.sid);
  if (seating === undefined) return refuse({ code: 'no-session' });
  const document = await findDocument(db, name);
  if (document === undefined) return refuse({ code: 'no-document' });
  const seat = seating.seats.find((candidate) => candidate.workspaceId === document.workspaceId);
  if (seat === undefined) return refuse({ code: 'no-document' });
  const access = documentAccess(seat, document);
  return access === 'none' ? refuse({ code: 'no-right' }) : ok({ ticket, expiresAt: seating.expiresAt, seat, document, access });
}

async function findDocument(db: Db, name: string): Promise<(DocumentName & DocumentScope) | undefined> {
  const parsed = parseDocumentName(name);
  if (parsed === undefined) return undefined;
  if (parsed.kind === 'notes') {
    const workspaceId = await workspaceOfNotes(db, parsed);
    return workspaceId === undefined ? undefined : { ...parsed, workspaceId };
  }
  const { workspaceId, isClosed } = documents;
  const [row] = await db.select({ workspaceId, isClosed }).from(documents).where(eq(documents.name, name));
  return row && { ...parsed, ...row };
}

/** Notes need no row yet: the first permitted member makes it. Claim and party must be of one workspace. */
async function workspaceOfNotes(db: Db, { claimId, partyId }: { claimId: string; partyId: string }): Promise<string | undefined> {
  const [row] = await db
    .select({ workspaceId: claims.workspaceId })
    .from(claims)
    .innerJoin(parties, eq(parties.workspaceId, claims.workspaceId))
    .where(and(eq(claims.id, claimId), eq(parties.id, partyId)));
  return row?.workspaceId;
}
