import { asc, inArray } from 'drizzle-orm';
import { z } from 'zod';
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
  const signing = (await signingsOf([revision], conn)).get(revision.id);
  if (signing === undefined) throw new Error(`Revision ${revision.id} has no signing.`);
  return signing;
}

/** The same of several revisions, by their ids: a list asks once for all of them. */
export async function signingsOf(stored: readonly Stored[], conn: Db | Tx): Promise<Map<string, Signing>> {
  if (stored.length === 0) return new Map();
  const ids = stored.map(({ id }) => id);
  const versions = await versionsOf(
    stored.map(({ charterVersionId }) => charterVersionId),
    conn,
  );
  const authors = await conn.select().from(revisionAuthors).where(inArray(revisionAuthors.revisionId, ids));
  const rows = await conn.select().from(signOffs).where(inArray(signOffs.revisionId, ids)).orderBy(asc(signOffs.position));
  const entries = stored.map((revision): [string, Signing] => {
    const version = versions.get(revision.charterVersionId);
    if (version === undefined) throw new Error(`Revision ${revision.id} names a charter version that is not stored.`);
    const { read, unratified } = version;
    const record = parsed(revision.bytes);
    const signing: Signing = {
      charter: read.charter,
      charterSha256: read.sha256,
      // A list of what waits reads whose consent is asked and no more: the rest of each record is read when somebody wants it.
      get recordSha256() {
        return digestOf(revision.bytes);
      },
      get record() {
        return FrozenRecord.parse(record);
      },
      consent: { asked: signingParties(recordParties.parse(record)), charter: signingParties(read.charter), unratified },
      authors: authors
        .filter(({ revisionId }) => revisionId === revision.id)
        .map(({ personId, characters }) => ({ personId, characters })),
      earlier: rows.filter(({ revisionId }) => revisionId === revision.id).map(factsOfSignOff),
    };
    return [revision.id, signing];
  });
  return new Map(entries);
}

const recordParties = z.object({ parties: FrozenRecord.shape.parties });

type Version = { read: { charter: Charter; sha256: string }; unratified: ConsentFacts['unratified'] };

/** Each charter version once, however many revisions it binds. */
async function versionsOf(ids: readonly string[], conn: Db | Tx): Promise<Map<string, Version>> {
  const stored = await conn
    .select()
    .from(charterVersions)
    .where(inArray(charterVersions.id, [...new Set(ids)]));
  const versions = new Map<string, Version>();
  for (const one of stored) {
    const { version: read, unratified } = await ratificationOf(one, conn);
    versions.set(one.id, { read, unratified });
  }
  return versions;
}

/** What counts is what the signed bytes say, not a column beside them (C23). */
function factsOfSignOff(row: typeof signOffs.$inferSelect): SignOffFacts {
  const statement = SignOffStatement.parse(parsed(row.bytes));
  return {
    partyId: row.partyId,
    personId: row.personId,
    decision: statement.decision,
    sha256: statement.recordSha256,
    charterSha256: statement.charterSha256,
  };
}

function parsed(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
