import { setImmediate } from 'node:timers/promises';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { claims, revisions } from '@/db/schema';
import { type Stage, stageOf } from '@/domain/claim/stage';
import { LikeTexts } from '@/domain/intake/similarity';

export type LikeClaim = { id: string; number: number; stage: Stage; wording: string; language: string };

const most = 5;

/** The claims of a workspace that are most like a text, best first; a number, `#12`, names its claim. A hint and nothing more (SPEC IN4). */
export async function likeClaims(
  { workspaceId, text, except }: { workspaceId: string; text: string; except?: string },
  conn: Db,
): Promise<LikeClaim[]> {
  const pool = await poolOf(workspaceId, conn);
  const number = /^#?(\d{1,9})$/.exec(text.trim())?.[1];
  const like = number === undefined ? pool.texts.like(text, { most: most + 1 }) : [];
  const keys = like.map(({ key }) => key).filter((key) => key !== except);
  const found = await conn
    .select({ id: claims.id, number: claims.number, state: claims.state, wording: claims.wording, language: claims.mainLanguage })
    .from(claims)
    .where(
      and(
        eq(claims.workspaceId, workspaceId),
        number === undefined ? inArray(claims.id, keys) : eq(claims.number, Number(number)),
      ),
    );
  const ids = found.map(({ id }) => id);
  const made = await conn
    .select({ claimId: revisions.claimId, state: revisions.state })
    .from(revisions)
    .where(inArray(revisions.claimId, ids));
  return found
    .filter(({ id }) => id !== except)
    .sort((a, b) => keys.indexOf(a.id) - keys.indexOf(b.id))
    .slice(0, most)
    .map(({ state, ...claim }) => ({
      ...claim,
      stage: stageOf({ state, revisions: made.filter(({ claimId }) => claimId === claim.id) }),
    }));
}

type Pool = { texts: LikeTexts; last: number };

/**
 * Kept in memory, by database, for the workspaces that asked last: wordings never change and claims are never deleted, so a pool only has to learn of
 * those with a higher number. Making it again for each question would take a third of a second for ten thousand claims.
 */
const pools = new WeakMap<Db, Map<string, Pool>>();
const mostPools = 8;
const together = 200;

async function poolOf(workspaceId: string, conn: Db): Promise<Pool> {
  const kept = pools.get(conn) ?? new Map<string, Pool>();
  pools.set(conn, kept);
  const pool = kept.get(workspaceId) ?? { texts: new LikeTexts(), last: 0 };
  kept.delete(workspaceId);
  kept.set(workspaceId, pool);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostPools))) kept.delete(oldest);
  const newer = await conn
    .select({ id: claims.id, number: claims.number, wording: claims.wording, title: claims.neutralTitle })
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), gt(claims.number, pool.last)))
    .orderBy(asc(claims.number));
  for (const [index, { id, number, wording, title }] of newer.entries()) {
    // Thousands of them would hold up those who are typing.
    if (index % together === together - 1) await setImmediate();
    // Another question may have brought it meanwhile.
    if (number <= pool.last) continue;
    pool.texts.add(id, title === null ? wording : `${wording} ${title}`);
    pool.last = number;
  }
  return pool;
}
