import { bytesResponse } from '@/app/(public)/_page/bytes-response';
import { openRetractionBytes } from '@/app/(public)/_page/open-bytes';

type Params = Promise<{ locale: string; slug: string; number: string; file: string }>;

/** One signer's statement on a retraction, `1.json` for the first: the bytes that were signed. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  return bytesResponse(request, await openRetractionBytes(await params));
}
