import { inputOf, route } from '@/app/_adapters/route';
import { addAppearance } from '@/commands/claims/add-appearance';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? addAppearance(context, input.value) : input;
  },
  { created: true },
);
