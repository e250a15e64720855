import { forgetSession } from '@/app/_adapters/forget-session';
import { inputOf, route } from '@/app/_adapters/route';
import { signOut } from '@/commands/membership/sign-out';

export const POST = route(async ({ request, params, context, body }) => {
  const input = await inputOf(body, params);
  if (!input.ok) return input;
  const ended = await signOut(context, input.value);
  return ended.ok ? forgetSession(request, ended.value) : ended;
});
