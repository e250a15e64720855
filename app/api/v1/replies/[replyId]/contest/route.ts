import { inputOf, route } from '@/app/_adapters/route';
import { contestReply } from '@/commands/reply/contest-reply';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? contestReply(context, input.value) : input;
});
