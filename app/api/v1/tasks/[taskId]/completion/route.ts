import { inputOf, route } from '@/app/_adapters/route';
import { finishTask } from '@/commands/tasks/finish-task';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? finishTask(context, input.value) : input;
});
