import { readUpload } from '@/app/_adapters/read-upload';
import { route } from '@/app/_adapters/route';
import { uploadFile } from '@/commands/sources/upload-file';
import { env } from '@/platform/env';

/** A file that a source will name by its digest: the body is its bytes and nothing else. */
export const PUT = route(
  async ({ request, context, again }) => {
    const upload = readUpload(request);
    if (!upload.ok) return upload;
    return uploadFile(context, { ...upload.value, limitBytes: env().UPLOAD_BYTES, again });
  },
  { created: true, raw: true },
);
