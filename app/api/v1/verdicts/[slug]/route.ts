import { route } from '@/app/_adapters/route';
import { publishedVerdict } from '@/db/queries/public/published-verdict';
import { rootWorkspace } from '@/db/queries/public/root-workspace';
import { tombstoneOf } from '@/db/queries/public/tombstone-of';
import { ok, refuse } from '@/domain/result';

/** A published verdict with its record and its signatures, for anybody, and of a retracted one its tombstone (SPEC RT5). What is not published answers like what does not exist. */
export const GET = route(async ({ params, context }) => {
  const { slug = '' } = params;
  // A slug has these signs and no others; PostgreSQL would take offence at a NUL.
  if (!/^[a-z0-9-]{1,200}$/.test(slug)) return refuse({ code: 'not-found' });
  const workspace = await rootWorkspace({}, context.db);
  const verdict = workspace === null ? null : await publishedVerdict({ workspaceId: workspace.id, slug }, context.db);
  if (verdict === null) return refuse({ code: 'not-found' });
  if (!('broken' in verdict)) return ok(tombstoneOf(verdict));
  const [fault] = verdict.broken;
  return fault === undefined ? refuse({ code: 'not-found' }) : refuse({ code: 'bytes-broken', ...fault });
});
