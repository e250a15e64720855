import { inputOf, route } from '@/app/_adapters/route';
import { justifyPrimary } from '@/commands/claims/justify-primary';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? justifyPrimary(context, input.value) : input;
});
