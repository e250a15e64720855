import { and, eq, max, ne } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { sources } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { AttachedSource } from '@/domain/source/attached-source';
import { id } from '@/domain/text-input';
import { findOrAddPublisher, type PublisherRefusal } from './find-or-add-publisher';
import { takeFile } from './take-file';

export const AttachSourceInput = z.strictObject({ claimId: id, source: AttachedSource });

export type AttachSourceRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | PublisherRefusal
  | Refusal<'not-found'>
  | Refusal<'file-unknown'>
  | (Refusal<'claim-not-open'> & { state: string })
  | (Refusal<'already-attached'> & { number: number });

/**
 * Attaches an address, a stored file or a named document to an open claim, with the grading that the party proposes. It counts for nothing until another party accepts
 * it (SPEC S2, H3). Answers the source's id and number: 3 is E3, given once and never again (SPEC S6).
 */
export async function attachSource(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; number: number }, AttachSourceRefusal>> {
  const parsed = parseInput(AttachSourceInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'source.attach');
  if (!authorized.ok) return authorized;
  const { claimId, source } = parsed.value;
  const member = authorized.value;

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const url = source.kind === 'url' ? source.url : null;
    const fileSha256 = source.kind === 'file' ? source.fileSha256 : null;
    const twin = await numberOf(tx, claimId, { url, fileSha256 });
    if (twin !== undefined) return refuse({ code: 'already-attached', number: twin });
    const publisher = await findOrAddPublisher(tx, context, member, source.publisher);
    if (!publisher.ok) return publisher;
    const { workspaceId, party } = member;
    if (fileSha256 !== null && !(await takeFile(tx, { workspaceId, partyId: party.id, sha256: fileSha256 })))
      return refuse({ code: 'file-unknown' });

    const sourceId = context.newId();
    const number = await nextNumber(tx, claimId);
    await tx.insert(sources).values({
      id: sourceId,
      workspaceId: member.workspaceId,
      claimId,
      number,
      kind: source.kind,
      url,
      fileSha256,
      title: source.title,
      publisherId: publisher.value,
      language: source.language,
      publishedOn: source.publishedOn ?? null,
      stance: source.stance,
      primacy: source.primacy,
      interest: source.interest,
      interestNote: source.interestNote ?? null,
      says: source.says,
      quotation: source.quotation ?? null,
      locator: source.locator ?? null,
      attachedBy: member.personId,
      attachedByParty: member.party.id,
      attachedAt: context.now,
      grading: 1,
      state: 'proposed',
    });
    await recordEvent(tx, context, {
      type: 'source.attached',
      workspaceId: member.workspaceId,
      claimId,
      subjectId: sourceId,
      facts: { number, title: source.title },
    });
    return ok({ id: sourceId, number });
  });
}

/** The number of a source that stands on the claim with this address or this file (SPEC S7); a withdrawn one may be attached again. */
async function numberOf(
  tx: Tx,
  claimId: string,
  { url, fileSha256 }: { url: string | null; fileSha256: string | null },
): Promise<number | undefined> {
  if (url === null && fileSha256 === null) return undefined;
  const place = url === null ? eq(sources.fileSha256, fileSha256 ?? '') : eq(sources.url, url);
  const [row] = await tx
    .select({ number: sources.number })
    .from(sources)
    .where(and(eq(sources.claimId, claimId), place, ne(sources.state, 'withdrawn')));
  return row?.number;
}

/** The claim is locked, so nobody else takes this number meanwhile. */
async function nextNumber(tx: Tx, claimId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(sources.number) })
    .from(sources)
    .where(eq(sources.claimId, claimId));
  return (row?.last ?? 0) + 1;
}
