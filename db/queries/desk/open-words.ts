import type { Db } from '@/db/handle';
import { askedOfChallenge, type ChallengeAsk } from '@/domain/challenge/asked-of';
import type { Member } from '@/domain/policies/actor';
import { may } from '@/domain/policies/permissions';
import { challengesOfDesk, type DeskChallenge } from './challenges-of-desk';
import { chartersToRatify } from './charters-to-ratify';
import { type MoveToAgree, movesToAgree } from './moves-to-agree';
import { type OpenRetraction, openRetractions } from './open-retractions';

/** What waits for words at a desk beside the revisions in signing, each with whether it waits for the reader's own (SPEC D10). */
export type OpenWords = {
  retractions: OpenRetraction[];
  challenges: (DeskChallenge & { ask: ChallengeAsk | undefined })[];
  /** The charter versions and the moves between them that wait for the reader's party alone. */
  charters: number[];
  moves: MoveToAgree[];
};

/** The review list, the list of tasks and the numbers in the frame are made from this, so that none of them calls a desk idle that another shows busy. */
export async function openWords({ member, now }: { member: Member; now: Date }, conn: Db): Promise<OpenWords> {
  const { workspaceId } = member;
  const [retractions, challenges, charters, moves] = await Promise.all([
    may(member, 'revision.read') ? openRetractions({ member }, conn) : [],
    may(member, 'challenge.read') ? challengesOfDesk({ workspaceId, now, open: true }, conn) : [],
    chartersToRatify({ member }, conn),
    movesToAgree({ member }, conn),
  ]);
  return {
    ...{ retractions, charters, moves },
    challenges: challenges.map((challenge) => ({ ...challenge, ask: askedOfChallenge(challenge, member) })),
  };
}

/** Of these, what waits for the reader's own word. */
export function ownWords({ retractions, challenges }: OpenWords) {
  return {
    retractions: retractions.filter(({ waitsForReader }) => waitsForReader),
    challenges: challenges.flatMap(({ ask, ...challenge }) => (ask === undefined ? [] : [{ ...challenge, ask }])),
  };
}
