import { inputOf, route } from '@/app/_adapters/route';
import { nameNotesVersion } from '@/commands/history/name-notes-version';
import { versionsOfNotes } from '@/db/queries/desk/versions-of-document';
import { ok } from '@/domain/result';
import { authorizeNotes } from '../../authorize-notes';
import { readSeq } from '../../authorize-record';
import { versionViews } from '../../versions/version-view';

/** The moments of one's party's notes to come back to, newest first. */
export const GET = route(async ({ request, params, context }) => {
  const notes = await authorizeNotes(context, params.claimId);
  if (!notes.ok) return notes;
  const before = readSeq(new URL(request.url).searchParams.get('cursor'));
  const { items, nextCursor } = await versionsOfNotes({ ...notes.value, before }, context.db);
  return ok({ items: await versionViews(items, context.db), nextCursor: nextCursor ?? null });
});

/** Gives a moment a name. */
export const POST = route(
  async ({ params, context, body }) => {
    const input = await inputOf(body, { claimId: params.claimId ?? '' });
    return input.ok ? nameNotesVersion(context, input.value) : input;
  },
  { created: true },
);
