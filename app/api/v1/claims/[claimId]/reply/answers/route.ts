import { inputOf, route } from '@/app/_adapters/route';
import { recordReply } from '@/commands/reply/record-reply';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? recordReply(context, input.value) : input;
  },
  { created: true },
);
