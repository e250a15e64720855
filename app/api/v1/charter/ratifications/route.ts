import { refreshPublicPages } from '@/app/_adapters/public-cache';
import { inputOf, route } from '@/app/_adapters/route';
import { ratifyCharter } from '@/commands/charter/ratify-charter';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    if (!input.ok) return input;
    const ratified = await ratifyCharter(context, input.value);
    if (ratified.ok && ratified.value.state === 'in-force') refreshPublicPages();
    return ratified;
  },
  { created: true },
);
