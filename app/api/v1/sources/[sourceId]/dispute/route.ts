import { inputOf, route } from '@/app/_adapters/route';
import { disputeSource } from '@/commands/sources/dispute-source';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? disputeSource(context, input.value) : input;
});
