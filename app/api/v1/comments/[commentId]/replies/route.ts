import { inputOf, route } from '@/app/_adapters/route';
import { replyToComment } from '@/commands/discussion/reply-to-comment';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? replyToComment(context, input.value) : input;
  },
  { created: true },
);
