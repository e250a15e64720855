import { inputOf, route } from '@/app/_adapters/route';
import { withdrawRevision } from '@/commands/revisions/withdraw-revision';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? withdrawRevision(context, input.value) : input;
});
