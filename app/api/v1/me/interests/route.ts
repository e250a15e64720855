import { inputOf, route } from '@/app/_adapters/route';
import { declareInterests } from '@/commands/membership/declare-interests';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? declareInterests(context, input.value) : input;
  },
  { created: true },
);
