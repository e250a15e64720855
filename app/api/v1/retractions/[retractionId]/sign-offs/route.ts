import { inputOf, route } from '@/app/_adapters/route';
import { signRetraction } from '@/commands/retractions/sign-retraction';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? signRetraction(context, input.value) : input;
  },
  { created: true },
);
