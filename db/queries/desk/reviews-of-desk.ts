import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { isOneOf } from '@/db/one-of';
import { attestations, charterVersions, revisionHolds, revisions, signOffs } from '@/db/schema';
import { signingParties } from '@/domain/charter/consent';
import type { Decision } from '@/domain/charter/facts';
import { type Ask, askedOf, nextMoment } from '@/domain/claim/asked-of';
import type { Outcome } from '@/domain/claim/outcomes';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import { charterStandings } from '../charter-of-claim';
import { stands } from '../stands';
import type { ListReader } from './claim-list';
import { claimRows } from './claim-rows';
import { membersOfDesk } from './members-of-desk';
import { type NewsOfClaim, newsOfClaims } from './news-of-claims';

/** A revision that is being signed or cools off, and what it asks of the reader (SPEC D10). */
export type Review = {
  id: string;
  claimId: string;
  claimNumber: number;
  heading: string;
  language: string;
  number: number;
  round: number;
  proposedByParty: string;
  frozenAt: Date;
  ask: Ask;
  /** The parties whose consent the charter that binds it asks for, in its order (SPEC H7). */
  asked: string[];
  /** The parties whose position is missing. */
  missing: string[];
  /** Who of the reader's party can still give its word, by name. Nobody, when all of them proposed it, wrote too much of it or have spoken. */
  signers: string[];
  /** What it runs to by itself; undefined where no clock runs. */
  until: { kind: 'deadline' | 'mediation' | 'release'; at: Date } | undefined;
  /** What it is about to be published as. */
  outcome: Outcome | null;
  positions: { partyId: string; decision: Decision }[];
  /** The parties that hold its publication up. */
  heldBy: string[];
  /** What others did about its claim since the reader last did something. */
  news: NewsOfClaim;
};

/** Every revision that is being signed or cools off, those first whose moment comes first. */
export async function reviewsOfDesk({ reader, now }: { reader: ListReader; now: Date }, conn: Db): Promise<Review[]> {
  const { member, inSigning } = reader;
  const { workspaceId } = member;
  const open = await openRevisions(workspaceId, conn);
  const ids = open.map(({ id }) => id);
  const claimIds = open.map(({ claimId }) => claimId);
  const bound = [...new Set(open.map(({ charterVersionId }) => charterVersionId))];
  const [versions, moderators, positions, holds, attested, claims, news] = await Promise.all([
    charterStandings(isOneOf(charterVersions.id, bound), conn),
    moderatorsOf(member, conn),
    positionsOn(ids, conn),
    holdsOn(ids, conn),
    attestedBy(member, ids, conn),
    claimRows({ workspaceId, claimIds }, conn),
    newsOfClaims({ member, about: open.map(({ id, claimId }) => ({ claimId, revisionId: id })) }, conn),
  ]);
  const reviews = open.flatMap(
    ({ state, signingEndsAt, mediationEndsAt, releasesAt, charterVersionId, ...revision }): Review[] => {
      const claim = claims.find(({ id }) => id === revision.claimId);
      if (claim === undefined) return [];
      const waiting = inSigning.find(({ revisionId }) => revisionId === revision.id);
      const missing = waiting?.missing ?? [];
      const bound = versions.find(({ version }) => version.id === charterVersionId)?.version.charter;
      const observes = bound?.parties.some(({ id, standing }) => id === member.party?.id && standing === 'observing') ?? false;
      const canSign = ({ personId }: { personId: string }) =>
        waiting?.waitsForPerson({ ...member, personId, role: 'moderator' }) ?? false;
      return [
        {
          ...revision,
          ...{ claimNumber: claim.number, heading: claim.heading, language: claim.language, missing },
          asked: bound === undefined ? [] : signingParties(bound).map((party) => party.id),
          signers: moderators.filter(canSign).map(({ name }) => name),
          ask: askedOf({
            isCoolingOff: state === 'cooling-off',
            waitsForParty: missing.includes(member.party?.id ?? ''),
            waitsForPerson: waiting?.waitsForPerson(member) ?? false,
            mayAttest: observes && may(member, 'revision.attest') && !attested.includes(revision.id),
          }),
          until: nextMoment({ signingEndsAt, mediationEndsAt, releasesAt }, now),
          positions: positions.filter(({ revisionId }) => revisionId === revision.id),
          heldBy: holds.filter(({ revisionId }) => revisionId === revision.id).map(({ partyId }) => partyId),
          news: news.get(revision.claimId) ?? { since: null, events: [] },
        },
      ];
    },
  );
  return reviews.toSorted((a, b) => momentOf(a) - momentOf(b));
}

function momentOf({ until }: Review): number {
  return until === undefined ? Number.POSITIVE_INFINITY : until.at.getTime();
}

/** Few at any time: a claim has one at most. The oldest first, for those without a clock. */
function openRevisions(workspaceId: string, conn: Db) {
  const { id, claimId, charterVersionId, number, round, state, proposedByParty, frozenAt, outcome } = revisions;
  const { signingEndsAt, mediationEndsAt, releasesAt } = revisions;
  return conn
    .select({
      id,
      claimId,
      charterVersionId,
      number,
      round,
      state,
      proposedByParty,
      frozenAt,
      outcome,
      signingEndsAt,
      mediationEndsAt,
      releasesAt,
    })
    .from(revisions)
    .where(and(eq(revisions.workspaceId, workspaceId), inArray(revisions.state, ['signing', 'cooling-off'])))
    .orderBy(asc(revisions.frozenAt));
}

function positionsOn(ids: string[], conn: Db) {
  return conn
    .select({ revisionId: signOffs.revisionId, partyId: signOffs.partyId, decision: signOffs.decision })
    .from(signOffs)
    .where(and(isOneOf(signOffs.revisionId, ids), stands))
    .orderBy(asc(signOffs.position));
}

async function moderatorsOf(member: Member, conn: Db) {
  const { party } = member;
  if (party === null) return [];
  return (await membersOfDesk(member, conn)).filter(({ role, partyId }) => role === 'moderator' && partyId === party.id);
}

/** The revisions that the reader's party has attested: while they are not published, once is all (SPEC AT1). */
async function attestedBy({ party }: Member, ids: string[], conn: Db): Promise<string[]> {
  if (party?.standing !== 'observing') return [];
  const rows = await conn
    .select({ revisionId: attestations.revisionId })
    .from(attestations)
    .where(and(isOneOf(attestations.revisionId, ids), eq(attestations.partyId, party.id)));
  return rows.map(({ revisionId }) => revisionId);
}

function holdsOn(ids: string[], conn: Db) {
  return conn
    .select({ revisionId: revisionHolds.revisionId, partyId: revisionHolds.partyId })
    .from(revisionHolds)
    .where(isOneOf(revisionHolds.revisionId, ids))
    .orderBy(asc(revisionHolds.at));
}
