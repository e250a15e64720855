import { inputOf, route } from '@/app/_adapters/route';
import { proposeAmendment } from '@/commands/charter/propose-amendment';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? proposeAmendment(context, input.value) : input;
  },
  { created: true },
);
