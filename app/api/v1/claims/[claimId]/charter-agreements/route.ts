import { inputOf, route } from '@/app/_adapters/route';
import { agreeToCharter } from '@/commands/claims/agree-to-charter';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? agreeToCharter(context, input.value) : input;
  },
  { created: true },
);
