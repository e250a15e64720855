import { inputOf, route } from '@/app/_adapters/route';
import { revokeInvitation } from '@/commands/membership/revoke-invitation';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? revokeInvitation(context, input.value) : input;
});
