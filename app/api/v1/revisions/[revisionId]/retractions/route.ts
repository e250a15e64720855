import { inputOf, route } from '@/app/_adapters/route';
import { proposeRetraction } from '@/commands/retractions/propose-retraction';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? proposeRetraction(context, input.value) : input;
  },
  { created: true },
);
