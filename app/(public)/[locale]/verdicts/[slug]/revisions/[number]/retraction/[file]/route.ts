import { bytesResponse } from '@/app/(public)/_page/bytes-response';
import { openRetractionBytes, openRetractionProof } from '@/app/(public)/_page/open-bytes';

type Params = Promise<{ locale: string; slug: string; number: string; file: string }>;

/** One signer's statement on a retraction, `1.json` for the first: the bytes that were signed. Beside it, where a personal key has signed them, what a reader checks that with. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const at = await params;
  const statement = await openRetractionBytes(at);
  if (statement !== undefined) return bytesResponse(request, statement);
  return bytesResponse(request, await openRetractionProof(at), 'application/octet-stream');
}
