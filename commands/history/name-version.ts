import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { loadOpenClaim } from '@/commands/load-claim';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { recordEvent } from '@/commands/record-event';
import { documents } from '@/db/schema';
import { recordDocument } from '@/domain/record/document-name';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id, text } from '@/domain/text-input';
import { insertVersion } from './insert-version';

export const NameVersionInput = z.strictObject({ claimId: id, name: text(80), seq: z.int().min(1).optional() });

export type NameVersionRefusal =
  | AuthorizationRefusal
  | InputRefusal
  | Refusal<'not-found'>
  | (Refusal<'claim-not-open'> & { state: string });

/** Gives a moment of the record a name to find it by: the present one, or any earlier. Names stay, and one moment may have several (PROTOCOL P45). */
export async function nameVersion(context: Context, input: unknown): Promise<Result<{ seq: number }, NameVersionRefusal>> {
  const parsed = parseInput(NameVersionInput, input);
  if (!parsed.ok) return parsed;
  const authorized = authorizeParty(context.actor, 'version.name');
  if (!authorized.ok) return authorized;
  const { claimId, name, seq: asked } = parsed.value;
  const member = authorized.value;
  const { collab } = context;

  const named = await withTransaction<Result<{ seq: number }, NameVersionRefusal>>(context, async (tx) => {
    const claim = await loadOpenClaim(tx, member, claimId);
    if (!claim.ok) return claim;
    const document = recordDocument(claimId);
    const [row] = await tx.select({ headSeq: documents.headSeq }).from(documents).where(eq(documents.name, document));
    const seq = asked ?? row?.headSeq;
    if (row === undefined || seq === undefined || seq > row.headSeq) return refuse({ code: 'not-found' });
    await insertVersion(tx, context, member, { document, seq, kind: 'named', name });
    await recordEvent(tx, context, {
      type: 'version.named',
      workspaceId: member.workspaceId,
      claimId,
      facts: { name, seq },
    });
    return ok({ seq });
  });
  if (named.ok) await collab.checkpointNow(recordDocument(claimId));
  return named;
}
