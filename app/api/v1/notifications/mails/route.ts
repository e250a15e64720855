import { inputOf, route } from '@/app/_adapters/route';
import { authorizeParty } from '@/commands/authorize';
import { chooseMails } from '@/commands/notifications/choose-mails';
import { mailWaysOf } from '@/db/queries/mail-ways-of';
import { ok } from '@/domain/result';

/** How the person who asks wants the news of each group by mail. */
export const GET = route(async ({ context }) => {
  const authorized = authorizeParty(context.actor, 'notification.read');
  return authorized.ok ? ok(await mailWaysOf(authorized.value, context.db)) : authorized;
});

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? chooseMails(context, input.value) : input;
});
