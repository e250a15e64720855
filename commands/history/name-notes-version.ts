import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { documents } from '@/db/schema';
import { notesDocument } from '@/domain/record/document-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, text } from '@/domain/text-input';
import { insertVersion } from './insert-version';

export const NameNotesVersionInput = z.strictObject({ claimId: id, name: text(80), seq: z.int().min(1).optional() });

export type NameNotesVersionRefusal = AuthorizationRefusal | InputRefusal | Refusal<'not-found'>;

/**
 * Gives a moment of one's party's notes a name to find it by, in every state of the claim. Whose notes is never asked: they are those of the seat. No event tells
 * of it, since no other party learns anything of them (PROTOCOL P51).
 */
export async function nameNotesVersion(
  context: Context,
  input: unknown,
): Promise<Result<{ seq: number }, NameNotesVersionRefusal>> {
  const parsed = parseInput(NameNotesVersionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'notes.write');
  if (!authorized.ok) return authorized;
  const { claimId, name, seq: asked } = parsed.value;
  const member = authorized.value;
  const document = notesDocument(claimId, member.party.id);
  const { collab } = context;

  const named = await withTransaction<Result<{ seq: number }, NameNotesVersionRefusal>>(context, async (tx) => {
    const claim = await loadClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const [row] = await tx.select({ headSeq: documents.headSeq }).from(documents).where(eq(documents.name, document));
    const seq = asked ?? row?.headSeq;
    if (row === undefined || seq === undefined || seq > row.headSeq) return refuse({ code: 'not-found' });
    await insertVersion(tx, context, member, { document, seq, kind: 'named', name });
    return ok({ seq });
  });
  if (named.ok) await collab.checkpointNow(document);
  return named;
}
