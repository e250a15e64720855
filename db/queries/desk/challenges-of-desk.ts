import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { partiesToDecide } from '@/db/queries/parties-to-decide';
import { clocksOf, type PublicChallenge } from '@/db/queries/public/challenges';
import { challengeDecisions, challenges, claims, revisions } from '@/db/schema';
import { isOpen } from '@/domain/challenge/transitions';

/** A challenge as members see it: its words, and never who sent it. */
export type DeskChallenge = Pick<PublicChallenge, 'number' | 'revision' | 'state' | 'about' | 'acknowledgement' | 'decision'> & {
  id: string;
  claimId: string;
  claimNumber: number;
  words: string;
  url: string | null;
  receivedAt: Date;
  publishesWords: boolean;
  /** Who has said what, by party. */
  decisions: { partyId: string; decision: 'accept' | 'decline'; reason: string; at: Date }[];
  /** Whose word is asked. */
  parties: string[];
};

const most = 200;

/** The challenges of a desk, or of one claim; the newest first, `open` ones alone by the time they must be decided by. */
export async function challengesOfDesk(
  { workspaceId, claimId, now, open = false }: { workspaceId: string; claimId?: string; now: Date; open?: boolean },
  conn: Db,
): Promise<DeskChallenge[]> {
  const rows = await conn
    .select({ challenge: challenges, claimNumber: claims.number, revision: revisions.number })
    .from(challenges)
    .innerJoin(claims, eq(claims.id, challenges.claimId))
    .innerJoin(revisions, eq(revisions.id, challenges.revisionId))
    .where(
      and(
        eq(challenges.workspaceId, workspaceId),
        claimId === undefined ? undefined : eq(challenges.claimId, claimId),
        open ? inArray(challenges.state, ['received', 'acknowledged']) : undefined,
      ),
    )
    .orderBy(...(open ? [asc(challenges.decideBy), asc(challenges.number)] : [desc(challenges.number)]))
    .limit(most);
  if (rows.length === 0) return [];
  const said = await conn
    .select()
    .from(challengeDecisions)
    .where(
      inArray(
        challengeDecisions.challengeId,
        rows.map(({ challenge }) => challenge.id),
      ),
    )
    .orderBy(asc(challengeDecisions.position));
  const asked = await partiesAsked(
    rows.map(({ challenge }) => challenge),
    conn,
  );
  return rows.map(({ challenge, claimNumber, revision }) => ({
    ...{ id: challenge.id, claimId: challenge.claimId, claimNumber, number: challenge.number, revision },
    ...{ state: challenge.state, about: challenge.about, words: challenge.words, url: challenge.url },
    receivedAt: challenge.receivedAt,
    publishesWords: challenge.publishesWords,
    ...clocksOf(challenge, now),
    decisions: said
      .filter(({ challengeId }) => challengeId === challenge.id)
      .map(({ partyId, decision, reason, at }) => ({ partyId, decision, reason, at })),
    parties: isOpen(challenge.state) ? (asked.get(challenge.revisionId) ?? []) : [],
  }));
}

/** Whose word the open ones ask for, asked once for each revision. */
async function partiesAsked(all: (typeof challenges.$inferSelect)[], conn: Db): Promise<Map<string, string[]>> {
  const open = new Map(all.filter(({ state }) => isOpen(state)).map((challenge) => [challenge.revisionId, challenge]));
  const asked = [...open.values()].map(async (challenge) => {
    const parties = await partiesToDecide(challenge, conn);
    return [challenge.revisionId, parties.map(({ id }) => id)] as const;
  });
  return new Map(await Promise.all(asked));
}
