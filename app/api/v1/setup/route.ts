import { refreshPublicPages } from '@/app/_adapters/public-cache';
import { inputOf, route } from '@/app/_adapters/route';
import { setUpWorkspace } from '@/commands/membership/set-up-workspace';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    if (!input.ok) return input;
    const made = await setUpWorkspace(context, input.value);
    if (made.ok) refreshPublicPages();
    return made;
  },
  { created: true },
);
