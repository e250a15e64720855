import { inputOf, route } from '@/app/_adapters/route';
import { turnOffSecondFactor } from '@/commands/membership/turn-off-second-factor';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? turnOffSecondFactor(context, input.value) : input;
});
