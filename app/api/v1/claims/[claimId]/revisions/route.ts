import { inputOf, route } from '@/app/_adapters/route';
import { proposeRevision } from '@/commands/revisions/propose-revision';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? proposeRevision(context, input.value) : input;
  },
  { created: true },
);
