import { inputOf, route } from '@/app/_adapters/route';
import { reopenComment } from '@/commands/discussion/reopen-comment';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? reopenComment(context, input.value) : input;
});
