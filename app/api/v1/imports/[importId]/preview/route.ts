import { inputOf, route } from '@/app/_adapters/route';
import { previewImport } from '@/commands/imports/preview-import';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? previewImport(context, input.value) : input;
});
