import { inputOf, route } from '@/app/_adapters/route';
import { removeView } from '@/commands/views/remove-view';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? removeView(context, input.value) : input;
});
