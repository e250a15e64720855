import { inputOf, route } from '@/app/_adapters/route';
import { signOff } from '@/commands/signoffs/sign-off';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? signOff(context, input.value) : input;
  },
  { created: true },
);
