import { eq, max } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import type { Tx } from '@/db/handle';
import { charterVersions } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { type CharterInput, charterTemplate } from '@/domain/charter/template';
import { canonicalBytes, digestOf } from '@/domain/record/canonical';
import { closeDraft } from './close-draft';

/** Stores the next version of a workspace's charter as the bytes that will be ratified. It binds nobody yet (SPEC H4), and the live draft ends with it. */
export async function proposeCharter(
  tx: Tx,
  context: Context,
  input: Omit<CharterInput, 'number'>,
): Promise<{ id: string; number: number; sha256: string }> {
  const workspaceId = input.workspace.id;
  const [last] = await tx
    .select({ number: max(charterVersions.number) })
    .from(charterVersions)
    .where(eq(charterVersions.workspaceId, workspaceId));
  const number = (last?.number ?? 0) + 1;
  const bytes = canonicalBytes(Charter.parse(charterTemplate({ ...input, number })));
  const version = { id: context.newId(), number, sha256: digestOf(bytes) };
  const { actor } = context;
  const by = actor.kind === 'member' ? { proposedBy: actor.personId, proposedByParty: actor.party?.id ?? null } : {};
  await closeDraft(tx, workspaceId);
  await tx.insert(charterVersions).values({ ...version, ...by, workspaceId, bytes, state: 'proposed', proposedAt: context.now });
  const facts = { number, sha256: version.sha256 };
  await recordEvent(tx, context, { type: 'charter.proposed', workspaceId, subjectId: version.id, facts });
  return version;
}
