import { inputOf, route } from '@/app/_adapters/route';
import { readArticle } from '@/commands/claims/read-article';

/** The longest article in the widest letters, as JSON. */
const limitBytes = 1024 * 1024;

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? readArticle(context, input.value) : input;
  },
  { limitBytes },
);
