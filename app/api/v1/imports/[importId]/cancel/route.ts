import { inputOf, route } from '@/app/_adapters/route';
import { cancelImport } from '@/commands/imports/cancel-import';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? cancelImport(context, input.value) : input;
});
