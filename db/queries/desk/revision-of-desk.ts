import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterVersions, claims, revisionAuthors, revisionHolds, revisions, signOffs, signOffWithdrawals } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import type { Decision, ObjectionGround, OwnWorkFacts } from '@/domain/charter/facts';
import { comparedRevision, type EarlierRevision, ownPosition } from '@/domain/claim/compared-revision';
import type { Outcome } from '@/domain/claim/outcomes';
import type { RevisionState } from '@/domain/claim/transitions';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { readStatement, type SignedCorrection, type SignOffStatement } from '@/domain/record/sign-off-statement';
import { signedCorrection } from '../signed-correction';
import { correctedWork } from '../signing-of-revision';

export type DeskSignOff = {
  id: string;
  partyId: string;
  personId: string;
  decision: Decision;
  reason: string | null;
  cites: string | null;
  /** What an objection rests on. */
  ground: ObjectionGround | null;
  signerName: string;
  sha256: string;
  position: number;
  at: Date;
};

/** With when and why it was taken back, if it was (SPEC L19). */
export type DeskMadeSignOff = DeskSignOff & {
  withdrawn: { at: Date; reason: string } | null;
  /** Whether its signer declared a conflict of interest in the claim (C19). */
  hasConflict: boolean;
};

/** A party's pause of the publication (C31). */
export type DeskHold = { partyId: string; reason: string; hours: number; at: Date };

export type DeskRevision = {
  id: string;
  claimId: string;
  claimNumber: number;
  slug: string | null;
  number: number;
  state: RevisionState;
  sha256: string;
  /** The exact stored bytes, as text. */
  json: string;
  record: FrozenRecord;
  charter: { number: number; sha256: string; charter: Charter };
  proposedBy: string;
  proposedByParty: string;
  frozenAt: Date;
  round: number;
  signingEndsAt: Date | null;
  mediationEndsAt: Date | null;
  outcome: Outcome | null;
  outcomeAt: Date | null;
  releasesAt: Date | null;
  /** The document's number that was frozen. */
  seq: number;
  /** Its last number at that moment, if it was kept: what came between is not in the revision (SPEC R9). */
  headSeq: number | null;
  endedReason: string | null;
  endedByParty: string | null;
  endedAt: Date | null;
  publishedAt: Date | null;
  authors: { personId: string; partyId: string; characters: number }[];
  /** That it corrects a published revision (C33), and whose work that was, of a substantial one. */
  correction: SignedCorrection | undefined;
  corrected: OwnWorkFacts | undefined;
  /** The sign-offs that stand, and all that were made, both in their order. */
  signOffs: DeskSignOff[];
  made: DeskMadeSignOff[];
  holds: DeskHold[];
  /** Every revision before this one, newest first, with the last position that the reader's party took on it. */
  earlier: DeskEarlierRevision[];
  /** The one to compare with: the asked one, or the one that SPEC L14 gives. */
  base: (DeskEarlierRevision & { record: FrozenRecord }) | undefined;
};

export type DeskEarlierRevision = EarlierRevision & { publishedAt: Date | null };

/** One revision of a claim as its members read it. Absent for an unknown claim or number and for another workspace alike (SPEC A3). */
export async function revisionOfDesk(
  {
    claimId,
    number,
    workspaceId,
    partyId,
    compareWith,
  }: {
    claimId: string;
    number: number;
    workspaceId: string;
    /** The reader's party; null for who has none. */
    partyId: string | null;
    /** The number of an earlier revision that the reader chose. */
    compareWith?: number;
  },
  conn: Db,
): Promise<DeskRevision | undefined> {
  const [row] = await conn
    .select({ revision: revisions, claim: claims, charter: charterVersions })
    .from(revisions)
    .innerJoin(claims, eq(claims.id, revisions.claimId))
    .innerJoin(charterVersions, eq(charterVersions.id, revisions.charterVersionId))
    .where(and(eq(revisions.claimId, claimId), eq(revisions.number, number), eq(revisions.workspaceId, workspaceId)));
  if (row === undefined) return undefined;
  const { revision, claim, charter } = row;
  const earlier = await earlierRevisions({ claimId, number, partyId }, conn);
  const base = earlier.find((other) => other.number === compareWith) ?? comparedRevision(earlier);
  const made = await signOffsOfRevision(revision.id, conn);
  return {
    id: revision.id,
    claimId,
    claimNumber: claim.number,
    slug: claim.slug,
    number: revision.number,
    state: revision.state,
    sha256: revision.sha256,
    json: textOf(revision.bytes),
    record: recordOf(revision.bytes),
    charter: { number: charter.number, sha256: charter.sha256, charter: Charter.parse(JSON.parse(textOf(charter.bytes))) },
    proposedBy: revision.proposedBy,
    proposedByParty: revision.proposedByParty,
    frozenAt: revision.frozenAt,
    round: revision.round,
    signingEndsAt: revision.signingEndsAt,
    mediationEndsAt: revision.mediationEndsAt,
    outcome: revision.outcome,
    outcomeAt: revision.outcomeAt,
    releasesAt: revision.releasesAt,
    seq: revision.seq,
    headSeq: revision.headSeq,
    endedReason: revision.endedReason,
    endedByParty: revision.endedByParty,
    endedAt: revision.endedAt,
    publishedAt: revision.publishedAt,
    authors: await conn
      .select({
        personId: revisionAuthors.personId,
        partyId: revisionAuthors.partyId,
        characters: revisionAuthors.characters,
      })
      .from(revisionAuthors)
      .where(eq(revisionAuthors.revisionId, revision.id))
      .orderBy(desc(revisionAuthors.characters)),
    correction: await signedCorrection({ revisionId: revision.id }, conn),
    corrected: (await correctedWork([revision.id], conn)).get(revision.id),
    signOffs: made.filter(({ withdrawn }) => withdrawn === null),
    made,
    holds: await holdsOfRevision(revision.id, conn),
    earlier,
    base: base && { ...base, record: await recordOfRevision(claimId, base.number, conn) },
  };
}

