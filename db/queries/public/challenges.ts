import { and, asc, desc, eq, inArray, lt, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { challengeDecisions, challenges, claims, parties, revisions } from '@/db/schema';
import type { ChallengeSubject } from '@/domain/challenge/about';
import { type Clock, clockAt } from '@/domain/challenge/clocks';
import type { ChallengeState } from '@/domain/challenge/transitions';
import { answersTo } from './answers-to';
import { faultOfBytes } from './broken-bytes';
import { isPublished, recordOf } from './published';

/** A challenge as everybody sees it. Its words are there only when the decision says so (SPEC CH3). Times are ISO 8601. */
export type PublicChallenge = {
  number: number;
  slug: string;
  /** What the verdict asks, by language, with its main one; none where its bytes are not those that were signed (SPEC R11). */
  question: { language: string; texts: Record<string, { question: string }> } | null;
  /** The revision that it is about. */
  revision: number;
  state: ChallengeState;
  about: ChallengeSubject;
  receivedAt: string;
  acknowledgement: { by: string; at: string | null; clock: Clock };
  decision: { by: string; at: string | null; clock: Clock };
  /** The correction or the retraction that answers it, with the number of its revision (SPEC GC7). */
  answer?: { kind: 'correction' | 'retraction'; number: number };
  decisions: { party: string; decision: 'accept' | 'decline'; reason: string; at: string }[];
  words: string | null;
  url: string | null;
};
export type PublicChallenges = { items: PublicChallenge[]; nextCursor: string | null };

const pageSize = 20;

/** The challenges of a desk, the newest first: all of them, or those of one verdict. `now` says what is overdue. */
export async function publicChallenges(
  { workspaceId, slug, cursor = null, now }: { workspaceId: string; slug?: string; cursor?: string | null; now: string },
  conn: Db,
): Promise<PublicChallenges> {
  const ofVerdict = slug === undefined ? undefined : eq(claims.slug, slug);
  const rows = await read(and(eq(challenges.workspaceId, workspaceId), ofVerdict, before(cursor)), conn);
  const page = rows.slice(0, pageSize);
  const items = await withDecisions(page, new Date(now), conn);
  // The page of one verdict says it already.
  if (slug === undefined) await addQuestions(items, page, conn);
  return { items, nextCursor: rows.length > pageSize ? String(items.at(-1)?.number) : null };
}

/** The one that a challenger's link names, as its sender sees it: with their own words. */
export async function challengeOfLink(
  { tokenSha256, now }: { tokenSha256: string; now: string },
  conn: Db,
): Promise<(PublicChallenge & { own: { words: string; url: string | null } }) | null> {
  const rows = await read(eq(challenges.tokenSha256, tokenSha256), conn);
  const [item] = await withDecisions(rows, new Date(now), conn);
  const [row] = rows;
  return item === undefined || row === undefined
    ? null
    : { ...item, own: { words: row.challenge.words, url: row.challenge.url } };
}

async function read(which: SQL | undefined, conn: Db) {
  return conn
    .select({ challenge: challenges, slug: claims.slug, revision: revisions.number })
    .from(challenges)
    .innerJoin(claims, eq(claims.id, challenges.claimId))
    .innerJoin(revisions, eq(revisions.id, challenges.revisionId))
    .where(which)
    .orderBy(desc(challenges.number))
    .limit(pageSize + 1);
}

async function withDecisions(rows: Awaited<ReturnType<typeof read>>, now: Date, conn: Db): Promise<PublicChallenge[]> {
  if (rows.length === 0) return [];
  const said = await conn
    .select({
      challengeId: challengeDecisions.challengeId,
      party: parties.name,
      decision: challengeDecisions.decision,
      reason: challengeDecisions.reason,
      at: challengeDecisions.at,
    })
    .from(challengeDecisions)
    .innerJoin(parties, eq(parties.id, challengeDecisions.partyId))
    .where(
      inArray(
        challengeDecisions.challengeId,
        rows.map(({ challenge }) => challenge.id),
      ),
    )
    .orderBy(asc(challengeDecisions.position));
  const answers = await answersTo(
    rows.map(({ challenge }) => challenge.id),
    conn,
  );
  return rows.map(({ challenge, slug, revision }) => ({
    ...(answers.get(challenge.id) && { answer: answers.get(challenge.id) }),
    number: challenge.number,
    slug: slug ?? '',
    question: null,
    revision,
    state: challenge.state,
    about: challenge.about,
    receivedAt: challenge.receivedAt.toISOString(),
    ...clocksOf(challenge, now),
    decisions: said
      .filter(({ challengeId }) => challengeId === challenge.id)
      .map(({ party, decision, reason, at }) => ({ party, decision, reason, at: at.toISOString() })),
    words: challenge.publishesWords ? challenge.words : null,
    url: challenge.publishesWords ? challenge.url : null,
  }));
}

async function addQuestions(items: PublicChallenge[], rows: Awaited<ReturnType<typeof read>>, conn: Db): Promise<void> {
  const ids = [...new Set(rows.map(({ challenge }) => challenge.revisionId))];
  if (ids.length === 0) return;
  const stored = await conn
    .select({ id: revisions.id, bytes: revisions.bytes, sha256: revisions.sha256 })
    .from(revisions)
    .where(and(inArray(revisions.id, ids), isPublished));
  const said = new Map(
    stored
      .filter((revision) => faultOfBytes('record', revision) === undefined)
      .map(({ id, bytes }) => {
        const { language, texts } = recordOf(bytes);
        const questions = Object.entries(texts).map(([name, { question }]) => [name, { question }]);
        return [id, { language, texts: Object.fromEntries(questions) }];
      }),
  );
  for (const [index, item] of items.entries()) item.question = said.get(rows[index]?.challenge.revisionId ?? '') ?? null;
}

type Row = typeof challenges.$inferSelect;

/** Where both clocks stand: what was withdrawn is neither late nor done. */
export function clocksOf(
  { state, acknowledgeBy, acknowledgedAt, decideBy, endedAt }: Row,
  now: Date,
): Pick<PublicChallenge, 'acknowledgement' | 'decision'> {
  const stoppedAt = state === 'withdrawn' ? endedAt : null;
  const decidedAt = state === 'withdrawn' ? null : endedAt;
  return {
    acknowledgement: {
      by: acknowledgeBy.toISOString(),
      at: acknowledgedAt?.toISOString() ?? null,
      clock: clockAt({ by: acknowledgeBy, doneAt: acknowledgedAt, stoppedAt, now }),
    },
    decision: {
      by: decideBy.toISOString(),
      at: decidedAt?.toISOString() ?? null,
      clock: clockAt({ by: decideBy, doneAt: decidedAt, stoppedAt, now }),
    },
  };
}

/** A cursor that is no number of ours gives the first page, as an absent one does. */
function before(cursor: string | null): SQL | undefined {
  return cursor !== null && /^\d{1,9}$/.test(cursor) ? lt(challenges.number, Number(cursor)) : undefined;
}
