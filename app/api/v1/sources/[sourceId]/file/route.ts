import { fileResponse } from '@/app/_adapters/file-response';
import { route } from '@/app/_adapters/route';
import { authorizeParty } from '@/commands/authorize';
import { fileOfSource } from '@/db/queries/file-of-source';
import { publishedFile } from '@/db/queries/public/published-file';
import { refuse } from '@/domain/result';

/** A file source's bytes: for members, and for everybody once a revision that holds the source is published (SPEC F5). */
export const GET = route(async ({ request, params, context }) => {
  const { sourceId = '' } = params;
  const { objects } = context;
  const published = await publishedFile({ sourceId }, context.db);
  if (published !== undefined) return fileResponse({ request, objects }, published, 'everybody');
  // What is not published does not exist for a reader.
  if (context.actor.kind !== 'member') return refuse({ code: 'not-found' });
  const authorized = authorizeParty(context.actor, 'source.read');
  if (!authorized.ok) return authorized;
  const file = await fileOfSource({ sourceId, workspaceId: authorized.value.workspaceId }, context.db);
  return file === undefined ? refuse({ code: 'not-found' }) : fileResponse({ request, objects }, file, 'members');
});
