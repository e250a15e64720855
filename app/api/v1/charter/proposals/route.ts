import { inputOf, route } from '@/app/_adapters/route';
import { proposeFirstCharter } from '@/commands/charter/propose-first-charter';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? proposeFirstCharter(context, input.value) : input;
  },
  { created: true },
);
