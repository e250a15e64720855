import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PartyMember } from '@/commands/authorize';
import type { Context } from '@/commands/command';
import { schedule } from '@/commands/schedule';
import type { Tx } from '@/db/handle';
import { mailChoices, memberships, notifications, workspaces } from '@/db/schema';
import { type ToldFacts, type ToldKind, toldKinds, usualWays } from '@/domain/discussion/told-kinds';
import { nextMorning } from '@/domain/time/next-morning';

export type Telling = {
  kind: ToldKind;
  workspaceId: string;
  claimId?: string;
  commentId?: string;
  taskId?: string;
  revisionId?: string;
  facts?: ToldFacts;
  /** Who did it; left out for what a reader or a clock did. */
  by?: PartyMember;
  /** Ids of people. Who has no seat any more, and who did it themselves, is left out. */
  to: Iterable<string>;
};

/**
 * The one way to notify people, in the transaction of what they are told (SPEC K9): in the page at once and, as each of them wants it, by mail at once or in the
 * morning. The mails are made later, from what is true then (SPEC N2).
 */
export async function tell(
  tx: Tx,
  context: Context,
  { kind, workspaceId, facts = {}, by, to, ...about }: Telling,
): Promise<void> {
  const people = [...new Set(to)].filter((personId) => personId !== by?.personId);
  const seats = people.length === 0 ? [] : await seatsOf(tx, { kind, workspaceId, people });
  if (seats.length === 0) return;
  await tx.insert(notifications).values(
    seats.map(({ personId }) => ({
      ...{ ...about, kind, facts, workspaceId, personId, id: context.newId(), at: context.now },
      ...{ byPerson: by?.personId ?? null, byParty: by?.party.id ?? null },
    })),
  );
  const usual = usualWays[toldKinds[kind].group];
  for (const { seatId: subjectId, way } of seats)
    if ((way ?? usual) === 'at-once')
      await schedule(tx, context, { kind: 'notifications.mail', workspaceId, subjectId, at: context.now });
  if (seats.some(({ way }) => (way ?? usual) === 'digest')) await scheduleDigest(tx, context, workspaceId);
}

/** A desk's next digest. Asked for again, it is the same one. */
export async function scheduleDigest(tx: Tx, context: Context, workspaceId: string): Promise<void> {
  const [desk] = await tx.select({ timeZone: workspaces.timeZone }).from(workspaces).where(eq(workspaces.id, workspaceId));
  if (desk === undefined) return;
  const at = nextMorning(context.now, desk.timeZone);
  await schedule(tx, context, { kind: 'notifications.digest', workspaceId, subjectId: workspaceId, at });
}

async function seatsOf(tx: Tx, { kind, workspaceId, people }: { kind: ToldKind; workspaceId: string; people: string[] }) {
  const chosen = and(
    eq(mailChoices.personId, memberships.personId),
    eq(mailChoices.workspaceId, memberships.workspaceId),
    eq(mailChoices.group, toldKinds[kind].group),
  );
  return tx
    .select({ seatId: memberships.id, personId: memberships.personId, way: mailChoices.way })
    .from(memberships)
    .leftJoin(mailChoices, chosen)
    .where(and(eq(memberships.workspaceId, workspaceId), inArray(memberships.personId, people), isNull(memberships.endedAt)));
}
