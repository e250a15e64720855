import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { arrayOf, isOneOf } from '@/db/one-of';
import { type Consent, consentsOf, partiesAsked } from '@/db/queries/signing-of-revision';
import { revisions } from '@/db/schema';
import { barsToSigning } from '@/domain/charter/check-signing';
import { faultOfConsent } from '@/domain/charter/consent';
import type { SigningParty } from '@/domain/charter/facts';
import { standingsOf } from '@/domain/claim/outcome';
import type { WaitKind } from '@/domain/claim/waits';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';

/** A revision in signing, with the parties whose approval it lacks by the charter's own bytes (SPEC H7). */
export type InSigning = {
  revisionId: string;
  claimId: string;
  number: number;
  missing: string[];
  /** Whether nothing keeps this person from giving a missing approval (SPEC H6). */
  waitsForPerson: (member: Member) => boolean;
};

/** The revisions in signing of a workspace. Few at any time: a claim has one at most, and each asks for people's time. */
export async function revisionsThatWait({ workspaceId }: { workspaceId: string }, conn: Db): Promise<InSigning[]> {
  const open = await openRevisions(workspaceId, conn);
  const asked = await askedBy(open, conn);
  const stored = open.map(({ id, charterVersionId, found }) => ({ id, charterVersionId, asked: asked.get(found) ?? [] }));
  const consents = await consentsOf(stored, conn);
  return open.map((revision) => waitOf(revision, consents.get(revision.id)));
}

/** `found` is the digest that the bytes have: the database hashes what it holds, so that bytes which are known need not come (C23). */
function openRevisions(workspaceId: string, conn: Db) {
  const { id, claimId, number, sha256, proposedBy, charterVersionId, bytes } = revisions;
  const found = sql<string>`encode(sha256(${bytes}), 'hex')`;
  return conn
    .select({ id, claimId, number, sha256, proposedBy, charterVersionId, found })
    .from(revisions)
    .where(and(eq(revisions.workspaceId, workspaceId), eq(revisions.state, 'signing')))
    .orderBy(revisions.number);
}

type OpenRevision = Awaited<ReturnType<typeof openRevisions>>[number];

/** The parties that the bytes of each revision ask, by their digest; only bytes that nobody has read yet are brought. */
async function askedBy(open: readonly OpenRevision[], conn: Db): Promise<Map<string, SigningParty[]>> {
  const asked = new Map<string, SigningParty[]>();
  const unread: string[] = [];
  for (const { id, found } of open) {
    const known = partiesAsked.known(found);
    if (known === undefined) unread.push(id);
    else asked.set(found, known);
  }
  if (unread.length === 0) return asked;
  const brought = await conn.select({ bytes: revisions.bytes }).from(revisions).where(isOneOf(revisions.id, unread));
  for (const { bytes } of brought) {
    const { sha256, said } = partiesAsked.of(bytes);
    asked.set(sha256, said);
  }
  return asked;
}

function waitOf(revision: OpenRevision, signing: Consent | undefined): InSigning {
  const { id: revisionId, claimId, number, sha256, proposedBy } = revision;
  if (signing === undefined || faultOfConsent(signing.consent) !== undefined)
    return { revisionId, claimId, number, missing: [], waitsForPerson: () => false };
  const { charter, charterSha256, consent, earlier, authors, corrected } = signing;
  const { signersPerParty } = charter.parameters;
  const lacking = standingsOf(
    { parties: consent.charter, signOffs: earlier, revision: { sha256, charterSha256 }, signersPerParty },
    'signing',
  ).silent;
  const missing = lacking.map(({ id }) => id);
  const waitsForPerson = (member: Member) =>
    may(member, 'revision.sign') &&
    missing.includes(member.party?.id ?? '') &&
    barsToSigning({ signer: member, proposedBy, authors, earlier, corrected }, charter.parameters).length === 0;
  return { revisionId, claimId, number, missing, waitsForPerson };
}

/**
 * Rows of (claim_id, party_id, kind, n): which claim waits for which party, for what, and how often (SPEC D1). Never stored, so it is never stale. What
 * waits for a signature is said by the charter's functions and handed in; the rest is a question to the tables.
 */
export function claimWaits({
  workspaceId,
  signingParties,
  inSigning,
}: {
  workspaceId: string;
  signingParties: readonly string[];
  inSigning: readonly InSigning[];
}): SQL {
  const workspace = sql`${workspaceId}::uuid`;
  const parties = sql`(select id as party_id from parties where ${isOneOf(sql`id`, signingParties)}) p`;
  const lacking = inSigning.flatMap(({ claimId, missing }) => missing.map((partyId) => ({ claimId, partyId })));
  const branches = [
    sql`select c.id as claim_id, p.party_id, ${kind('open')} as kind, 1 as n
      from claims c cross join ${parties}
      where c.workspace_id = ${workspace} and c.state = 'submitted'`,
    sql`select c.id, p.party_id, ${kind('question')}, 1
      from claims c
      join document_projections d on d.document = 'claims/' || c.id || '/record'
      cross join ${parties}
      where c.workspace_id = ${workspace} and c.state = 'open' and ${isAtWork} and d.questions->>c.main_language is not null
        and not exists (select from question_acceptances a where a.claim_id = c.id and a.party_id = p.party_id
          and a.question_sha256 = d.questions->>c.main_language)`,
    sql`select s.claim_id, p.party_id, ${kind('sources')}, count(*)::int
      from sources s join claims c on c.id = s.claim_id and c.state = 'open' join ${parties} on p.party_id <> s.attached_by_party
      where s.workspace_id = ${workspace} and s.state = 'proposed'
      group by s.claim_id, p.party_id`,
    sql`select r.claim_id, r.proposed_by_party, ${kind('answer')}, count(*)::int
      from revisions r join claims c on c.id = r.claim_id and c.state = 'open'
      join sign_offs o on o.revision_id = r.id and o.decision = 'dissent'
        and not exists (select from sign_off_withdrawals w where w.sign_off_id = o.id)
      where r.workspace_id = ${workspace} and ${isAtWork}
        and not exists (select from revisions later where later.claim_id = r.claim_id and later.number > r.number)
      group by r.claim_id, r.proposed_by_party`,
    sql`select claim_id, party_id, ${kind('sign')}, 1
      from unnest(${arrayOf(lacking.map(({ claimId }) => claimId))}, ${arrayOf(lacking.map(({ partyId }) => partyId))}) s(claim_id, party_id)`,
  ];
  return sql`(${sql.join(branches, sql` union all `)})`;
}

/** Nothing of the claim is being signed or published: its stage is open. Asked as the two indexes are made, of which neither opens a revision. */
const isAtWork = sql`not exists (select from revisions r2 where r2.claim_id = c.id and r2.state in ('signing', 'cooling-off'))
  and not exists (select from revisions r3 where r3.claim_id = c.id and r3.state = 'published')`;

function kind(name: WaitKind): SQL {
  return sql`${name}::text`;
}
