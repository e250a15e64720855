import { route } from '@/app/_adapters/route';
import { authorizeParty } from '@/commands/authorize';
import { fileOfSource } from '@/db/queries/file-of-source';
import { refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

/** What a browser may be told that a file is. Everything else is bytes: a page or a drawing could run something. */
const plainTypes = /^(?:text\/plain|application\/pdf|image\/(?:png|jpeg|webp|gif))(?:; charset=utf-8)?$/;

/** A file source's bytes, for members: as an attachment in a sandbox (next.config.js), since nobody here wrote it. */
export const GET = route(async ({ params, context }) => {
  const authorized = authorizeParty(context.actor, 'source.read');
  if (!authorized.ok) return authorized;
  const sourceId = id.safeParse(params.sourceId);
  const file = sourceId.success
    ? await fileOfSource({ sourceId: sourceId.data, workspaceId: authorized.value.workspaceId }, context.db)
    : undefined;
  if (file === undefined) return refuse({ code: 'not-found' });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': plainTypes.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
      'content-disposition': `attachment; filename="${file.sha256.slice(0, 12)}"`,
      'cache-control': 'private, no-store',
    },
  });
});
