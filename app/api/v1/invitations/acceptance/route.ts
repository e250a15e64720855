import { inputOf, route } from '@/app/_adapters/route';
import { acceptInvitation } from '@/commands/membership/accept-invitation';

/** The link is the permission, so no session is asked for. */
export const POST = route(
  async ({ request, context, body }) => {
    // The header that the server sets, which no client can: attempts are counted by it.
    const input = await inputOf(body, { from: request.headers.get('x-countersign-peer') ?? '' });
    return input.ok ? acceptInvitation(context, input.value) : input;
  },
  { created: true },
);
