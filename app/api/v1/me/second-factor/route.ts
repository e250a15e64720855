import { inputOf, route } from '@/app/_adapters/route';
import { beginSecondFactor } from '@/commands/membership/begin-second-factor';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? beginSecondFactor(context, input.value) : input;
});
