import { inputOf, route } from '@/app/_adapters/route';
import { turnOnSecondFactor } from '@/commands/membership/turn-on-second-factor';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? turnOnSecondFactor(context, input.value) : input;
});
