import { inputOf, route } from '@/app/_adapters/route';
import { reopenTask } from '@/commands/tasks/reopen-task';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? reopenTask(context, input.value) : input;
});
