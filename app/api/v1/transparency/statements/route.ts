import { inputOf, route } from '@/app/_adapters/route';
import { writeStatement } from '@/commands/transparency/write-statement';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? writeStatement(context, input.value) : input;
  },
  { created: true },
);
