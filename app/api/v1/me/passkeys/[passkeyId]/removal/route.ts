import { inputOf, route } from '@/app/_adapters/route';
import { removePasskey } from '@/commands/passkeys/remove-passkey';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? removePasskey(context, input.value) : input;
});
