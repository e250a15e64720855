import { route } from '@/app/_adapters/route';
import { authorizeParty } from '@/commands/authorize';
import { fileOfSource } from '@/db/queries/file-of-source';
import { refuse } from '@/domain/result';
import { id } from '@/domain/text-input';

/** A file source's bytes, for members: as an attachment in a sandbox, since nobody here wrote it. */
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
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${file.sha256.slice(0, 12)}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
});
