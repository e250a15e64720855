import { route } from '@/app/_adapters/route';
import { publishedVerdicts } from '@/db/queries/public/published-verdicts';
import { rootWorkspace } from '@/db/queries/public/root-workspace';
import { ok } from '@/domain/result';

/** Published verdicts, for anybody: newest first, or those that hold every word of `q` and have the `outcome`. */
export const GET = route(async ({ request, context }) => {
  const { searchParams } = new URL(request.url);
  const workspace = await rootWorkspace({}, context.db);
  if (workspace === null) return ok({ items: [], nextCursor: null });
  const q = searchParams.get('q') ?? '';
  const asked = { q, outcome: searchParams.get('outcome') ?? '', cursor: searchParams.get('cursor') };
  return ok(await publishedVerdicts({ workspaceId: workspace.id, ...asked }, context.db));
});
