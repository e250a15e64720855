import { eq } from 'drizzle-orm';
import type { Context } from '@/commands/command';
import { recordEvent } from '@/commands/record-event';
import { schedule } from '@/commands/schedule';
import type { Tx } from '@/db/handle';
import { charterVersions } from '@/db/schema';
import { noticeEnd } from '@/domain/charter/amendment';
import { putInForce } from './put-in-force';

type Version = typeof charterVersions.$inferSelect;

/**
 * Everybody who is asked has ratified. A desk's first charter is in force at once; a later one after the notice of the version that it changes, which the public
 * reads of from this moment on (SPEC H13).
 */
export async function beginNotice(
  tx: Tx,
  context: Context,
  version: Version,
  { noticeDays }: { noticeDays: number },
): Promise<Pick<Version, 'state' | 'effectiveAt'>> {
  const { id, workspaceId, number, sha256 } = version;
  const effectiveAt = noticeEnd(context.now, noticeDays);
  if (effectiveAt.getTime() === context.now.getTime()) {
    await putInForce(tx, context, version, { ratifiedAt: context.now });
    return { state: 'in-force', effectiveAt: null };
  }
  await tx
    .update(charterVersions)
    .set({ state: 'notice', ratifiedAt: context.now, effectiveAt })
    .where(eq(charterVersions.id, id));
  await schedule(tx, context, { kind: 'charter.advance', workspaceId, subjectId: id, at: effectiveAt });
  const facts = { number, sha256, from: effectiveAt.toISOString() };
  await recordEvent(tx, context, { type: 'charter.notice-begun', workspaceId, subjectId: id, facts });
  return { state: 'notice', effectiveAt };
}
