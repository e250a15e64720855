import { inputOf, route } from '@/app/_adapters/route';
import { holdPublication } from '@/commands/revisions/hold-publication';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? holdPublication(context, input.value) : input;
  },
  { created: true },
);
