import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { revisions, signOffProofs, signOffs, verdicts } from '@/db/schema';
import { digestOf } from '@/domain/record/canonical';
import { pemOf } from '@/platform/passkey-key';
import { isPublished } from './published';
import type { StoredBytes } from './published-bytes';

/** What a personal key's signature is checked with, beside the statement: the ends of their addresses. */
export const proofParts = ['clientDataJSON', 'authenticatorData', 'signature', 'pem'] as const;
export type ProofPart = (typeof proofParts)[number];

type Asked = { workspaceId: string; slug: string; number: number; position: number; part: ProofPart };

/** One part of the proof of a published sign-off that a personal key has signed; of any other there is nothing. No digest stands beside it: the key tells whether it is what was signed. */
export async function proofBytes(
  { workspaceId, slug, number, position, part }: Asked,
  conn: Db,
): Promise<StoredBytes | undefined> {
  const [row] = await conn
    .select({ proof: signOffProofs })
    .from(verdicts)
    .innerJoin(revisions, eq(revisions.claimId, verdicts.claimId))
    .innerJoin(signOffs, eq(signOffs.revisionId, revisions.id))
    .innerJoin(signOffProofs, eq(signOffProofs.signOffId, signOffs.id))
    .where(
      and(
        eq(verdicts.workspaceId, workspaceId),
        eq(verdicts.slug, slug),
        eq(revisions.number, number),
        eq(signOffs.position, position),
        isPublished,
      ),
    );
  const bytes = row === undefined ? null : partOf(row.proof, part);
  return bytes === null ? undefined : { bytes, sha256: digestOf(bytes) };
}

type Kept = Pick<typeof signOffProofs.$inferSelect, 'clientDataJson' | 'authenticatorData' | 'signature' | 'spki'>;

export function partOf(proof: Kept, part: ProofPart): Uint8Array | null {
  switch (part) {
    case 'clientDataJSON':
      return proof.clientDataJson;
    case 'authenticatorData':
      return proof.authenticatorData;
    case 'signature':
      return proof.signature;
    case 'pem':
      return proof.spki === null ? null : new TextEncoder().encode(pemOf(proof.spki));
  }
}
