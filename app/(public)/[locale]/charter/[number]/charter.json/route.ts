import { bytesResponse } from '@/app/(public)/_page/bytes-response';
import { openCharterBytes } from '@/app/(public)/_page/open-bytes';

type Params = Promise<{ locale: string; number: string }>;

/** A ratified charter version: the bytes that every party ratified and that every sign-off names by their digest. */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  return bytesResponse(request, await openCharterBytes(await params));
}
