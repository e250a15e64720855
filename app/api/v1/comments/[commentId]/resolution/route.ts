import { inputOf, route } from '@/app/_adapters/route';
import { resolveComment } from '@/commands/discussion/resolve-comment';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? resolveComment(context, input.value) : input;
});
