import { inputOf, route } from '@/app/_adapters/route';
import { withdrawSignOff } from '@/commands/signoffs/withdraw-sign-off';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? withdrawSignOff(context, input.value) : input;
  },
  { created: true },
);
