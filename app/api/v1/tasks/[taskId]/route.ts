import { inputOf, route } from '@/app/_adapters/route';
import { changeTask } from '@/commands/tasks/change-task';

export const PUT = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? changeTask(context, input.value) : input;
});
