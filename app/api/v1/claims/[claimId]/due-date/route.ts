import { inputOf, route } from '@/app/_adapters/route';
import { setDueDate } from '@/commands/claims/set-due-date';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? setDueDate(context, input.value) : input;
});
