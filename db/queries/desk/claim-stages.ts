import { sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { rows } from '@/db/rows';
import type { Stage } from '@/domain/claim/stage';
import { stageJoins, stageOfClaim } from './claim-stage';

export type StageOfClaim = { number: number; stage: Stage };

const pageSize = 200;

/** What a steward sees of the claims, newest number first: a number and a stage, no word of a draft (SPEC A5). */
export async function claimStages(
  { workspaceId, before }: { workspaceId: string; before: number | undefined },
  conn: Db,
): Promise<{ items: StageOfClaim[]; nextCursor: number | undefined }> {
  const found = rows<StageOfClaim>(
    await conn.execute(sql`
      select c.number, ${stageOfClaim} as stage from claims c ${stageJoins}
      where c.workspace_id = ${workspaceId}::uuid and ${before === undefined ? sql`true` : sql`c.number < ${before}`}
      order by c.number desc limit ${pageSize + 1}`),
  );
  const items = found.slice(0, pageSize);
  return { items, nextCursor: found.length > pageSize ? items.at(-1)?.number : undefined };
}
