import { inputOf, route } from '@/app/_adapters/route';
import { removeLanguage } from '@/commands/claims/remove-language';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? removeLanguage(context, input.value) : input;
});
