import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { charterVersions, revisions, signOffs, verdicts } from '@/db/schema';
import { stands } from '../stands';
import { type BrokenBytes, faultOfBytes } from './broken-bytes';
import { isPublished } from './published';

/** Bytes exactly as they were stored and signed, with their lower-case hex SHA-256. `broken` when they are not those bytes: then nobody is to have them. */
export type StoredBytes = { bytes: Uint8Array; sha256: string; broken?: BrokenBytes };

type OfRevision = { workspaceId: string; slug: string; number: number };

/** The canonical record of a published revision. */
export async function recordBytes({ workspaceId, slug, number }: OfRevision, conn: Db): Promise<StoredBytes | undefined> {
  const [row] = await conn
    .select({ bytes: revisions.bytes, sha256: revisions.sha256 })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.claimId, verdicts.claimId))
    .where(and(eq(verdicts.workspaceId, workspaceId), eq(verdicts.slug, slug), eq(revisions.number, number), isPublished));
  return hashed('record', row);
}

/** A signer's statement on a published revision, by its place among them. */
export async function signOffBytes(
  { workspaceId, slug, number, position }: OfRevision & { position: number },
  conn: Db,
): Promise<StoredBytes | undefined> {
  const [row] = await conn
    .select({ bytes: signOffs.bytes, sha256: signOffs.sha256 })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.claimId, verdicts.claimId))
    .innerJoin(signOffs, eq(signOffs.revisionId, revisions.id))
    .where(
      and(
        eq(verdicts.workspaceId, workspaceId),
        eq(verdicts.slug, slug),
        eq(revisions.number, number),
        eq(signOffs.position, position),
        stands,
        isPublished,
      ),
    );
  return hashed('sign-off', row);
}

/** A charter version that every signing party has ratified. */
export async function charterBytes(
  { workspaceId, number }: { workspaceId: string; number: number },
  conn: Db,
): Promise<StoredBytes | undefined> {
  const [row] = await conn
    .select({ bytes: charterVersions.bytes, sha256: charterVersions.sha256 })
    .from(charterVersions)
    .where(
      and(
        eq(charterVersions.workspaceId, workspaceId),
        eq(charterVersions.number, number),
        inArray(charterVersions.state, ['notice', 'in-force', 'superseded']),
      ),
    );
  return hashed('charter', row);
}

function hashed(what: BrokenBytes['what'], row: StoredBytes | undefined): StoredBytes | undefined {
  const broken = row && faultOfBytes(what, row);
  return row && broken ? { ...row, broken } : row;
}
