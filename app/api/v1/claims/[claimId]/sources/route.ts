import { inputOf, route } from '@/app/_adapters/route';
import { attachSource } from '@/commands/sources/attach-source';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, { claimId: params.claimId ?? '' }, 'source');
    return input.ok ? attachSource(context, input.value) : input;
  },
  { created: true },
);
