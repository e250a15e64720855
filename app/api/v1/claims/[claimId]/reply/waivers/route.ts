import { inputOf, route } from '@/app/_adapters/route';
import { waiveReply } from '@/commands/reply/waive-reply';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? waiveReply(context, input.value) : input;
  },
  { created: true },
);
