import { inputOf, route } from '@/app/_adapters/route';
import { addPasskey } from '@/commands/passkeys/add-passkey';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? addPasskey(context, input.value) : input;
  },
  { created: true },
);
