import { inputOf, route } from '@/app/_adapters/route';
import { closeClaim } from '@/commands/claims/close-claim';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? closeClaim(context, input.value) : input;
});
