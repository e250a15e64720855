import { refreshPublicPagesHere } from '@/app/_adapters/public-cache';
import { isFromThisProcess } from '@/platform/loopback';

/** The server of this process asks, when another process has changed what the public reads: Next drops kept pages only inside a request of its own. */
export function POST(request: Request): Response {
  if (!isFromThisProcess(request.headers)) return new Response(null, { status: 404 });
  refreshPublicPagesHere();
  return new Response(null, { status: 204 });
}
