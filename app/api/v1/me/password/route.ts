import { inputOf, route } from '@/app/_adapters/route';
import { changePassword } from '@/commands/membership/change-password';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? changePassword(context, input.value) : input;
});
