import { inputOf, route } from '@/app/_adapters/route';
import { settleExit } from '@/commands/charter/settle-exit';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? settleExit(context, input.value) : input;
});
