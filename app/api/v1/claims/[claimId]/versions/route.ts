import { inputOf, route } from '@/app/_adapters/route';
import { nameVersion } from '@/commands/history/name-version';
import { versionsOfRecord } from '@/db/queries/desk/versions-of-document';
import { ok } from '@/domain/result';
import { authorizeRecord, readSeq } from '../authorize-record';
import { versionViews } from './version-view';

/** The moments of a record to come back to, newest first. */
export const GET = route(async ({ request, params, context }) => {
  const record = await authorizeRecord(context, params.claimId);
  if (!record.ok) return record;
  const before = readSeq(new URL(request.url).searchParams.get('cursor'));
  const { items, nextCursor } = await versionsOfRecord({ claimId: record.value.claimId, before }, context.db);
  return ok({ items: await versionViews(items, context.db), nextCursor: nextCursor ?? null });
});

/** Gives a moment a name. */
export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, { claimId: params.claimId ?? '' });
    return input.ok ? nameVersion(context, input.value) : input;
  },
  { created: true },
);
