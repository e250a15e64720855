import { inputOf, route } from '@/app/_adapters/route';
import { confirmStatement } from '@/commands/transparency/confirm-statement';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? confirmStatement(context, input.value) : input;
  },
  { created: true },
);
