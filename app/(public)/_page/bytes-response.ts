import { hasCopy } from '@/app/_adapters/has-copy';
import { refusalResponse } from '@/app/_adapters/route';
import type { StoredBytes } from '@/db/queries/public/published-bytes';

const ever = 'public, max-age=31536000, immutable';

/**
 * Stored bytes exactly as they were signed, so that `sha256sum` works for anyone. They never change, so a cache may keep them for ever; that they are
 * not there may change tomorrow, so nobody may keep that. next.config.js gives a browser that opens them nothing to run.
 */
export function bytesResponse(
  request: Request,
  stored: StoredBytes | undefined,
  contentType = 'application/json',
): Response | Promise<Response> {
  if (stored === undefined) return refusalResponse({ code: 'not-found' }, { kind: 'public' });
  if (stored.broken !== undefined) return refusalResponse({ code: 'bytes-broken', ...stored.broken }, { kind: 'public' });
  const etag = `"${stored.sha256}"`;
  const headers = {
    etag,
    'cache-control': ever,
    'content-type': contentType,
    'access-control-allow-origin': '*',
  };
  if (hasCopy(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(Buffer.from(stored.bytes), { headers: { ...headers, 'content-length': String(stored.bytes.byteLength) } });
}
