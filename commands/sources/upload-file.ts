import { and, count, eq } from 'drizzle-orm';
import { type AuthorizationRefusal, authorizeParty, type PartyMember } from '@/commands/authorize';
import { type Context, withTransaction } from '@/commands/command';
import { lockWorkspace } from '@/commands/lock-workspace';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { objects, parties, uploads } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { type Examined, examineBytes, NotWhole } from '@/platform/examine-bytes';
import { forgetUpload } from './forget-upload';
import { waitingFile } from './take-file';

/** Files of a party that nobody has attached yet, those on their way included (SPEC F4). */
export const mostUnattached = 20;

export type Upload = {
  /** The bytes that are to come, as they were announced. */
  sizeBytes: number;
  limitBytes: number;
  bytes: AsyncIterable<Uint8Array>;
  /** Who asks, and what time it is, when the last byte has come (SPEC F11). */
  again: () => Promise<Context>;
};

export type UploadRefusal =
  | AuthorizationRefusal
  | Refusal<'file-empty'>
  | (Refusal<'file-too-large'> & { limitBytes: number })
  | (Refusal<'too-many-uploads'> & { limit: number })
  | Refusal<'upload-not-whole'>;

type Arriving = { id: string; key: string };

/** Takes a file in while it is hashed; a source of kind `file` then names its digest. A party's bytes are kept once (SPEC F1 to F3). */
export async function uploadFile(context: Context, upload: Upload): Promise<Result<Examined, UploadRefusal>> {
  const { sizeBytes, limitBytes } = upload;
  const authorized = authorizeParty(context.actor, 'object.store');
  if (!authorized.ok) return authorized;
  if (sizeBytes === 0) return refuse({ code: 'file-empty' });
  if (sizeBytes > limitBytes) return refuse({ code: 'file-too-large', limitBytes });
  const begun = await begin(context, authorized.value);
  if (!begun.ok) return begun;
  const { bytes, examined } = examineBytes(upload.bytes, { sizeBytes });
  try {
    await context.objects.put(begun.value.key, bytes);
  } catch (fault) {
    await forgetUpload(context, begun.value);
    if (fault instanceof NotWhole) return refuse({ code: 'upload-not-whole' });
    throw fault;
  }
  const kept = await keep(await upload.again(), authorized.value, begun.value, await examined());
  if (!kept.ok || kept.value.isKnown) await forgetUpload(context, begun.value);
  return kept.ok ? ok(kept.value.file) : kept;
}

/** The row comes before the first byte, so that whatever happens to this process, the bytes are found and taken away. */
async function begin(context: Context, member: PartyMember): Promise<Result<Arriving, UploadRefusal>> {
  const { workspaceId, personId, party } = member;
  const id = context.newId();
  const key = `${workspaceId}/${id}`;
  return withTransaction(context, async (tx) => {
    // The party is locked, so that files that come at the same time count each other. Its key is not: others may refer to it meanwhile.
    await tx.select({ id: parties.id }).from(parties).where(eq(parties.id, party.id)).for('no key update');
    const [unattached] = await tx.select({ n: count() }).from(uploads).where(eq(uploads.partyId, party.id));
    if ((unattached?.n ?? 0) >= mostUnattached) return refuse({ code: 'too-many-uploads', limit: mostUnattached });
    const arriving = { id, workspaceId, partyId: party.id, personId, key, state: 'arriving' as const, since: context.now };
    await tx.insert(uploads).values(arriving);
    return ok({ id, key });
  });
}

/** What has come whole can be attached, unless the same bytes are here already: then those are what is attached. */
async function keep(
  context: Context,
  uploader: PartyMember,
  { id }: Arriving,
  file: Examined,
): Promise<Result<{ file: Examined; isKnown: boolean }, AuthorizationRefusal>> {
  const still = authorizeParty(context.actor, 'object.store');
  if (!still.ok) return still;
  const { workspaceId, party } = still.value;
  if (party.id !== uploader.party.id) return refuse({ code: 'not-allowed', permission: 'object.store' });

  return withTransaction(context, async (tx) => {
    // The same bytes may be coming twice at this moment.
    await lockWorkspace(tx, workspaceId);
    if (await isHere(tx, context, { workspaceId, partyId: party.id, sha256: file.sha256 })) {
      await tx.update(uploads).set({ state: 'ending' }).where(eq(uploads.id, id));
      return ok({ file, isKnown: true });
    }
    await tx
      .update(uploads)
      .set({ ...file, state: 'ready', since: context.now })
      .where(eq(uploads.id, id));
    const facts = { sha256: file.sha256, sizeBytes: file.sizeBytes };
    await recordEvent(tx, context, { type: 'object.stored', workspaceId, subjectId: id, facts });
    return ok({ file, isKnown: false });
  });
}

/**
 * Whether these bytes are stored where this party may know of it: attached by anybody, or waiting to be attached by the party itself (SPEC F12). Those that
 * wait do so for another day.
 */
async function isHere(
  tx: Tx,
  context: Context,
  { workspaceId, partyId, sha256 }: { workspaceId: string; partyId: string; sha256: string },
): Promise<boolean> {
  const waiting = await tx
    .update(uploads)
    .set({ since: context.now })
    .where(waitingFile({ workspaceId, partyId, sha256 }))
    .returning({ id: uploads.id });
  if (waiting.length > 0) return true;
  const stored = await tx
    .select({ sha256: objects.sha256 })
    .from(objects)
    .where(and(eq(objects.workspaceId, workspaceId), eq(objects.sha256, sha256)));
  return stored.length > 0;
}
