import { inputOf, route } from '@/app/_adapters/route';
import { changeRole } from '@/commands/membership/change-role';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? changeRole(context, input.value) : input;
});
