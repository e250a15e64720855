import { inputOf, route } from '@/app/_adapters/route';
import { withdrawAmendment } from '@/commands/charter/withdraw-amendment';

export const POST = route(async ({ params, context, body }) => {
  const input = await inputOf(body, params);
  return input.ok ? withdrawAmendment(context, input.value) : input;
});
