import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { PartyMember } from '@/commands/authorize';
import type { InputRefusal } from '@/commands/parse-input';
import type { Tx } from '@/db/handle';
import { challenges, corrections } from '@/db/schema';
import {
  type CorrectionGrade,
  correctionGrades,
  correctionReasonMinimum,
  isLighter,
  reasonLimit,
} from '@/domain/correction/grades';
import type { GradedChange } from '@/domain/correction/least-grade';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, reason } from '@/domain/text-input';
import type { Corrected } from './corrected-revision';

/** What is said beside a revision of a claim that has a verdict already. An empty field of a form is an absent one. */
const absent = (value: unknown) => (value === '' ? undefined : value);
export const correctionInput = {
  grade: z.preprocess(absent, z.enum(correctionGrades).optional()),
  reason: z.preprocess(absent, reason(correctionReasonMinimum, reasonLimit).optional()),
  challengeId: z.preprocess(absent, id.optional()),
};
type Said = { grade?: CorrectionGrade | undefined; reason?: string | undefined; challengeId?: string | undefined };
export type Graded = { grade: CorrectionGrade; reason: string; challengeId: string | null };

export type GradeRefusal =
  | InputRefusal
  | Refusal<'nothing-to-correct'>
  | (Refusal<'grade-too-low'> & { clause: 'C33'; least: CorrectionGrade; fields: string; changes: GradedChange[] })
  | (Refusal<'challenge-not-accepted'> & { clause: 'C33' });

/** What a correction is called: not less than the two records demand (SPEC GC1, GC3). Undefined for a revision that corrects nothing. */
export async function gradeRevision(
  tx: Tx,
  member: PartyMember,
  { claimId, corrected, said }: { claimId: string; corrected: Corrected | undefined; said: Said },
): Promise<Result<Graded | undefined, GradeRefusal>> {
  const { grade, reason: why, challengeId } = said;
  const isSaid = grade !== undefined || why !== undefined || challengeId !== undefined;
  if (corrected === undefined) return isSaid ? refuse({ code: 'nothing-to-correct' }) : ok(undefined);
  if (grade === undefined || why === undefined) {
    const missing = [...(grade === undefined ? ['grade'] : []), ...(why === undefined ? ['reason'] : [])];
    return refuse({ code: 'invalid-input', issues: missing.map((field) => ({ field, code: 'required' })) });
  }
  const { least } = corrected;
  if (isLighter(grade, least.grade)) {
    const changes = least.changes.filter(({ demands }) => isLighter(grade, demands));
    const fields = changes.map(({ field, language }) => (language === undefined ? field : `${field} (${language})`)).join(', ');
    return refuse({ code: 'grade-too-low', clause: 'C33', least: least.grade, fields, changes });
  }
  if (challengeId !== undefined && !(await isAccepted(tx, member, { claimId, challengeId })))
    return refuse({ code: 'challenge-not-accepted', clause: 'C33' });
  return ok({ grade, reason: why, challengeId: challengeId ?? null });
}

/** Whether a challenge of this claim was accepted for correction. One of another claim or desk answers as one that was not (SPEC A3). */
export async function isAccepted(
  tx: Tx,
  { workspaceId }: PartyMember,
  { claimId, challengeId }: { claimId: string; challengeId: string },
): Promise<boolean> {
  const accepted = and(
    eq(challenges.id, challengeId),
    eq(challenges.claimId, claimId),
    eq(challenges.workspaceId, workspaceId),
    eq(challenges.state, 'accepted'),
  );
  return (await tx.$count(challenges, accepted)) === 1;
}

/** Keeps what a revision corrects, in the transaction that freezes it. */
export async function keepCorrection(
  tx: Tx,
  { workspaceId }: PartyMember,
  { revisionId, corrected, graded }: { revisionId: string; corrected: Corrected; graded: Graded },
): Promise<void> {
  await tx.insert(corrections).values({ revisionId, workspaceId, correctsRevisionId: corrected.revisionId, ...graded });
}
