import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, retractions } from '@/db/schema';
import { barsToSigning } from '@/domain/charter/check-signing';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import { type DeskRetraction, type RetractionsOfDesk, retractionsOfDesk } from './retraction-of-desk';

/** A retraction that waits for signatures, and for whose (C35). */
export type OpenRetraction = Pick<DeskRetraction, 'id' | 'proposedByParty' | 'proposedAt'> & {
  claimId: string;
  claimNumber: number;
  missing: string[];
  /** Whether nothing keeps the reader from giving a signature that is missing (SPEC H6, RT2). */
  waitsForReader: boolean;
};

/** The retractions of a desk that are being signed, the oldest first. Few: a verdict has one at most. */
export async function openRetractions({ member }: { member: Member }, conn: Db): Promise<OpenRetraction[]> {
  const { workspaceId } = member;
  const rows = await conn
    .select({ claimId: claims.id, claimNumber: claims.number })
    .from(retractions)
    .innerJoin(claims, eq(claims.id, retractions.claimId))
    .where(and(eq(retractions.workspaceId, workspaceId), eq(retractions.state, 'proposed')))
    .orderBy(asc(retractions.proposedAt));
  const all = await Promise.all(
    rows.map(async (row) => ({ ...row, ...(await retractionsOfDesk({ ...row, workspaceId }, conn)) })),
  );
  return all.flatMap(({ claimId, claimNumber, open, published }) => {
    if (open === undefined) return [];
    const { id, proposedByParty, proposedAt, missing } = open;
    const waitsForReader = isAskedOf(member, open, published);
    return [{ id, proposedByParty, proposedAt, claimId, claimNumber, missing, waitsForReader }];
  });
}

function isAskedOf(
  member: Member,
  { proposedBy, signOffs, missing }: NonNullable<RetractionsOfDesk['open']>,
  published: RetractionsOfDesk['published'],
): boolean {
  if (published === undefined || !may(member, 'retraction.sign') || !missing.includes(member.party?.id ?? '')) return false;
  const facts = { signer: member, proposedBy, authors: published.work.authors, corrected: undefined, earlier: signOffs };
  return barsToSigning(facts, published.charter.parameters).length === 0;
}
