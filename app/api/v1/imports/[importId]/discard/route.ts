import { inputOf, route } from '@/app/_adapters/route';
import { discardImport } from '@/commands/imports/discard-import';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? discardImport(context, input.value) : input;
});
