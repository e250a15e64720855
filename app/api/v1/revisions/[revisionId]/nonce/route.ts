import { inputOf, route } from '@/app/_adapters/route';
import { beginSignOff } from '@/commands/signoffs/begin-sign-off';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? beginSignOff(context, input.value) : input;
  },
  { created: true },
);
