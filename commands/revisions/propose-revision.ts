import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { peopleAt } from '@/commands/notifications/people-at';
import { tell } from '@/commands/notifications/tell';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { documents, revisionAuthors, revisions } from '@/db/schema';
import type { ClauseFinding } from '@/domain/charter/finding';
import { recordDocument } from '@/domain/record/document-name';
import type { FreezeRefusal } from '@/domain/record/freeze';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { buildRecord, type UnchangedRefusal } from './build-record';
import { makeSalt } from './salt-of-round';

export const ProposeRevisionInput = z.strictObject({
  claimId: id,
  seq: z.int().min(1),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
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
  const { claimId, seq, digest } = parsed.value;
  const member = authorized.value;
  const projection = await context.collab.projectionAt(recordDocument(claimId), seq);
  if (projection === undefined) return refuse({ code: 'not-found' });

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const open = await openRevision(tx, claimId);
    if (open !== undefined) return refuse({ code: 'revision-in-signing', number: open });
    const built = await buildRecord(claim.value, { draft: projection.draft, now: context.now }, tx);
    if (!built.ok) return built;
    const { number, charter, findings, frozen } = built.value;
    const unmet = findings.filter((finding) => !finding.met);
    if (unmet.length > 0)
      return refuse({ code: 'charter-unmet', clauses: unmet.map((finding) => finding.clause).join(', '), findings: unmet });
    if (!frozen.ok) return frozen;
    const { bytes, sha256 } = frozen.value;
    if (sha256 !== digest) return refuse({ code: 'record-moved', digest: sha256 });

    const revisionId = context.newId();
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
    });
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
      facts: { number, sha256 },
    });
    await tell(tx, context, {
      ...{ kind: 'revision-proposed', workspaceId: member.workspaceId, claimId, revisionId, facts: { revision: number } },
      ...{ by: member, to: await peopleAt(tx, { workspaceId: member.workspaceId, who: 'signing-moderators' }) },
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

/** At most one revision of a claim is in signing (SPEC L7); the database's partial unique index says the same. */
async function openRevision(tx: Tx, claimId: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ number: revisions.number })
    .from(revisions)
    .where(and(eq(revisions.claimId, claimId), inArray(revisions.state, ['signing', 'cooling-off'])));
  return row?.number;
}
