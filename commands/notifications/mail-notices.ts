import { z } from 'zod';
import { type Context, withTransaction } from '@/commands/command';
import { type InputRefusal, parseInput } from '@/commands/parse-input';
import { newsToMail } from '@/db/queries/news-to-mail';
import { toldGroups, toldKinds } from '@/domain/discussion/told-kinds';
import { ok, type Refusal, type Result, refuse } from '@/domain/result';
import { id } from '@/domain/text-input';
import { mailNews, settle } from './mail-news';
import { seatToMail } from './seat-to-mail';

export const MailNoticesInput = z.strictObject({ seatId: id });

/** Makes the mails of what somebody wants told at once, one for each group (SPEC N3). Woken twice or late it makes none of what has been mailed. */
export async function mailNotices(
  context: Context,
  input: unknown,
): Promise<Result<{ mails: number }, InputRefusal | Refusal<'not-allowed'>>> {
  const parsed = parseInput(MailNoticesInput, input);
  if (!parsed.ok) return parsed;
  if (context.actor.kind !== 'system') return refuse({ code: 'not-allowed' });

  return withTransaction(context, async (tx) => {
    const seat = await seatToMail(tx, context, parsed.value.seatId);
    if (seat === undefined) return ok({ mails: 0 });
    const news = (await newsToMail(seat, tx)).filter(({ way }) => way === 'at-once');
    let mails = 0;
    for (const scope of toldGroups) {
      const ofGroup = news.filter(({ kind }) => toldKinds[kind].group === scope);
      mails += (await mailNews(tx, context, { seat, scope, news: ofGroup })) ? 1 : 0;
    }
    await settle(tx, context, news);
    return ok({ mails });
  });
}
