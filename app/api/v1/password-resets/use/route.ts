import { isPlainForm, sendOn } from '@/app/_adapters/plain-form';
import { inputOf, route } from '@/app/_adapters/route';
import { resetPassword } from '@/commands/membership/reset-password';

/** The link is the permission, so no session is asked for. The form works without JavaScript, so a browser is sent on to a page. */
export const POST = route(async ({ request, context, body }) => {
  const input = await inputOf(body, {});
  const reset = input.ok ? await resetPassword(context, input.value) : input;
  if (!isPlainForm(request)) return reset;
  return reset.ok
    ? sendOn(request, '/sign-in', { done: 'reset' })
    : sendOn(request, `/reset/${encodeURIComponent(tokenOf(input))}`, { fault: reset.refusal.code });
});

/** Of the form that was sent, so that its page can be shown again. */
function tokenOf(input: Awaited<ReturnType<typeof inputOf>>): string {
  const value: unknown = input.ok ? input.value : undefined;
  const token = typeof value === 'object' && value !== null && 'token' in value ? value.token : undefined;
  return typeof token === 'string' && token !== '' && token.length <= 200 ? token : 'none';
}
