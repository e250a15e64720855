import { isPlainForm, sendOn } from '@/app/_adapters/plain-form';
import { inputOf, route } from '@/app/_adapters/route';
import { askForReset } from '@/commands/membership/ask-for-reset';

/** Who forgot their password has no session. The form works without JavaScript, so a browser is sent on to a page. */
export const POST = route(async ({ request, context, body }) => {
  // The header that the server sets, which no client can: attempts are counted by it.
  const input = await inputOf(body, { from: request.headers.get('x-countersign-peer') ?? '' });
  const asked = input.ok ? await askForReset(context, input.value) : input;
  if (!isPlainForm(request)) return asked;
  return sendOn(request, '/sign-in/forgotten', asked.ok ? { sent: '1' } : { fault: asked.refusal.code });
});
