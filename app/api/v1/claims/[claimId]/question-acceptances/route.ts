import { inputOf, route } from '@/app/_adapters/route';
import { acceptQuestion } from '@/commands/claims/accept-question';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? acceptQuestion(context, input.value) : input;
  },
  { created: true },
);
