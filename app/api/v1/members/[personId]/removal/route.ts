import { inputOf, route } from '@/app/_adapters/route';
import { removeMember } from '@/commands/membership/remove-member';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? removeMember(context, input.value) : input;
});
