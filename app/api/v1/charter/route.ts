import { route } from '@/app/_adapters/route';
import { ratifiedCharter } from '@/db/queries/public/ratified-charter';
import { rootWorkspace } from '@/db/queries/public/root-workspace';
import { ok, refuse } from '@/domain/result';

/** The charter in force, for anybody. A proposed one is nobody's rule yet. */
export const GET = route(async ({ context }) => {
  const workspace = await rootWorkspace({}, context.db);
  const charter = workspace === null ? null : await ratifiedCharter({ workspaceId: workspace.id }, context.db);
  return charter === null ? refuse({ code: 'not-found' }) : ok(charter);
});
