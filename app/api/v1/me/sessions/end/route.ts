import { forgetSession } from '@/app/_adapters/forget-session';
import { inputOf, route } from '@/app/_adapters/route';
import { signOutEverywhere } from '@/commands/membership/sign-out-everywhere';

export const POST = route(async ({ request, params, context, body }) => {
  const input = await inputOf(body, params);
  if (!input.ok) return input;
  const ended = await signOutEverywhere(context, input.value);
  return ended.ok ? forgetSession(request, ended.value) : ended;
});
