import { inputOf, route } from '@/app/_adapters/route';
import { acceptSource } from '@/commands/sources/accept-source';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? acceptSource(context, input.value) : input;
});
