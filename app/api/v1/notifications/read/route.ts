import { inputOf, route } from '@/app/_adapters/route';
import { readNotifications } from '@/commands/notifications/read-notifications';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? readNotifications(context, input.value) : input;
});
