import { eq } from 'drizzle-orm';
import { submitChallenge } from '@/commands/challenges/submit-challenge';
import type { Db } from '@/db/handle';
import { challenges, claims } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { answerOf, contextFor, contextOf, noon, type Workspace } from './build';
import { buildRevision, sign } from './sign';

export const challengeWords = 'The resolution does not say what the finding says that it says.';
export const decisionReason = 'The finding rests on the third paragraph, which the challenge leaves out.';

/** A verdict that both desks have signed, with its address. */
export async function buildVerdict(db: Db, workspace: Workspace): Promise<{ claimId: string; revisionId: string; slug: string }> {
  const revision = await buildRevision(db, workspace);
  for (const desk of [workspace.south, workspace.north])
    answerOf(await sign(contextFor(db, desk.moderators[0]), workspace, revision));
  const [claim] = await db.select({ slug: claims.slug }).from(claims).where(eq(claims.id, revision.claimId));
  return { claimId: revision.claimId, revisionId: revision.id, slug: claim?.slug ?? '' };
}

/** What a reader sends; each from an address of its own, so that no test spends another's attempts. */
export function challengeInput(workspace: Workspace, slug: string, changes: Record<string, unknown> = {}) {
  return {
    ...{ workspaceId: workspace.id, slug, locale: 'en', from: crypto.randomUUID() },
    ...{ about: 'finding', words: challengeWords },
    ...changes,
  };
}

/** A challenge that a reader has sent. */
export async function buildChallenge(
  db: Db,
  workspace: Workspace,
  slug: string,
  { now = noon, ...changes }: { now?: Date } & Record<string, unknown> = {},
): Promise<{ id: string; number: number; token: string }> {
  const context = contextOf(db, { kind: 'public' }, { now });
  const { number, token } = answerOf(await submitChallenge(context, challengeInput(workspace, slug, changes)));
  const [row] = await db
    .select({ id: challenges.id })
    .from(challenges)
    .where(eq(challenges.tokenSha256, digestOf(token)));
  return { id: row?.id ?? '', number, token };
}
