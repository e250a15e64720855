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
import { charactersIn } from '@/domain/record/freeze';
import { type RemoveRefusal, withoutLanguage } from '@/domain/record/languages';
import { LanguageTag } from '@/domain/record/shape';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

export const RemoveLanguageInput = z.strictObject({
  claimId: id,
  language: LanguageTag,
  /** That whoever asks has been told of the words that go with it. */
  withWords: z.boolean().default(false),
});

export type RemoveLanguageRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | RemoveRefusal
  | (Refusal<'language-has-words'> & { language: string; characters: number })
  | Refusal<'not-found'>
  | (Refusal<'claim-not-open'> & { state: string });

/**
 * Takes a language out of a record, so that no coming revision holds it (SPEC LG3). Words that stand there go only when whoever asks says that they may, by
 * one edit of this person: the versions keep them, and a restore brings them back. That edit is in the log before the list changes, as live editing
 * reads the database itself.
 */
export async function removeLanguage(
  context: Context,
  input: unknown,
): Promise<Result<{ languages: string[] }, RemoveLanguageRefusal>> {
  const parsed = parseInput(RemoveLanguageInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'language.change');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, language, withWords } = parsed.value;
  const { workspaceId, personId, sid } = member;

  const before = await recordLanguages({ claimId, workspaceId }, context.db);
  if (before === undefined) return refuse({ code: 'not-found' });
  if (before.state !== 'open') return refuse({ code: 'claim-not-open', state: before.state });
  const possible = withoutLanguage(before, language);
  if (!possible.ok) return possible;
  const document = recordDocument(claimId);
  const projection = await context.collab.projectionAt(document);
  const characters = projection === undefined ? 0 : charactersIn(projection.draft, language);
  if (characters > 0 && !withWords) return refuse({ code: 'language-has-words', language, characters });
  if (characters > 0) {
    const cleared = await context.collab.clearLanguage(document, language, { personId, sid, at: context.now });
    if (cleared === 'claim-closed') return refuse({ code: 'claim-not-open', state: 'closed' });
    if (cleared === 'right-lost') return refuse({ code: 'not-allowed', permission: 'language.change' as const });
  }

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const { number, mainLanguage: main, languages: all } = claim.value;
    const languages = withoutLanguage({ main, all }, language);
    if (!languages.ok) return languages;
    await tx.update(claims).set({ languages: languages.value }).where(eq(claims.id, claimId));
    const facts = { number, language, characters };
    await recordEvent(tx, context, { type: 'language.removed', workspaceId, claimId, subjectId: claimId, facts });
    return ok({ languages: languages.value });
  });
}
