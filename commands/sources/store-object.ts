import { type AuthorizationRefusal, authorizeParty } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import { objects } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';

/** Enough for an article or a scanned document. */
const largestBytes = 8 * 1024 * 1024;

export type StoreObjectRefusal =
  | AuthorizationRefusal
  | (Refusal<'file-too-large'> & { sizeBytes: number; limitBytes: number })
  | Refusal<'file-empty'>;

/** Stores bytes under their SHA-256, once per workspace; a source of kind `file` names them. The same bytes again change nothing. */
export async function storeObject(
  context: Context,
  { bytes, mediaType }: { bytes: Uint8Array; mediaType: string },
): Promise<Result<{ sha256: string }, StoreObjectRefusal>> {
  const authorized = authorizeParty(context.actor, 'object.store');
  if (!authorized.ok) return authorized;
  const { workspaceId } = authorized.value;
  const sizeBytes = bytes.byteLength;
  if (sizeBytes === 0) return refuse({ code: 'file-empty' });
  if (sizeBytes > largestBytes) return refuse({ code: 'file-too-large', sizeBytes, limitBytes: largestBytes });
  const sha256 = digestOf(bytes);

  return withTransaction(context, async (tx) => {
    const stored = await tx
      .insert(objects)
      .values({ workspaceId, sha256, mediaType, sizeBytes, bytes, storedAt: context.now })
      .onConflictDoNothing()
      .returning({ sha256: objects.sha256 });
    if (stored.length > 0) await recordEvent(tx, context, { type: 'object.stored', workspaceId, facts: { sha256, sizeBytes } });
    return ok({ sha256 });
  });
}
