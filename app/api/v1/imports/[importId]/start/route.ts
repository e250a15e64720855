import { inputOf, route } from '@/app/_adapters/route';
import { beginImport } from '@/commands/imports/begin-import';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? beginImport(context, input.value) : input;
});
