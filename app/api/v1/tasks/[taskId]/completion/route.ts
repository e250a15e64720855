import { inputOf, route } from '@/app/_adapters/route';
import { setDone } from '@/commands/tasks/set-done';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? setDone(context, input.value) : input;
});
