import { inputOf, route } from '@/app/_adapters/route';
import { recordContact } from '@/commands/reply/record-contact';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? recordContact(context, input.value) : input;
  },
  { created: true },
);
