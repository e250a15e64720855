import { route } from '@/app/_adapters/route';
import { previewRevision } from '@/commands/revisions/preview-revision';

export const GET = route(async ({ request, params, context }) => {
  const seq = new URL(request.url).searchParams.get('seq') ?? undefined;
  return previewRevision(context, { claimId: params.claimId, seq });
});
