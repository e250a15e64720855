import { inputOf, route } from '@/app/_adapters/route';
import { proposeDraft } from '@/commands/charter/propose-draft';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? proposeDraft(context, input.value) : input;
  },
  { created: true },
);
