import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { claims, sources } from '@/db/schema';
import { clauseIds } from '@/domain/charter/clauses';
import { audiences, eventFor, partyOfAudience } from '@/domain/discussion/audience';
import { Passage } from '@/domain/discussion/passage';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { commentFields } from './comment-input';
import { type CommentRefusal, insertComment, type NewComment } from './insert-comment';
import { passageStands } from './passage-stands';

export const WriteCommentInput = z.strictObject({
  claimId: id,
  audience: z.enum(audiences),
  on: z.discriminatedUnion('kind', [
    Passage.extend({ kind: z.literal('passage') }),
    z.strictObject({ kind: z.literal('source'), sourceId: id }),
    z.strictObject({ kind: z.literal('clause'), clause: z.enum(clauseIds) }),
    z.strictObject({ kind: z.literal('claim') }),
  ]),
  ...commentFields,
});

type On = z.output<typeof WriteCommentInput>['on'];

export type WriteCommentRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | CommentRefusal
  | Refusal<'not-found'>
  | (Refusal<'claim-not-open'> & { state: string })
  | Refusal<'passage-moved'>
  | Refusal<'source-withdrawn'>;

/**
 * Begins a thread (SPEC K1 to K3). What is typed after the words were chosen may take them out of the text: then `passage-moved` asks to choose again, so that nobody
 * quotes what a text never said.
 */
export async function writeComment(context: Context, input: unknown): Promise<Result<{ id: string }, WriteCommentRefusal>> {
  const parsed = parseInput(WriteCommentInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'comment.write');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const { workspaceId, party } = member;
  const { claimId, audience, on, body, mentions } = parsed.value;
  const [known] = await context.db
    .select({ state: claims.state })
    .from(claims)
    .where(and(eq(claims.id, claimId), eq(claims.workspaceId, workspaceId)));
  if (known === undefined) return refuse({ code: 'not-found' });
  if (known.state !== 'open') return refuse({ code: 'claim-not-open', state: known.state });
  if (on.kind === 'passage' && !(await passageStands(context.collab, claimId, passageOf(on))))
    return refuse({ code: 'passage-moved' });

  return withTransaction(context, async (tx) => {
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const place = await placeOf(tx, claimId, on);
    if (!place.ok) return place;
    const audienceParty = partyOfAudience(audience, party.id);
    const made = await insertComment(tx, context, member, { claimId, audienceParty, body, mentions, ...place.value });
    if (!made.ok) return made;
    await recordEvent(tx, context, {
      type: eventFor(audienceParty, 'comment.written'),
      workspaceId,
      claimId,
      subjectId: made.value.id,
      facts: { isReply: false },
    });
    return ok({ id: made.value.id });
  });
}

/** What the comment is on, as it is stored. A source of another claim is an unknown one. */
async function placeOf(
  tx: Tx,
  claimId: string,
  on: On,
): Promise<Result<Pick<NewComment, 'passage' | 'sourceId' | 'clause'>, Refusal<'not-found'> | Refusal<'source-withdrawn'>>> {
  switch (on.kind) {
    case 'passage':
      return ok({ passage: passageOf(on) });
    case 'clause':
      return ok({ clause: on.clause });
    case 'claim':
      return ok({});
    case 'source': {
      const [source] = await tx
        .select({ state: sources.state })
        .from(sources)
        .where(and(eq(sources.id, on.sourceId), eq(sources.claimId, claimId)));
      if (source === undefined) return refuse({ code: 'not-found' });
      return source.state === 'withdrawn' ? refuse({ code: 'source-withdrawn' }) : ok({ sourceId: on.sourceId });
    }
  }
}

function passageOf({ kind: _kind, ...passage }: Extract<On, { kind: 'passage' }>): Passage {
  return passage;
}
