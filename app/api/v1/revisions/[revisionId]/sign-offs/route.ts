import { refreshPublicPages } from '@/app/_adapters/public-cache';
import { inputOf, route } from '@/app/_adapters/route';
import { signOff } from '@/commands/signoffs/sign-off';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    if (!input.ok) return input;
    const signed = await signOff(context, input.value);
    if (signed.ok && signed.value.state === 'published') refreshPublicPages();
    return signed;
  },
  { created: true },
);
