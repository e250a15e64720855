import { eq, max } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { appearances, claims } from '@/db/schema';
import { LanguageTag, paragraphLimits } from '@/domain/record/shape';
import { ok, type Result } from '@/domain/result';
import { text } from '@/domain/text-input';
import { AppearanceInput, type SeenRefusal, seenBy } from './appearance-input';

export const SubmitClaimInput = z.strictObject({
  wording: text(paragraphLimits.claimText),
  language: LanguageTag,
  appearance: AppearanceInput,
});

export type SubmitClaimRefusal = AuthorizationRefusal | InputRefusal | SeenRefusal;

/** A claim in the words in which it was made, with the first place where it appeared (C01). It waits for triage: nobody works on it until it is opened. */
export async function submitClaim(
  context: Context,
  input: unknown,
): Promise<Result<{ id: string; number: number }, SubmitClaimRefusal>> {
  const parsed = parseInput(SubmitClaimInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'claim.submit');
  if (!authorized.ok) return authorized;
  const { wording, language, appearance } = parsed.value;
  const seen = seenBy(context.now, appearance);
  if (!seen.ok) return seen;
  const { workspaceId, personId, party } = authorized.value;

  return withTransaction(context, async (tx) => {
    await lockWorkspace(tx, workspaceId);
    const claimId = context.newId();
    const number = await nextNumber(tx, workspaceId);
    await tx.insert(claims).values({
      id: claimId,
      workspaceId,
      number,
      state: 'submitted',
      wording,
      words: wording,
      submittedBy: personId,
      submittedByParty: party.id,
      mainLanguage: language,
      languages: [language],
      submittedAt: context.now,
    });
    await tx.insert(appearances).values({
      id: context.newId(),
      workspaceId,
      claimId,
      ...appearance,
      addedBy: personId,
      addedAt: context.now,
      position: 1,
    });
    await recordEvent(tx, context, { type: 'claim.submitted', workspaceId, claimId, subjectId: claimId, facts: { number } });
    return ok({ id: claimId, number });
  });
}

/** The workspace is locked, so nobody else takes this number meanwhile. */
async function nextNumber(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(claims.number) })
    .from(claims)
    .where(eq(claims.workspaceId, workspaceId));
  return (row?.last ?? 0) + 1;
}
