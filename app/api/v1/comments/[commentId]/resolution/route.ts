import { inputOf, route } from '@/app/_adapters/route';
import { setResolved } from '@/commands/discussion/set-resolved';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? setResolved(context, input.value) : input;
});
