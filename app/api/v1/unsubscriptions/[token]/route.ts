import { sendOn } from '@/app/_adapters/plain-form';
import { route } from '@/app/_adapters/route';
import { unsubscribe } from '@/commands/notifications/unsubscribe';
import { ok } from '@/domain/result';

/**
 * Where a mail program ends the mails that it was sent, by one request without a session (RFC 8058): whatever its body says, and without sending it on. The form of
 * our own page names a language, and is sent on to that page.
 */
export const POST = route(
  async ({ request, params, context }) => {
    const { token = '' } = params;
    const ended = await unsubscribe(context, { token });
    if (!ended.ok) return ended;
    return new URL(request.url).searchParams.has('lang')
      ? sendOn(request, `/unsubscribe/${encodeURIComponent(token)}`, { done: '1' })
      : ok({ ended: ended.value.scope });
  },
  { raw: true },
);

/** A person who opens the mail program's own address: looking ends nothing, since programs that look for viruses look too. */
export const GET = route(async ({ request, params }) =>
  sendOn(request, `/unsubscribe/${encodeURIComponent(params.token ?? '')}`, {}),
);
