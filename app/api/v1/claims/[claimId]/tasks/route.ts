import { inputOf, route } from '@/app/_adapters/route';
import { authorize } from '@/commands/authorize';
import { addTask } from '@/commands/tasks/add-task';
import { stateOfClaim } from '@/db/queries/desk/state-of-claim';
import { tasksOfClaim } from '@/db/queries/desk/tasks-of-claim';
import { ok, refuse } from '@/domain/result';

/** The tasks of a claim that whoever asks may read; another party's own are in no answer (THREAT_MODEL T30). */
export const GET = route(async ({ params, context }) => {
  const authorized = authorize(context.actor, 'task.read');
  if (!authorized.ok) return authorized;
  const member = authorized.value;
  const claimId = params.claimId ?? '';
  const state = await stateOfClaim({ claimId, workspaceId: member.workspaceId }, context.db);
  if (state === undefined) return refuse({ code: 'not-found' });
  return ok({ items: await tasksOfClaim({ claimId, member }, context.db), nextCursor: null });
});

export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, params);
    return input.ok ? addTask(context, input.value) : input;
  },
  { created: true },
);
