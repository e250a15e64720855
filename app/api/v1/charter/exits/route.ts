import { inputOf, route } from '@/app/_adapters/route';
import { declareExit } from '@/commands/charter/declare-exit';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? declareExit(context, input.value) : input;
  },
  { created: true },
);
