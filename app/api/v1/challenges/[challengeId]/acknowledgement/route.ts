import { inputOf, route } from '@/app/_adapters/route';
import { acknowledgeChallenge } from '@/commands/challenges/acknowledge-challenge';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? acknowledgeChallenge(context, input.value) : input;
});
