import { asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, revisionAuthors, type revisions, signOffs } from '@/db/schema';
import type { Charter } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';
import type { ConsentFacts, SigningFacts, SignOffFacts } from '@/domain/charter/facts';
import { digestOf } from '@/domain/record/canonical';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { SignOffStatement } from '@/domain/record/sign-off-statement';
import { ratificationOf } from './charter-of-claim';

export type Signing = {
  charter: Charter;
  charterSha256: string;
  /** Of the bytes as they are stored, whatever the column beside them says (C23). */
  recordSha256: string;
  record: FrozenRecord;
  consent: ConsentFacts;
  earlier: SignOffFacts[];
  authors: SigningFacts['authors'];
};

type Stored = Pick<typeof revisions.$inferSelect, 'id' | 'charterVersionId' | 'bytes'>;

/** Everything that decides whether a revision may be signed, read from what is stored as bytes. Who signs and who is told to sign both ask here. */
export async function signingOfRevision(revision: Stored, conn: Db | Tx): Promise<Signing> {
  const [version] = await conn.select().from(charterVersions).where(eq(charterVersions.id, revision.charterVersionId));
  if (version === undefined) throw new Error(`Revision ${revision.id} names a charter version that is not stored.`);
  const { version: read, unratified } = await ratificationOf(version, conn);
  const record = FrozenRecord.parse(parsed(revision.bytes));
  const authors = await conn.select().from(revisionAuthors).where(eq(revisionAuthors.revisionId, revision.id));
  const rows = await conn.select().from(signOffs).where(eq(signOffs.revisionId, revision.id)).orderBy(asc(signOffs.position));
  return {
    charter: read.charter,
    charterSha256: read.sha256,
    recordSha256: digestOf(revision.bytes),
    record,
    consent: { asked: signingParties(record), charter: signingParties(read.charter), unratified },
    authors: authors.map(({ personId, characters }) => ({ personId, characters })),
    earlier: rows.map((row) => {
      // What counts is what the signed bytes say, not a column beside them (C23).
      const statement = SignOffStatement.parse(parsed(row.bytes));
      return {
        partyId: row.partyId,
        personId: row.personId,
        decision: statement.decision,
        sha256: statement.recordSha256,
        charterSha256: statement.charterSha256,
      };
    }),
  };
}

function parsed(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
