import { type Context, withTransaction } from '@/commands/command';
import { settings, workspaces } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { ok } from '@/domain/result';
import { setupTokenSetting } from './setup-token';

/**
 * Makes the one-time setup link when nobody has set a workspace up yet, and answers its token the first time only: what is stored is its digest. The
 * caller prints it for the operator. Several processes may start at once; the setting's primary key lets one of them make it.
 */
export async function ensureSetupLink(context: Context): Promise<string | undefined> {
  const token = context.randomHex(32);
  const made = await withTransaction(context, async (tx) => {
    const known = await tx.select({ id: workspaces.id }).from(workspaces).limit(1);
    if (known.length > 0) return ok(false);
    const rows = await tx
      .insert(settings)
      .values({ name: setupTokenSetting, value: digestOf(token) })
      .onConflictDoNothing()
      .returning({ name: settings.name });
    return ok(rows.length === 1);
  });
  return made.ok && made.value ? token : undefined;
}
