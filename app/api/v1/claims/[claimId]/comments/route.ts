import { inputOf, route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { writeComment } from '@/commands/discussion/write-comment';
import { stateOfClaim } from '@/db/queries/desk/state-of-claim';
import { threadsOfClaim } from '@/db/queries/desk/threads-of-claim';
import { ok, refuse } from '@/domain/result';

/** The threads of a claim that whoever asks may read; what another party keeps to itself is in no answer (THREAT_MODEL T30). */
export const GET = route(async ({ params, context }) => {
  const authorized = authorize(context.actor, 'comment.read');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const claimId = params.claimId ?? '';
  const state = await stateOfClaim({ claimId, workspaceId: member.workspaceId }, context.db);
  if (state === undefined) return refuse({ code: 'not-found' });
  return ok({ items: await threadsOfClaim({ claimId, member }, context.db), nextCursor: null });
});

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? writeComment(context, input.value) : input;
  },
  { created: true },
);
