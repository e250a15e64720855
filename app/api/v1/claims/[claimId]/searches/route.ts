import { inputOf, route } from '@/app/_adapters/route';
import { recordSearch } from '@/commands/claims/record-search';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? recordSearch(context, input.value) : input;
  },
  { created: true },
);
