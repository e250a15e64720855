import { inputOf, route } from '@/app/_adapters/route';
import { regradeSource } from '@/commands/sources/regrade-source';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params, 'grading');
  return input.ok ? regradeSource(context, input.value) : input;
});
