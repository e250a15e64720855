import type { Context } from '@/commands/command';
import type { Tx } from '@/db/handle';
import { sessions } from '@/db/schema';

/** How long a session lasts without a sign-in. */
export const sessionMs = 7 * 24 * 60 * 60 * 1000;

/** A session of seven days; `confirmedAt` is when the person proved who they are (C22). Answers its id. */
export async function startSession(
  tx: Tx,
  context: Context,
  { personId, browser = null, confirmedAt }: { personId: string; browser?: string | null; confirmedAt: Date },
): Promise<string> {
  const sid = context.newId();
  const expiresAt = new Date(context.now.getTime() + sessionMs);
  await tx
    .insert(sessions)
    .values({ sid, personId, confirmedAt, createdAt: context.now, lastSeenAt: context.now, expiresAt, browser });
  return sid;
}