async function earlierRevisions(
  { claimId, number, partyId }: { claimId: string; number: number; partyId: string | null },
  conn: Db,
): Promise<DeskEarlierRevision[]> {
  const rows = await conn
    .select({ id: revisions.id, number: revisions.number, state: revisions.state, publishedAt: revisions.publishedAt })
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), lt(revisions.number, number)))
    .orderBy(desc(revisions.number));
  const taken = partyId === null ? [] : await positionsOf({ claimId, partyId }, conn);
  return rows.map(({ id, ...row }) => ({ ...row, own: ownPosition(taken.filter(({ revisionId }) => revisionId === id)) }));
}

function positionsOf({ claimId, partyId }: { claimId: string; partyId: string }, conn: Db) {
  return conn
    .select({
      revisionId: signOffs.revisionId,
      decision: signOffs.decision,
      at: signOffs.at,
      withdrawnAt: signOffWithdrawals.at,
    })
    .from(signOffs)
    .innerJoin(revisions, eq(revisions.id, signOffs.revisionId))
    .leftJoin(signOffWithdrawals, eq(signOffWithdrawals.signOffId, signOffs.id))
    .where(and(eq(revisions.claimId, claimId), eq(signOffs.partyId, partyId)))
    .orderBy(asc(signOffs.position));
}

async function recordOfRevision(claimId: string, number: number, conn: Db): Promise<FrozenRecord> {
  const [row] = await conn
    .select({ bytes: revisions.bytes })
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), eq(revisions.number, number)));
  if (row === undefined) throw new Error(`Revision ${number} of claim ${claimId} was listed and is not stored.`);
  return recordOf(row.bytes);
}

/** The sign-offs of a revision in the order in which they were made, with those that were taken back. */
async function signOffsOfRevision(revisionId: string, conn: Db): Promise<DeskMadeSignOff[]> {
  const rows = await conn
    .select({
      id: signOffs.id,
      partyId: signOffs.partyId,
      personId: signOffs.personId,
      decision: signOffs.decision,
      reason: signOffs.reason,
      cites: signOffs.cites,
      ground: signOffs.ground,
      signerName: signOffs.signerName,
      sha256: signOffs.sha256,
      bytes: signOffs.bytes,
      position: signOffs.position,
      at: signOffs.at,
      withdrawnAt: signOffWithdrawals.at,
      withdrawnReason: signOffWithdrawals.reason,
    })
    .from(signOffs)
    .leftJoin(signOffWithdrawals, eq(signOffWithdrawals.signOffId, signOffs.id))
    .where(eq(signOffs.revisionId, revisionId))
    .orderBy(asc(signOffs.position));
  return rows.map(({ withdrawnAt, withdrawnReason, bytes, ...signOff }) => ({
    ...signOff,
    hasConflict: hasConflict(readStatement(bytes)),
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? '' },
  }));
}

function hasConflict(statement: SignOffStatement): boolean {
  return statement.v === 3 && statement.conflict === 'declared';
}

function holdsOfRevision(revisionId: string, conn: Db): Promise<DeskHold[]> {
  return conn
    .select({
      partyId: revisionHolds.partyId,
      reason: revisionHolds.reason,
      hours: revisionHolds.hours,
      at: revisionHolds.at,
    })
    .from(revisionHolds)
    .where(eq(revisionHolds.revisionId, revisionId))
    .orderBy(asc(revisionHolds.at));
}

/** One statement's exact stored bytes, for the member who wants to hash them. */
export async function statementOfDesk(
  { claimId, number, position, workspaceId }: { claimId: string; number: number; position: number; workspaceId: string },
  conn: Db,
): Promise<Uint8Array | undefined> {
  const [row] = await conn
    .select({ bytes: signOffs.bytes })
    .from(signOffs)
    .innerJoin(revisions, eq(revisions.id, signOffs.revisionId))
    .where(
      and(
        eq(revisions.claimId, claimId),
        eq(revisions.number, number),
        eq(signOffs.position, position),
        eq(signOffs.workspaceId, workspaceId),
      ),
    );
  return row?.bytes;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function recordOf(bytes: Uint8Array): FrozenRecord {
  return FrozenRecord.parse(JSON.parse(textOf(bytes)));
}
