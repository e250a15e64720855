import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { type ClaimRow, loadClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { makeSalt } from '@/commands/revisions/salt-of-round';
import type { Db, Tx } from '@/db/handle';
import { charterInForce } from '@/db/queries/charter-of-claim';
import { appearances, claims, documents, documentUpdates } from '@/db/schema';
import { findingsUnder } from '@/domain/charter/charter-text';
import { attributedClaim, checkableStatement } from '@/domain/charter/check-record';
import type { ClauseFinding } from '@/domain/charter/finding';
import { statementKinds } from '@/domain/claim/statement-kinds';
import { type MoveRefusal, moveClaim } from '@/domain/claim/transitions';
import { recordDocument } from '@/domain/record/document-name';
import { emptyTexts } from '@/domain/record/draft';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

export const OpenClaimInput = z.strictObject({ claimId: id, statement: z.enum(statementKinds).optional() });

export type OpenClaimRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | MoveRefusal
  | Refusal<'not-found'>
  | Refusal<'no-charter-in-force'>
  | (Refusal & { clause: 'C02'; findings: ClauseFinding[] })
  | (Refusal<'charter-unmet'> & { clauses: string; findings: ClauseFinding[] });

/**
 * Takes a claim to work: it is bound by the charter in force now (SPEC H5), and its record begins with the claim's wording and the title that was given (SPEC IN13), written by whoever submitted
 * it. That first update is made here, once: two editors that each made it would double it.
 */
export async function openClaim(
  context: Context,
  input: unknown,
): Promise<Result<{ state: 'open'; charter: number }, OpenClaimRefusal>> {
  const parsed = parseInput(OpenClaimInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.open');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, statement } = parsed.value;
  const submitted = await readSubmitted(context.db, member, claimId);
  if (submitted === undefined) return refuse({ code: 'not-found' });
  // What a claim was submitted as never changes, so it may be encoded before the claim is locked.
  const texts = { ...emptyTexts, claimText: submitted.wording, title: submitted.title };
  const update = context.collab.encodeDraft({ texts: { [submitted.language]: texts }, fields: {} });

  return withTransaction(context, async (tx) => {
    const claim = await loadClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const moved = moveClaim(claim.value.state, 'open');
    if (!moved.ok) return moved;
    const charter = await charterInForce(member, tx);
    if (charter === undefined) return refuse({ code: 'no-charter-in-force' });
    const count = await tx.$count(appearances, eq(appearances.claimId, claimId));
    const intake = findingsUnder(charter.charter, [
      attributedClaim({ claimText: claim.value.wording, appearances: count }, charter.charter.parameters),
      checkableStatement({ statement }),
    ]).filter((finding) => !finding.met);
    const [unmet] = intake;
    if (unmet?.clause === 'C02') return refuse({ ...unmet.facts, code: unmet.code, clause: 'C02', findings: intake });
    if (unmet !== undefined)
      return refuse({ code: 'charter-unmet', clauses: intake.map(({ clause }) => clause).join(', '), findings: intake });

    await tx
      .update(claims)
      .set({ state: moved.value, charterVersionId: charter.id, openedAt: context.now, statement })
      .where(eq(claims.id, claimId));
    await beginRecord(tx, context, claim.value, update);
    await makeSalt(tx, context, { workspaceId: member.workspaceId, claimId, number: 1 });
    const facts = { number: claim.value.number, charter: charter.number };
    await recordEvent(tx, context, { type: 'claim.opened', workspaceId: member.workspaceId, claimId, subjectId: claimId, facts });
    return ok({ state: 'open' as const, charter: charter.number });
  });
}

async function readSubmitted(
  db: Db,
  member: PartyMember,
  claimId: string,
): Promise<{ wording: string; title: string; language: string } | undefined> {
  const [claim] = await db
    .select({ wording: claims.wording, title: claims.neutralTitle, language: claims.mainLanguage })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, member.workspaceId)));
  return claim && { ...claim, title: claim.title ?? '' };
}

async function beginRecord(tx: Tx, context: Context, claim: ClaimRow, update: Uint8Array): Promise<void> {
  const name = recordDocument(claim.id);
  await tx
    .insert(documents)
    .values({ name, workspaceId: claim.workspaceId, claimId: claim.id, kind: 'record', headSeq: 1, createdAt: context.now });
  await tx
    .insert(documentUpdates)
    .values({ document: name, seq: 1, personId: claim.submittedBy, partyId: claim.submittedByParty, at: context.now, update });
}
