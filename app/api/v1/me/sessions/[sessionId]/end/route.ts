import { inputOf, route } from '@/app/_adapters/route';
import { endSession } from '@/commands/membership/end-session';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? endSession(context, input.value) : input;
});
