import { inputOf, route } from '@/app/_adapters/route';
import { ratifyCharter } from '@/commands/charter/ratify-charter';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? ratifyCharter(context, input.value) : input;
  },
  { created: true },
);
