import { and, asc, eq, gte, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterVersions, claims, revisionHolds, revisions, signOffs, signOffWithdrawals, verdicts } from '@/db/schema';
import { signingParties } from '@/domain/charter/consent';
import { type ParityFacts, type PartyFigures, parityOf } from '@/domain/claim/parity';
import { charterInForce, charterStandings } from './charter-of-claim';

/**
 * The parity figures of a desk (C42), of what began on or after `since` (ISO 8601) or of all of it. Empty until a charter is in force. What is in signing or
 * cooling off is not read (SPEC Y2), so the public reads the same as the members.
 */
export async function parityFigures(
  { workspaceId, since }: { workspaceId: string; since?: string },
  conn: Db,
): Promise<PartyFigures[]> {
  const charter = await charterInForce({ workspaceId }, conn);
  if (charter === undefined) return [];
  const from = since === undefined ? undefined : new Date(since);
  const [brought, ended] = await Promise.all([claimsSince(workspaceId, from, conn), endedSince(workspaceId, from, conn)]);
  return parityOf({ parties: signingParties(charter.charter), claims: brought, revisions: ended });
}

async function claimsSince(workspaceId: string, from: Date | undefined, conn: Db): Promise<ParityFacts['claims']> {
  const rows = await conn
    .select({
      broughtBy: claims.submittedByParty,
      state: claims.state,
      outcome: verdicts.outcome,
      shown: revisions.state,
      corrected: sql<number>`(select count(*)::int from revisions r where r.claim_id = claims.id and r.published_at is not null
        and exists (select from revisions e where e.claim_id = r.claim_id and e.published_at is not null and e.number < r.number))`,
      retractions: sql<number>`(select count(*)::int from retractions t where t.claim_id = claims.id and t.state = 'made')`,
    })
    .from(claims)
    .leftJoin(verdicts, eq(verdicts.claimId, claims.id))
    .leftJoin(revisions, eq(revisions.id, verdicts.revisionId))
    .where(
      and(
        eq(claims.workspaceId, workspaceId),
        isNotNull(claims.openedAt),
        from === undefined ? undefined : gte(claims.openedAt, from),
      ),
    );
  return rows.map(({ state, outcome, shown, corrected, ...claim }) => ({
    ...claim,
    outcome: outcome ?? undefined,
    isRetracted: shown === 'retracted',
    isClosed: state === 'closed',
    corrections: corrected,
  }));
}

async function endedSince(workspaceId: string, from: Date | undefined, conn: Db): Promise<ParityFacts['revisions']> {
  const whole = and(
    eq(revisions.workspaceId, workspaceId),
    notInArray(revisions.state, ['signing', 'cooling-off']),
    from === undefined ? undefined : gte(revisions.frozenAt, from),
  );
  const { id, proposedByParty: proposedBy, frozenAt, charterVersionId, signingEndsAt } = revisions;
  // When its signing ended: with what its positions amounted to, else with itself.
  const isTimeOver = sql<boolean>`coalesce(coalesce(${revisions.outcomeAt}, ${revisions.endedAt}, ${revisions.publishedAt}) >= ${signingEndsAt}, false)`;
  const [rows, said, held, versions] = await Promise.all([
    conn.select({ id, proposedBy, frozenAt, charterVersionId, isTimeOver }).from(revisions).where(whole),
    conn
      .select({
        ...{ revisionId: revisions.id, partyId: signOffs.partyId, decision: signOffs.decision, at: signOffs.at },
        isWithdrawn: sql<boolean>`${signOffWithdrawals.id} is not null`,
      })
      .from(signOffs)
      .innerJoin(revisions, eq(revisions.id, signOffs.revisionId))
      .leftJoin(signOffWithdrawals, eq(signOffWithdrawals.signOffId, signOffs.id))
      .where(whole)
      .orderBy(asc(signOffs.position)),
    conn
      .select({ revisionId: revisions.id, partyId: revisionHolds.partyId })
      .from(revisionHolds)
      .innerJoin(revisions, eq(revisions.id, revisionHolds.revisionId))
      .where(whole),
    charterStandings(eq(charterVersions.workspaceId, workspaceId), conn),
  ]);
  const asked = new Map(versions.map(({ version }) => [version.id, signingParties(version.charter).map((party) => party.id)]));
  const saidOf = new Map<string, typeof said>();
  for (const one of said) saidOf.set(one.revisionId, [...(saidOf.get(one.revisionId) ?? []), one]);
  return rows.map((row) => ({
    proposedBy: row.proposedBy,
    frozenAt: row.frozenAt,
    isTimeOver: row.isTimeOver,
    asked: asked.get(row.charterVersionId) ?? [],
    signOffs: saidOf.get(row.id) ?? [],
    holds: held.filter(({ revisionId }) => revisionId === row.id).map(({ partyId }) => partyId),
  }));
}
