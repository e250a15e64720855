import { inputOf, route } from '@/app/_adapters/route';
import { setUpWorkspace } from '@/commands/membership/set-up-workspace';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? setUpWorkspace(context, input.value) : input;
  },
  { created: true },
);
