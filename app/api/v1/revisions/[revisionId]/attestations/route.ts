import { inputOf, route } from '@/app/_adapters/route';
import { attestProcedure } from '@/commands/attestations/attest-procedure';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? attestProcedure(context, input.value) : input;
  },
  { created: true },
);
