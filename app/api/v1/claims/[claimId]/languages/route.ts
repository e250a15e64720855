import { inputOf, route } from '@/app/_adapters/route';
import { addLanguage } from '@/commands/claims/add-language';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? addLanguage(context, input.value) : input;
  },
  { created: true },
);
