import { inputOf, route } from '@/app/_adapters/route';
import { confirmSession } from '@/commands/membership/confirm-session';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? confirmSession(context, input.value) : input;
});
