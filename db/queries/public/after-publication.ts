import { and, asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/handle';
import { challenges, corrections, parties, retractionSignOffs, retractions, revisions, signOffs } from '@/db/schema';
import type { ProofKind } from '@/domain/charter/parameters';
import type { CorrectionGrade } from '@/domain/correction/grades';
import { readRetractionStatement } from '@/domain/correction/retraction';
import { sameCorrection } from '@/domain/correction/same-correction';
import { readStatement } from '@/domain/record/sign-off-statement';
import { signedCorrection } from '../signed-correction';
import { stands } from '../stands';
import { type BrokenBytes, faultOfBytes } from './broken-bytes';

/** That a published revision corrected another (C34). */
export type PublicCorrection = {
  grade: CorrectionGrade;
  reason: string;
  /** The number of the revision that it corrected. */
  corrects: number;
  /** The number of the challenge that it answers. */
  challenge: number | null;
};

/** That a verdict was retracted, and who signed that (C35). Times are ISO 8601. */
export type PublicRetraction = {
  at: string;
  reason: string;
  challenge: number | null;
  signOffs: {
    position: number;
    party: string;
    signer: string;
    at: string;
    sha256: string;
    /** COSE's number of a personal key's algorithm; null of any other proof. */
    proof: { kind: ProofKind; algorithm: number | null };
  }[];
};

/** The corrections that these published revisions are, by their ids. */
export async function correctionsOf(revisionIds: string[], conn: Db): Promise<Map<string, PublicCorrection>> {
  if (revisionIds.length === 0) return new Map();
  const corrected = alias(revisions, 'corrected');
  const rows = await conn
    .select({
      id: corrections.revisionId,
      grade: corrections.grade,
      reason: corrections.reason,
      corrects: corrected.number,
      challenge: challenges.number,
    })
    .from(corrections)
    .innerJoin(corrected, eq(corrected.id, corrections.correctsRevisionId))
    .leftJoin(challenges, eq(challenges.id, corrections.challengeId))
    .where(inArray(corrections.revisionId, revisionIds));
  return new Map(rows.map(({ id, ...correction }) => [id, correction]));
}

/** The standing sign-offs of a published revision whose bytes say otherwise of what it corrects than what is printed. Its grade alone may be graver than the signed one (SPEC GC4). */
export async function faultsOfCorrection(revisionId: string, conn: Db): Promise<BrokenBytes[]> {
  const printed = await signedCorrection({ revisionId }, conn);
  const rows = await conn
    .select({ bytes: signOffs.bytes, sha256: signOffs.sha256 })
    .from(signOffs)
    .where(and(eq(signOffs.revisionId, revisionId), stands));
  // Bytes that are not those that were signed are told of where they are read.
  return rows.flatMap(({ bytes, sha256 }): BrokenBytes[] => {
    if (faultOfBytes('sign-off', { bytes, sha256 }) !== undefined) return [];
    const statement = readStatement(bytes);
    const said = statement.v === 3 ? statement.correction : undefined;
    const isSame = sameCorrection(said, printed && { ...printed, grade: said?.grade ?? printed.grade });
    return isSame ? [] : [{ what: 'signed-bytes', sha256, found: sha256 }];
  });
}

/** The retractions of these revisions, by their ids: what is printed of a signature is what its signed bytes say. */
export async function retractionsOf(
  revisionIds: string[],
  conn: Db,
): Promise<Map<string, { retraction: PublicRetraction; broken: BrokenBytes[] }>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await conn
    .select({ retraction: retractions, challenge: challenges.number })
    .from(retractions)
    .leftJoin(challenges, eq(challenges.id, retractions.challengeId))
    .where(and(inArray(retractions.revisionId, revisionIds), eq(retractions.state, 'made')));
  const entries = await Promise.all(
    rows.map(async ({ retraction: { id, revisionId, reason, endedAt }, challenge }) => {
      const { signOffs, broken } = await signaturesOf({ id, reason }, conn);
      const retraction = { at: endedAt?.toISOString() ?? '', reason, challenge, signOffs };
      return [revisionId, { retraction, broken }] as const;
    }),
  );
  return new Map(entries);
}

async function signaturesOf(retraction: { id: string; reason: string }, conn: Db) {
  const rows = await conn
    .select({ signOff: retractionSignOffs, party: parties.name })
    .from(retractionSignOffs)
    .innerJoin(parties, eq(parties.id, retractionSignOffs.partyId))
    .where(eq(retractionSignOffs.retractionId, retraction.id))
    .orderBy(asc(retractionSignOffs.position));
  const broken: BrokenBytes[] = [];
  const signOffs: PublicRetraction['signOffs'] = [];
  for (const { signOff, party } of rows) {
    const { position, signerName: signer, at, bytes, sha256, kind, algorithm } = signOff;
    const fault = faultOfBytes('sign-off', signOff) ?? faultOfStatement(retraction, { bytes, sha256 });
    if (fault === undefined) signOffs.push({ position, party, signer, at: at.toISOString(), sha256, proof: { kind, algorithm } });
    else broken.push(fault);
  }
  return { signOffs, broken };
}

/** Whether the signed words are those that are printed beside them. */
function faultOfStatement(
  { id, reason }: { id: string; reason: string },
  { bytes, sha256 }: { bytes: Uint8Array; sha256: string },
): BrokenBytes | undefined {
  const said = readRetractionStatement(new TextDecoder().decode(bytes));
  return said?.retraction === id && said.reason === reason ? undefined : { what: 'signed-bytes', sha256, found: sha256 };
}
