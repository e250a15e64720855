import { inputOf, route } from '@/app/_adapters/route';
import { beginPasskey } from '@/commands/passkeys/begin-passkey';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? beginPasskey(context, input.value) : input;
  },
  { created: true },
);
