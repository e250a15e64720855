import { route } from '@/app/_adapters/route';
import { ratifiedCharter } from '@/db/queries/public/ratified-charter';
import { rootWorkspace } from '@/db/queries/public/root-workspace';
import { ok, refuse } from '@/domain/result';

/** The charter in force, for anybody. A proposed one is nobody's rule yet. */
export const GET = route(async ({ context }) => {
  const workspace = await rootWorkspace({}, context.db);
  const charter = workspace === null ? null : await ratifiedCharter({ workspaceId: workspace.id }, context.db);
  if (charter === null) return refuse({ code: 'not-found' });
  const [fault] = 'broken' in charter ? charter.broken : [];
  return fault === undefined ? ok(charter) : refuse({ code: 'bytes-broken', ...fault });
});
