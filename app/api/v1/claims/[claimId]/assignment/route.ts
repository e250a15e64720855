import { inputOf, route } from '@/app/_adapters/route';
import { assignClaim } from '@/commands/claims/assign-claim';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? assignClaim(context, input.value) : input;
});
