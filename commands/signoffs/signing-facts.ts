import { asc, eq } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { RevisionRow } from '@/commands/revisions/load-revision';
import type { Db, Tx } from '@/db/handle';
import { charterVersions, revisionAuthors, signOffs } from '@/db/schema';
import { Charter } from '@/domain/charter/charter-text';
import { clauseIds } from '@/domain/charter/clauses';
import type { SigningFacts, SignOffFacts } from '@/domain/charter/facts';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { SignOffStatement } from '@/domain/record/sign-off-statement';

export type Signing = {
  charter: Charter;
  charterSha256: string;
  record: FrozenRecord;
  earlier: SignOffFacts[];
  authors: SigningFacts['authors'];
};

/** Everything that decides whether a revision may be signed, read from what is stored as bytes. */
export async function loadSigning(revision: RevisionRow, conn: Db | Tx): Promise<Signing> {
  const [version] = await conn.select().from(charterVersions).where(eq(charterVersions.id, revision.charterVersionId));
  if (version === undefined) throw new Error(`Revision ${revision.id} names a charter version that is not stored.`);
  const authors = await conn.select().from(revisionAuthors).where(eq(revisionAuthors.revisionId, revision.id));
  const rows = await conn.select().from(signOffs).where(eq(signOffs.revisionId, revision.id)).orderBy(asc(signOffs.position));
  return {
    charter: Charter.parse(parsed(version.bytes)),
    charterSha256: version.sha256,
    record: FrozenRecord.parse(parsed(revision.bytes)),
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

export type Position = {
  decision: SigningFacts['decision'];
  reason: string | undefined;
  cites: string | undefined;
  recordSha256: string;
  charterSha256: string;
};

export function signingFacts({
  member,
  now,
  revision,
  signing,
  position,
}: {
  member: PartyMember;
  now: Date;
  revision: RevisionRow;
  signing: Signing;
  position: Position;
}): SigningFacts {
  return {
    signer: { personId: member.personId, partyId: member.party.id, party: member.party.name },
    confirmedMsAgo: now.getTime() - member.confirmedAt.getTime(),
    proposedBy: revision.proposedBy,
    authors: signing.authors,
    revision: { sha256: revision.sha256, charterSha256: signing.charterSha256 },
    named: { sha256: position.recordSha256, charterSha256: position.charterSha256 },
    earlier: signing.earlier.map(({ personId, partyId }) => ({ personId, partyId })),
    decision: position.decision,
    reason: position.reason,
    cites: position.cites,
    citable: [...clauseIds, ...signing.record.sources.map((source) => `E${source.number}`)],
  };
}

function parsed(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
