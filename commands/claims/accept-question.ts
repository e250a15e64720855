import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { claims, questionAcceptances } from '@/db/schema';
import { questionDigest } from '@/domain/record/canonical';
import { recordDocument } from '@/domain/record/document-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { hex64, id } from '@/domain/text-input';
import { type QuestionRefusal, questionOf } from './question-of';

export const AcceptQuestionInput = z.strictObject({ claimId: id, questionSha256: hex64 });

export type AcceptQuestionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | QuestionRefusal
  | Refusal<'not-found'>
  | Refusal<'already-accepted'>
  | (Refusal<'question-moved'> & { questionSha256: string })
  | (Refusal<'claim-not-open'> & { state: string });

/**
 * A party accepts the question as its member read it, by digest (C05). Another text that stands there by now is not accepted: `question-moved`. What is
 * typed after the reading makes the acceptance count for nothing, which the clause says, so nothing needs to be locked while people type.
 */
export async function acceptQuestion(context: Context, input: unknown): Promise<Result<{ id: string }, AcceptQuestionRefusal>> {
  const parsed = parseInput(AcceptQuestionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'question.accept');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { claimId, questionSha256 } = parsed.value;
  const [claim] = await context.db
    .select({ state: claims.state, language: claims.mainLanguage })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, member.workspaceId)));
  if (claim === undefined) return refuse({ code: 'not-found' });
  if (claim.state !== 'open') return refuse({ code: 'claim-not-open', state: claim.state });
  const question = questionOf(await context.collab.projectionAt(recordDocument(claimId)), claim.language);
  if (!question.ok) return question;
  const digest = questionDigest(question.value);
  if (digest !== questionSha256) return refuse({ code: 'question-moved', questionSha256: digest });

  return withTransaction(context, async (tx) => {
    const open = await loadOpenClaim(tx, member, claimId);
    if (!open.ok) return open;
    const acceptanceId = context.newId();
    const made = await tx
      .insert(questionAcceptances)
      .values({
        id: acceptanceId,
        workspaceId: member.workspaceId,
        claimId,
        partyId: member.party.id,
        personId: member.personId,
        questionSha256,
        question: question.value,
        at: context.now,
      })
      .onConflictDoNothing()
      .returning({ id: questionAcceptances.id });
    if (made.length === 0) return refuse({ code: 'already-accepted' });
    const facts = { party: member.party.name, questionSha256 };
    await recordEvent(tx, context, {
      type: 'question.accepted',
      workspaceId: member.workspaceId,
      claimId,
      subjectId: acceptanceId,
      facts,
    });
    return ok({ id: acceptanceId });
  });
}
