import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { newsToMail } from '@/db/queries/news-to-mail';
import { memberships, notifications } from '@/db/schema';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { mailNews, settle } from './mail-news';
import { seatToMail } from './seat-to-mail';
import { scheduleDigest } from './tell';

export const MailDigestInput = z.strictObject({ workspaceId: id });

/**
 * Makes one mail for everybody at a desk who has news that they want in the morning, and asks for the next morning itself (SPEC N4). What wanted telling at once and
 * missed it is in it too. Run twice, or by two processes, it makes each once; one mail a transaction, so that a person's fault holds nobody else up.
 */
export async function mailDigest(
  context: Context,
  input: unknown,
): Promise<Result<{ mails: number }, InputRefusal | Refusal<'not-allowed'>>> {
  const parsed = parseInput(MailDigestInput, input);
  if (!parsed.ok) return parsed;
  if (context.actor.kind !== 'system') return refuse({ code: 'not-allowed' });
  const { workspaceId } = parsed.value;
  await withTransaction(context, async (tx) => ok(await scheduleDigest(tx, context, workspaceId)));

  let mails = 0;
  for (const seatId of await seatsWithNews(context, workspaceId)) mails += (await digestOf(context, seatId)) ? 1 : 0;
  return ok({ mails });
}

async function digestOf(context: Context, seatId: string): Promise<boolean> {
  const made = await withTransaction(context, async (tx) => {
    const seat = await seatToMail(tx, context, seatId);
    if (seat === undefined) return ok(false);
    const all = await newsToMail(seat, tx);
    const isMade = await mailNews(tx, context, { seat, scope: 'digest', news: all.filter(({ way }) => way !== 'never') });
    await settle(tx, context, all);
    return ok(isMade);
  });
  return made.ok && made.value;
}

async function seatsWithNews({ db }: Context, workspaceId: string): Promise<string[]> {
  const told = and(
    eq(notifications.personId, memberships.personId),
    eq(notifications.workspaceId, memberships.workspaceId),
    isNull(notifications.mailSettledAt),
  );
  const rows = await db
    .selectDistinct({ id: memberships.id })
    .from(memberships)
    .innerJoin(notifications, told)
    .where(and(eq(memberships.workspaceId, workspaceId), isNull(memberships.endedAt)))
    .orderBy(asc(memberships.id));
  return rows.map((row) => row.id);
}
