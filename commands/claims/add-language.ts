import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { recordLanguages } from '@/db/queries/record-languages';
import { claims } from '@/db/schema';
import { recordDocument } from '@/domain/record/document-name';
import { type AddRefusal, offeredLanguages, withLanguage } from '@/domain/record/languages';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

export const AddLanguageInput = z.strictObject({ claimId: id, language: z.enum(offeredLanguages) });

export type AddLanguageRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | AddRefusal
  | Refusal<'not-found'>
  | Refusal<'record-full'>
  | (Refusal<'claim-not-open'> & { state: string });

/**
 * Gives a record another language, which every coming revision then holds (SPEC LG1, LG3). The lines to write in are made first, outside of the transaction,
 * as live editing reads the database itself; when the list is refused after all, nobody sees them.
 */
export async function addLanguage(
  context: Context,
  input: unknown,
): Promise<Result<{ languages: string[] }, AddLanguageRefusal>> {
  const parsed = parseInput(AddLanguageInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'language.change');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, language } = parsed.value;
  const { workspaceId, personId, party } = member;

  const before = await recordLanguages({ claimId, workspaceId }, context.db);
  if (before === undefined) return refuse({ code: 'not-found' });
  if (before.state !== 'open') return refuse({ code: 'claim-not-open', state: before.state });
  const possible = withLanguage(before, language);
  if (!possible.ok) return possible;
  const by = { personId, partyId: party.id, at: context.now };
  const begun = await context.collab.beginLanguage(recordDocument(claimId), language, by);
  if (begun === 'does-not-fit') return refuse({ code: 'record-full' });
  if (begun === 'claim-closed') return refuse({ code: 'claim-not-open', state: 'closed' });

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const { number, mainLanguage: main, languages: all } = claim.value;
    const languages = withLanguage({ main, all }, language);
    if (!languages.ok) return languages;
    await tx.update(claims).set({ languages: languages.value }).where(eq(claims.id, claimId));
    await recordEvent(tx, context, {
      type: 'language.added',
      workspaceId,
      claimId,
      subjectId: claimId,
      facts: { number, language },
    });
    return ok({ languages: languages.value });
  });
}
