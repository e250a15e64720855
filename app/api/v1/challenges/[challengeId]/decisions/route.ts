import { inputOf, route } from '@/app/_adapters/route';
import { decideChallenge } from '@/commands/challenges/decide-challenge';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? decideChallenge(context, input.value) : input;
  },
  { created: true },
);
