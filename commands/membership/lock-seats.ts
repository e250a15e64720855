import { and, eq, isNull } from 'drizzle-orm';
import type { AuthorizationRefusal } from '@/commands/authorize';
import { lockWorkspace } from '@/commands/lock-workspace';
import type { Tx } from '@/db/handle';
import { memberships } from '@/db/schema';
import type { Member } from '@/domain/policies/actor';
import type { Permission } from '@/domain/policies/permissions';
import { ok, type Result, refuse } from '@/domain/result';

/**
 * Lets one change of a desk's seats at a time happen, and sees that whoever makes it still has the seat that their request came from: two moderators who
 * remove each other at once cannot both be right.
 */
export async function lockSeats(tx: Tx, member: Member, permission: Permission): Promise<Result<true, AuthorizationRefusal>> {
  const { workspaceId, personId, role } = member;
  await lockWorkspace(tx, workspaceId);
  const [seat] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.personId, personId), isNull(memberships.endedAt)));
  return seat?.role === role ? ok(true) : refuse({ code: 'not-allowed', permission });
}
