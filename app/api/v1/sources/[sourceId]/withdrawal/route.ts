import { inputOf, route } from '@/app/_adapters/route';
import { withdrawSource } from '@/commands/sources/withdraw-source';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? withdrawSource(context, input.value) : input;
});
