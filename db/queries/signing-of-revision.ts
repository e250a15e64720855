import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/handle';
import { isOneOf } from '@/db/one-of';
import { charterVersions, corrections, revisionAuthors, revisions, signOffs, signOffWithdrawals } from '@/db/schema';
import type { Charter } from '@/domain/charter/charter-text';
import { signingParties } from '@/domain/charter/consent';
import type { ConsentFacts, OwnWorkFacts, SigningFacts, SigningParty, SignOffFacts } from '@/domain/charter/facts';
import { FrozenRecord } from '@/domain/record/frozen-record';
import { SignOffStatement } from '@/domain/record/sign-off-statement';
import { charterStandings, partiesThatLeft } from './charter-of-claim';
import { readOnce } from './read-once';

/** Whose consent a revision asks for, by its charter, and what was said so far. */
export type Consent = {
  charter: Charter;
  charterSha256: string;
  consent: ConsentFacts;
  /** The sign-offs that stand. */
  earlier: SignOffFacts[];
  /** Every sign-off that was made, in its order, with those that were taken back (SPEC L19). */
  made: MadeSignOff[];
  authors: SigningFacts['authors'];
  /** Of a substantial correction, whose work the corrected revision was (C33). */
  corrected: OwnWorkFacts | undefined;
};

export type MadeSignOff = SignOffFacts & {
  id: string;
  /** Empty for an approval without a statement. */
  reason: string;
  /** Whether its signer declared a conflict of interest in the claim (C19). */
  hasConflict: boolean;
  at: Date;
  withdrawnAt: Date | null;
};

export type Signing = Consent & {
  /** Of the bytes as they are stored, whatever the column beside them says (C23). */
  recordSha256: string;
  record: FrozenRecord;
};

type Stored = Pick<typeof revisions.$inferSelect, 'id' | 'charterVersionId' | 'bytes'>;

/** Everything that decides whether a revision may be signed, read from what is stored as bytes. Who signs and who is told to sign both ask here. */
export async function signingOfRevision({ id, charterVersionId, bytes }: Stored, conn: Db | Tx): Promise<Signing> {
  const { sha256: recordSha256, said: asked } = partiesAsked.of(bytes);
  const consent = (await consentsOf([{ id, charterVersionId, asked }], conn)).get(id);
  if (consent === undefined) throw new Error(`Revision ${id} has no signing.`);
  return {
    ...consent,
    recordSha256,
    get record() {
      return FrozenRecord.parse(JSON.parse(new TextDecoder().decode(bytes)));
    },
  };
}

/** The parties that a record's bytes ask to sign. A list of what waits reads no more of each record. */
export const partiesAsked = readOnce((json): SigningParty[] => signingParties(recordParties.parse(json)));

const recordParties = z.object({ parties: FrozenRecord.shape.parties });

/** The same of several revisions, by their ids: a list asks once for all of them. */
export async function consentsOf(
  stored: readonly { id: string; charterVersionId: string; asked: SigningParty[] }[],
  conn: Db | Tx,
): Promise<Map<string, Consent>> {
  if (stored.length === 0) return new Map();
  const ids = stored.map(({ id }) => id);
  const bound = [...new Set(stored.map(({ charterVersionId }) => charterVersionId))];
  const [versions, authors, statements, corrected] = await Promise.all([
    charterStandings(isOneOf(charterVersions.id, bound), conn),
    conn.select().from(revisionAuthors).where(isOneOf(revisionAuthors.revisionId, ids)),
    conn
      .select({ signOff: signOffs, withdrawnAt: signOffWithdrawals.at })
      .from(signOffs)
      .leftJoin(signOffWithdrawals, eq(signOffWithdrawals.signOffId, signOffs.id))
      .where(isOneOf(signOffs.revisionId, ids))
      .orderBy(asc(signOffs.position)),
    correctedWork(ids, conn),
  ]);
  const workspaceIds = [...new Set(versions.map(({ version }) => version.charter.workspace))];
  const left = (await Promise.all(workspaceIds.map((workspaceId) => partiesThatLeft({ workspaceId }, conn)))).flat();
  const gone = (charter: Charter) => signingParties(charter).filter((party) => left.includes(party.id));
  const entries = stored.map(({ id, charterVersionId, asked }): [string, Consent] => {
    const standing = versions.find(({ version }) => version.id === charterVersionId);
    if (standing === undefined) throw new Error(`Revision ${id} names a charter version that is not stored.`);
    const { version, unratified } = standing;
    const made = statements.filter(({ signOff }) => signOff.revisionId === id).map(madeSignOff);
    const consent = {
      charter: version.charter,
      charterSha256: version.sha256,
      consent: { asked, charter: signingParties(version.charter), unratified, left: gone(version.charter) },
      authors: authors
        .filter(({ revisionId }) => revisionId === id)
        .map(({ personId, characters }) => ({ personId, characters })),
      corrected: corrected.get(id),
      earlier: made.filter(({ withdrawnAt }) => withdrawnAt === null),
      made,
    };
    return [id, consent];
  });
  return new Map(entries);
}

/** Whose work it is that each of these revisions corrects in substance, by their ids. */
export async function correctedWork(ids: readonly string[], conn: Db | Tx): Promise<Map<string, OwnWorkFacts>> {
  const found = await conn
    .select({ id: corrections.revisionId, correctedId: revisions.id, proposedBy: revisions.proposedBy })
    .from(corrections)
    .innerJoin(revisions, eq(revisions.id, corrections.correctsRevisionId))
    .where(and(isOneOf(corrections.revisionId, ids), eq(corrections.grade, 'substantial')));
  if (found.length === 0) return new Map();
  const wrote = await conn
    .select()
    .from(revisionAuthors)
    .where(
      inArray(
        revisionAuthors.revisionId,
        found.map(({ correctedId }) => correctedId),
      ),
    );
  return new Map(
    found.map(({ id, correctedId, proposedBy }) => {
      const authors = wrote.filter(({ revisionId }) => revisionId === correctedId);
      return [id, { proposedBy, authors: authors.map(({ personId, characters }) => ({ personId, characters })) }];
    }),
  );
}

const signedStatements = readOnce((json) => SignOffStatement.parse(json));

/** What counts is what the signed bytes say, not a column beside them (C23). */
function madeSignOff({
  signOff: { id, partyId, personId, bytes, at },
  withdrawnAt,
}: {
  signOff: typeof signOffs.$inferSelect;
  withdrawnAt: Date | null;
}): MadeSignOff {
  const { said } = signedStatements.of(bytes);
  const { decision, recordSha256, charterSha256, reason } = said;
  const hasConflict = said.v === 3 && said.conflict === 'declared';
  return { id, partyId, personId, decision, sha256: recordSha256, charterSha256, reason, hasConflict, at, withdrawnAt };
}
