import { forgetSession } from '@/app/_adapters/forget-session';
import { inputOf, route } from '@/app/_adapters/route';
import { leaveDesk } from '@/commands/membership/leave-desk';

export const POST = route(async ({ request, params, context, body }) => {
  const input = await inputOf(body, params);
  if (!input.ok) return input;
  const left = await leaveDesk(context, input.value);
  return left.ok ? forgetSession(request, left.value) : left;
});
