import { inputOf, route } from '@/app/_adapters/route';
import { openClaim } from '@/commands/claims/open-claim';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? openClaim(context, input.value) : input;
});
