import { inputOf, route } from '@/app/_adapters/route';
import { inviteMember } from '@/commands/membership/invite-member';

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? inviteMember(context, input.value) : input;
  },
  { created: true },
);
