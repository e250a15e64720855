import { inputOf, route } from '@/app/_adapters/route';
import { beginDraft } from '@/commands/charter/begin-draft';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? beginDraft(context, input.value) : input;
  },
  { created: true },
);
