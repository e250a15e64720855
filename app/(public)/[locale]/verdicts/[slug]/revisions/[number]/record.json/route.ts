import { bytesResponse } from '@/app/(public)/_page/bytes-response';
import { openRecordBytes } from '@/app/(public)/_page/open-bytes';

type Params = Promise<{ locale: string; slug: string; number: string }>;

/** The frozen record: the bytes that every sign-off names by their digest. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  return bytesResponse(request, await openRecordBytes(await params));
}
