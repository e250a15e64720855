import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/handle';
import { rows } from '@/db/rows';
import { parties, signOffs } from '@/db/schema';
import type { ChallengeAsk } from '@/domain/challenge/asked-of';
import { type WaitKind, waitKinds } from '@/domain/claim/waits';
import { may } from '@/domain/policies/permissions';
import { stands } from '../stands';
import { isForReader, type ListReader } from './claim-list';
import { type ClaimRow, claimRows } from './claim-rows';
import { claimWaits } from './claim-waits';
import { type OpenWords, ownWords } from './open-words';
import { todosOfMember } from './todos-of-member';

type OfClaim = { claimId: string; number: number; heading: string; language: string };
/** One thing that waits for the member or the member's party. */
export type Task =
  | ({ kind: 'sign' | 'watch-signing'; revision: number } & OfClaim)
  | ({ kind: 'answer'; revision: number; dissenting: string } & OfClaim)
  | ({ kind: 'question' } & OfClaim)
  | ({ kind: 'sources'; count: number } & OfClaim)
  | ({ kind: 'open' } & OfClaim)
  | ({ kind: 'todo'; taskId: string; what: string; dueOn: string | null; isPrivate: boolean } & OfClaim)
  | ({ kind: 'retraction' } & OfClaim)
  | ({ kind: 'challenge'; ask: ChallengeAsk; challenge: number; by: string; isOverdue: boolean } & OfClaim)
  | { kind: 'ratify'; charter: number };

type Waiting = { claimId: string; kind: WaitKind; n: number };

/**
 * What waits for a member, in the order in which it holds others up, `limit` things at most: the list of claims shows the rest. A steward reads no claim, so
 * only the charter is named there.
 */
export async function tasksOfMember(
  { reader, words, limit }: { reader: ListReader; words: OpenWords; limit: number },
  conn: Db,
): Promise<Task[]> {
  const { member } = reader;
  const charters = words.charters.map((charter): Task => ({ kind: 'ratify', charter }));
  if (!may(member, 'claim.read')) return charters;
  const own = ownWords(words);
  const watched = member.party?.standing === 'observing' ? reader.inSigning.slice(0, limit) : [];
  const [waiting, todos] = await Promise.all([waitingFor(reader, limit, conn), todosOfMember({ member, limit }, conn)]);
  const claimIds = [
    ...new Set([...waiting, ...watched, ...todos, ...own.retractions, ...own.challenges].map(({ claimId }) => claimId)),
  ];
  const byId = new Map((await claimRows({ workspaceId: member.workspaceId, claimIds }, conn)).map((row) => [row.id, row]));
  const rowOf = ({ claimId }: { claimId: string }) => byId.get(claimId);
  const dissents = await dissentsFrom([...byId.values()], conn);
  const tasks = waiting.flatMap((one) => {
    const row = rowOf(one);
    return row === undefined ? [] : tasksOf(one, row, dissents);
  });
  const watching = watched.flatMap((revision): Task[] => {
    const row = rowOf(revision);
    return row === undefined ? [] : [{ kind: 'watch-signing', revision: revision.number, ...ofClaim(row) }];
  });
  const retracting = own.retractions.flatMap((retraction): Task[] => {
    const row = rowOf(retraction);
    return row === undefined ? [] : [{ kind: 'retraction', ...ofClaim(row) }];
  });
  const challenged = own.challenges.flatMap(({ number, ask, acknowledgement, decision, ...challenge }): Task[] => {
    const row = rowOf(challenge);
    const { by, clock } = ask === 'acknowledge' ? acknowledgement : decision;
    const isOverdue = clock === 'overdue';
    return row === undefined ? [] : [{ kind: 'challenge', ask, challenge: number, by, isOverdue, ...ofClaim(row) }];
  });
  const asked = todos.flatMap(({ taskId, what, dueOn, isPrivate, ...todo }): Task[] => {
    const row = rowOf(todo);
    return row === undefined ? [] : [{ kind: 'todo', taskId, what, dueOn, isPrivate, ...ofClaim(row) }];
  });
  return [...watching, ...retracting, ...challenged, ...tasks, ...asked, ...charters];
}

async function waitingFor(reader: ListReader, limit: number, conn: Db): Promise<Waiting[]> {
  const { workspaceId, party } = reader.member;
  const order = Object.keys(waitKinds)
    .map((kind) => `'${kind}'`)
    .join(', ');
  return rows<Waiting>(
    await conn.execute(sql`
      select w.claim_id as "claimId", w.kind, w.n
      from ${claimWaits({ workspaceId, ...reader })} w join claims c on c.id = w.claim_id
      where party_id = ${party?.id ?? null}::uuid and ${isForReader(reader)}
      order by array_position(array[${sql.raw(order)}], kind), c.number limit ${limit}`),
  );
}

function tasksOf({ kind, n }: Waiting, row: ClaimRow, dissents: Dissent[]): Task[] {
  const last = row.revisions.at(-1);
  const revision = last?.number ?? 0;
  switch (kind) {
    case 'sign':
      return [{ kind, revision, ...ofClaim(row) }];
    case 'answer':
      return dissents
        .filter(({ revisionId }) => revisionId === last?.id)
        .map(({ party }) => ({ kind, revision, dissenting: party, ...ofClaim(row) }));
    case 'sources':
      return [{ kind, count: n, ...ofClaim(row) }];
    case 'question':
    case 'open':
      return [{ kind, ...ofClaim(row) }];
  }
}

type Dissent = { revisionId: string; party: string };

/** Whose dissents sent the last revisions of these claims back (SPEC L15). */
async function dissentsFrom(claims: ClaimRow[], conn: Db): Promise<Dissent[]> {
  const last = claims.flatMap(({ revisions }) => revisions.at(-1)?.id ?? []);
  if (last.length === 0) return [];
  return conn
    .select({ revisionId: signOffs.revisionId, party: parties.name })
    .from(signOffs)
    .innerJoin(parties, eq(parties.id, signOffs.partyId))
    .where(and(inArray(signOffs.revisionId, last), eq(signOffs.decision, 'dissent'), stands))
    .orderBy(signOffs.position);
}

function ofClaim({ id, number, heading, language }: ClaimRow): OfClaim {
  return { claimId: id, number, heading, language };
}
