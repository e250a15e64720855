import { eq, max } from 'drizzle-orm';
import { z } from 'zod';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { recordEvents } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { appearances, claims } from '@/db/schema';
import { LanguageTag, paragraphLimits } from '@/domain/record/shape';
import { optionalText, text } from '@/domain/text-input';
import { AppearanceInput } from './appearance-input';

export const NewClaimInput = z.strictObject({
  wording: text(paragraphLimits.claimText),
  /** A neutral title to begin the record with (SPEC IN13). */
  title: optionalText(paragraphLimits.title),
  language: LanguageTag,
  appearance: AppearanceInput,
});
export type NewClaimInput = z.output<typeof NewClaimInput>;

/** Writes a submitted claim with the first place where it appeared (C01). The workspace is locked and the number is free: `nextNumber` says which is. */
export async function insertClaim(
  tx: Tx,
  context: Context,
  { member, number, input }: { member: PartyMember; number: number; input: NewClaimInput },
): Promise<{ id: string; number: number }> {
  const id = context.newId();
  await insertClaims(tx, context, { member, claims: [{ id, number, input }] });
  return { id, number };
}

/** The same for several at once, with an id for each: a list has thousands. */
export async function insertClaims(
  tx: Tx,
  context: Context,
  { member, claims: made }: { member: PartyMember; claims: readonly { id: string; number: number; input: NewClaimInput }[] },
): Promise<void> {
  if (made.length === 0) return;
  const { workspaceId, personId, party } = member;
  await tx.insert(claims).values(
    made.map(({ id, number, input }) => ({
      ...{ id, workspaceId, number, state: 'submitted' as const, wording: input.wording, words: input.wording },
      neutralTitle: input.title,
      submittedBy: personId,
      submittedByParty: party.id,
      mainLanguage: input.language,
      languages: [input.language],
      submittedAt: context.now,
    })),
  );
  await tx.insert(appearances).values(
    made.map(({ id: claimId, input }) => ({
      ...{ id: context.newId(), workspaceId, claimId, ...input.appearance },
      ...{ addedBy: personId, addedAt: context.now, position: 1 },
    })),
  );
  await recordEvents(
    tx,
    context,
    made.map(({ id, number }) => ({ type: 'claim.submitted', workspaceId, claimId: id, subjectId: id, facts: { number } })),
  );
}

/** The workspace is locked, so nobody else takes this number meanwhile. */
export async function nextNumber(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(claims.number) })
    .from(claims)
    .where(eq(claims.workspaceId, workspaceId));
  return (row?.last ?? 0) + 1;
}
