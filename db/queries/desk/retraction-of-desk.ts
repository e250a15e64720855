import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { challenges, retractionSignOffs, retractions, revisions } from '@/db/schema';
import type { Charter } from '@/domain/charter/charter-text';
import type { OwnWorkFacts, SigningParty } from '@/domain/charter/facts';
import type { RetractionState } from '@/domain/correction/retraction';
import type { FrozenRecord } from '@/domain/record/frozen-record';
import { signingOfRetraction } from '../signing-of-retraction';
import { signingOfRevision } from '../signing-of-revision';

export type DeskRetraction = {
  id: string;
  state: RetractionState;
  reason: string;
  challenge: number | null;
  proposedBy: string;
  proposedByParty: string;
  proposedAt: Date;
  endedAt: Date | null;
  endedByParty: string | null;
  endedReason: string | null;
  /** The number of the revision. */
  revision: number;
  signOffs: { personId: string; partyId: string; at: Date }[];
};

export type RetractionsOfDesk = {
  /** What can be retracted now; undefined while nothing of the claim is published. */
  published:
    | {
        id: string;
        number: number;
        /** Of the bytes as they are stored (C23). */
        recordSha256: string;
        record: FrozenRecord;
        charter: Pick<Charter, 'number' | 'clauses' | 'parameters'> & { sha256: string };
        parties: SigningParty[];
        /** Those of them that have left: then nobody can sign a retraction of it (SPEC RT9). */
        left: SigningParty[];
        work: Pick<OwnWorkFacts, 'authors'>;
      }
    | undefined;
  /** What is being signed, and the parties whose word it still waits for: as many approvals of each as of a publication (SPEC RT2). */
  open: (DeskRetraction & { missing: string[] }) | undefined;
  ended: DeskRetraction[];
  /** The accepted challenges that a retraction could answer. */
  challenges: { id: string; number: number }[];
};

/** Where the retraction of a claim's verdict stands, as its members read it (C35). */
export async function retractionsOfDesk(
  { claimId, workspaceId }: { claimId: string; workspaceId: string },
  conn: Db,
): Promise<RetractionsOfDesk> {
  const [revision] = await conn
    .select()
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), eq(revisions.workspaceId, workspaceId), eq(revisions.state, 'published')));
  const all = await readAll({ claimId, workspaceId }, conn);
  const open = all.find(({ state }) => state === 'proposed');
  return {
    published: revision && (await publishedOf(revision, conn)),
    open: open && { ...open, missing: revision === undefined ? [] : await missingOf(open, revision, conn) },
    ended: all.filter(({ state }) => state !== 'proposed'),
    challenges: await conn
      .select({ id: challenges.id, number: challenges.number })
      .from(challenges)
      .where(and(eq(challenges.claimId, claimId), eq(challenges.workspaceId, workspaceId), eq(challenges.state, 'accepted')))
      .orderBy(desc(challenges.number)),
  };
}

async function publishedOf(revision: typeof revisions.$inferSelect, conn: Db): Promise<RetractionsOfDesk['published']> {
  const { charter, charterSha256, consent, authors, recordSha256, record } = await signingOfRevision(revision, conn);
  const { number, clauses, parameters } = charter;
  return {
    id: revision.id,
    number: revision.number,
    recordSha256,
    record,
    charter: { number, clauses, parameters, sha256: charterSha256 },
    parties: consent.charter,
    left: consent.left,
    work: { authors },
  };
}

async function missingOf(retraction: DeskRetraction, revision: typeof revisions.$inferSelect, conn: Db): Promise<string[]> {
  const { missing } = await signingOfRetraction({ retraction, revision }, conn);
  return missing.map(({ id }) => id);
}

async function readAll({ claimId, workspaceId }: { claimId: string; workspaceId: string }, conn: Db): Promise<DeskRetraction[]> {
  const rows = await conn
    .select({ retraction: retractions, revision: revisions.number, challenge: challenges.number })
    .from(retractions)
    .innerJoin(revisions, eq(revisions.id, retractions.revisionId))
    .leftJoin(challenges, eq(challenges.id, retractions.challengeId))
    .where(and(eq(retractions.claimId, claimId), eq(retractions.workspaceId, workspaceId)))
    .orderBy(desc(retractions.proposedAt));
  if (rows.length === 0) return [];
  const signed = await conn
    .select()
    .from(retractionSignOffs)
    .where(
      inArray(
        retractionSignOffs.retractionId,
        rows.map(({ retraction }) => retraction.id),
      ),
    )
    .orderBy(asc(retractionSignOffs.position));
  return rows.map(({ retraction, revision, challenge }) => ({
    ...retraction,
    ...{ revision, challenge },
    signOffs: signed
      .filter(({ retractionId }) => retractionId === retraction.id)
      .map(({ personId, partyId, at }) => ({ personId, partyId, at })),
  }));
}
