import { inputOf, route } from '@/app/_adapters/route';
import { submitClaims } from '@/commands/claims/submit-claims';

/** A hundred claims of the longest wording, in the widest letters. */
const limitBytes = 1024 * 1024;

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? submitClaims(context, input.value) : input;
  },
  { created: true, limitBytes },
);
