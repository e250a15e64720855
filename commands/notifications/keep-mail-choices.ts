import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { mailChoices } from '@/db/schema';
import { type MailWay, type ToldGroup, toldGroups } from '@/domain/discussion/told-kinds';
import { scheduleDigest } from './tell';

/** Stores how a person wants the news of some groups. What waited to be told at once comes with the next digest then. */
export async function keepMailChoices(
  tx: Tx,
  context: Context,
  { personId, workspaceId, choices }: { personId: string; workspaceId: string; choices: Partial<Record<ToldGroup, MailWay>> },
): Promise<void> {
  for (const group of toldGroups) {
    const way = choices[group];
    if (way === undefined) continue;
    await tx
      .insert(mailChoices)
      .values({ personId, workspaceId, group, way })
      .onConflictDoUpdate({ target: [mailChoices.personId, mailChoices.workspaceId, mailChoices.group], set: { way } });
  }
  if (Object.values(choices).includes('digest')) await scheduleDigest(tx, context, workspaceId);
}
