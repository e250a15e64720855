import { inputOf, route } from '@/app/_adapters/route';
import { endRetraction } from '@/commands/retractions/end-retraction';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? endRetraction(context, input.value) : input;
});
