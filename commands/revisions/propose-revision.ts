import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { correctionInput, type GradeRefusal, gradeRevision, keepCorrection } from '@/commands/corrections/grade-revision';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { lateRepliesOf } from '@/db/queries/reply-of-claim';
import { signingOfRevision } from '@/db/queries/signing-of-revision';
import { documents, revisionAuthors, revisions } from '@/db/schema';
import type { ClauseFinding } from '@/domain/charter/finding';
import { isReplaceable } from '@/domain/claim/replaceable';
import { clockFrom, nextRound, noticesOf } from '@/domain/claim/signing-clock';
import { recordDocument } from '@/domain/record/document-name';
import type { FreezeRefusal } from '@/domain/record/freeze';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, id } from '@/domain/text-input';
import { buildRecord, type UnchangedRefusal } from './build-record';
import type { RevisionRow } from './load-revision';
import type { RevisionNotOpen } from './move-stored-revision';
import { reopenSigning } from './reopen-signing';
import { makeSalt } from './salt-of-round';
import { expireRevision, wake } from './settle-revision';
import { tellOfRevision } from './tell-of-revision';

export const ProposeRevisionInput = z.strictObject({
  claimId: id,
  seq: z.int().min(1),
  digest: hex64,
  ...correctionInput,
});

export type ProposeRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | FreezeRefusal
  | UnchangedRefusal
  | Refusal<'not-found'>
  | Refusal<'no-charter-in-force'>
  | (Refusal<'claim-not-open'> & { state: string })
  | (Refusal<'revision-in-signing'> & { number: number })
  | (Refusal<'record-moved'> & { digest: string })
  | RevisionNotOpen
  | GradeRefusal
  | (Refusal<'charter-unmet'> & { clauses: string; findings: ClauseFinding[] });

/**
 * Freezes the record that the proposer read: the document at their sequence number, refused as `record-moved` when its digest is another, never because
 * typing went on (SPEC R9). Every clause of the gate must be met (C05–C11). The document is not locked: what comes later belongs to the next revision.
 */
export async function proposeRevision(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; number: number; sha256: string }, ProposeRefusal>> {
  const parsed = parseInput(ProposeRevisionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'revision.propose');
  if (!authorized.ok) return authorized;
  const { claimId, seq, digest, ...said } = parsed.value;
  const member = authorized.value;
  const projection = await context.collab.projectionAt(recordDocument(claimId), seq);
  if (projection === undefined) return refuse({ code: 'not-found' });

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const last = await lastRevision(tx, claimId);
    const isOpen = last?.state === 'signing' || last?.state === 'cooling-off';
    if (last !== undefined && isOpen && !(await mayBeReplaced(tx, context, last)))
      return refuse({ code: 'revision-in-signing', number: last.number });
    const built = await buildRecord(claim.value, { draft: projection.draft, now: context.now }, tx);
    if (!built.ok) return built;
    const { number, charter, findings, frozen, corrected } = built.value;
    const unmet = findings.filter((finding) => !finding.met);
    if (unmet.length > 0)
      return refuse({ code: 'charter-unmet', clauses: unmet.map((finding) => finding.clause).join(', '), findings: unmet });
    if (!frozen.ok) return frozen;
    const { bytes, sha256 } = frozen.value;
    if (sha256 !== digest) return refuse({ code: 'record-moved', digest: sha256 });
    const graded = await gradeRevision(tx, member, { claimId, corrected, said });
    if (!graded.ok) return graded;

    if (last !== undefined && isOpen) {
      const open = await reopenSigning(tx, context, last);
      if (!open.ok) return open;
      const expired = await expireRevision(tx, context, open.value);
      if (!expired.ok) return expired;
    }
    const revisionId = context.newId();
    const { parameters } = charter.charter;
    const clock = clockFrom(context.now, parameters);
    await tx.insert(revisions).values({
      id: revisionId,
      workspaceId: member.workspaceId,
      claimId,
      number,
      state: 'signing',
      bytes,
      sha256,
      charterVersionId: charter.id,
      seq,
      headSeq: await headOf(tx, claimId),
      proposedBy: member.personId,
      proposedByParty: member.party.id,
      frozenAt: context.now,
      round: nextRound(last && { round: last.round, wasPublished: last.publishedAt !== null }, parameters),
      ...clock,
    });
    if (corrected !== undefined && graded.value !== undefined)
      await keepCorrection(tx, member, { revisionId, corrected, graded: graded.value });
    const authors = projection.shares.filter((share) => share.characters > 0);
    if (authors.length > 0)
      await tx
        .insert(revisionAuthors)
        .values(authors.map((author) => ({ ...author, revisionId, workspaceId: member.workspaceId })));
    await makeSalt(tx, context, { workspaceId: member.workspaceId, claimId, number: number + 1 });
    await recordEvent(tx, context, {
      type: 'revision.proposed',
      workspaceId: member.workspaceId,
      claimId,
      subjectId: revisionId,
      facts: { number, sha256, ...(graded.value && { grade: graded.value.grade }) },
    });
    const subject = { id: revisionId, workspaceId: member.workspaceId };
    for (const at of [...noticesOf(context.now, clock), clock.mediationEndsAt]) await wake(tx, context, subject, at);
    const proposed = { id: revisionId, workspaceId: member.workspaceId, claimId, number };
    const until = clock.signingEndsAt?.toISOString();
    await tellOfRevision(tx, context, {
      ...{ kind: 'revision-proposed', revision: proposed, by: member, facts: until === undefined ? {} : { until } },
    });
    return ok({ id: revisionId, number, sha256 });
  });
}

/** How far the document has gone: what was typed after the proposer's number is not in the revision, and its signers are told (SPEC R9). */
async function headOf(tx: Tx, claimId: string): Promise<number | null> {
  const [row] = await tx
    .select({ headSeq: documents.headSeq })
    .from(documents)
    .where(eq(documents.name, recordDocument(claimId)));
  return row?.headSeq ?? null;
}

/** The newest revision. Only it can be in signing (SPEC L7); the database's partial unique index says that there is one at most. */
async function lastRevision(tx: Tx, claimId: string): Promise<RevisionRow | undefined> {
  const [row] = await tx.select().from(revisions).where(eq(revisions.claimId, claimId)).orderBy(desc(revisions.number)).limit(1);
  return row;
}

async function mayBeReplaced(tx: Tx, context: Context, open: RevisionRow): Promise<boolean> {
  const { charter } = await signingOfRevision(open, tx);
  const lateReplies = await lateRepliesOf(open, charter, tx);
  return isReplaceable({ ...open, lateReplies }, charter.parameters, context.now);
}
