import { inputOf, route } from '@/app/_adapters/route';
import { beginRetractionSignOff } from '@/commands/retractions/begin-retraction-sign-off';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? beginRetractionSignOff(context, input.value) : input;
  },
  { created: true },
);
