import { inputOf, route } from '@/app/_adapters/route';
import { confirmReply } from '@/commands/reply/confirm-reply';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? confirmReply(context, input.value) : input;
});
