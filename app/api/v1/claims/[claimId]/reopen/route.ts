import { inputOf, route } from '@/app/_adapters/route';
import { reopenClaim } from '@/commands/claims/reopen-claim';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? reopenClaim(context, input.value) : input;
});
